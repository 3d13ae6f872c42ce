// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.random.RandomGenerator;

/**
 * How one value of a protobuf field looks.
 *
 * @param wire how it is delimited
 * @param type its bytes, without tag and length
 */
public record Item<T>(WireType wire, Type<T> type) {
  private static final byte[] ZERO = new byte[8];

  /** The bytes of zero, false or nothing. */
  In zero() {
    int size =
        switch (wire) {
          case VARINT -> 1;
          case FIXED32 -> 4;
          case FIXED64 -> 8;
          default -> 0;
        };
    return new In(ZERO, 0, size);
  }

  T read(In in, int from, int to) {
    in.moveTo(from);
    int outer = in.enter(to - from);
    T value = type.read(in);
    leave(in, outer);
    return value;
  }

  void walk(In in, int from, int to, Sink sink) {
    in.moveTo(from);
    int outer = in.enter(to - from);
    type.walk(in, sink);
    leave(in, outer);
  }

  private static void leave(In in, int outer) {
    if (in.left() > 0) {
      throw Malformed.wrong(in.left() + " bytes left over", in.at());
    }
    in.leave(outer);
  }

  /** Appends tag and value; one that is zero only if {@code zeroToo}. */
  void put(Out out, int number, boolean zeroToo, T value) {
    put(out, number, zeroToo, inner -> type.write(inner, value));
  }

  void canonical(In in, int from, int to, Out out, int number, boolean zeroToo) {
    in.moveTo(from);
    int outer = in.enter(to - from);
    put(out, number, zeroToo, inner -> right(in, inner));
    leave(in, outer);
  }

  /** Appends the right form of the value in the window, without a tag. */
  void right(In in, Out out) {
    if (type instanceof Canonical canonical) {
      canonical.canonical(in, out);
    } else {
      type.write(out, type.read(in));
    }
  }

  void build(Source source, Out out, int number, boolean zeroToo) {
    put(out, number, zeroToo, inner -> type.build(source, inner));
  }

  boolean sample(RandomGenerator random, Out out, int number, boolean zeroToo) {
    return put(out, number, zeroToo, inner -> type.sample(random, inner));
  }

  /** Writes a value somewhere. */
  interface Writer {
    void write(Out out);
  }

  /** Appends tag and value; says whether it did, or left it out because it is zero. */
  boolean put(Out out, int number, boolean zeroToo, Writer writer) {
    if (wire == WireType.LENGTH) {
      return delimited(out, number, zeroToo, writer);
    }
    int start = out.size();
    Occurrences.tag(out, number, wire);
    int from = out.size();
    writer.write(out);
    if (!zeroToo && isZero(out.array(), from, out.size())) {
      out.truncate(start);
      return false;
    }
    return true;
  }

  /** The same for what is always behind a length. */
  static boolean delimited(Out out, int number, boolean emptyToo, Writer writer) {
    Out inner = new Out();
    writer.write(inner);
    if (inner.size() == 0 && !emptyToo) {
      return false;
    }
    Occurrences.tag(out, number, WireType.LENGTH);
    Numbers.varint.put(out, inner.size());
    out.bytes(inner.array(), 0, inner.size());
    return true;
  }

  private static boolean isZero(byte[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      if (array[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
