// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * The fields of a protobuf message that no row counts as its own: numbers that the schema does not
 * have, and values that a later one of the same field replaced. They stand in a list of their own
 * beside the rows, each with number, wire type and value, and go back onto the wire.
 */
final class Unknowns {
  /** The name of the list beside the rows. */
  static final String KEY = "unknown_fields";

  private static final List<String> FIELDS = List.of("number", "wire_type", "value");
  private static final int MOST = 1 << 16;

  private Unknowns() {}

  /** Reports them, if there are any. */
  static void tell(In in, Occurrences found, Type<?> message, Sink sink) {
    boolean any = false;
    for (int i = 0; i < found.size(); i++) {
      if (found.owner(i) >= 0 || i == found.cut()) {
        continue;
      }
      if (!any) {
        sink.key(KEY, found.tag(i));
        sink.list(message, found.tag(i));
        any = true;
      }
      sink.object(message, found.tag(i));
      sink.key("number", found.tag(i));
      sink.number(found.number(i), true, found.tag(i), found.from(i));
      sink.key("wire_type", found.tag(i));
      sink.text(found.wire(i).word(), found.tag(i), found.from(i));
      sink.key("value", found.from(i));
      value(in, found, i, sink);
      sink.end(found.next(i));
    }
    if (any) {
      sink.end(in.at());
    }
  }

  private static void value(In in, Occurrences found, int i, Sink sink) {
    int from = found.from(i);
    int to = found.to(i);
    in.moveTo(from);
    switch (found.wire(i)) {
      case VARINT -> sink.number(varint.get(in), true, from, to);
      case FIXED32 -> sink.number(in.u32le(), true, from, to);
      case FIXED64 -> sink.number(in.i64le(), true, from, to);
      default -> sink.hex(in.array(), in.take(to - from), to - from, false, from, to);
    }
  }

  /** Appends those that people wrote down; those of known numbers come first, to be replaced. */
  static void build(Source source, boolean known, IntPredicate isKnown, Out out) {
    if (source == null) {
      return;
    }
    if (source.kind() != Source.Kind.LIST || source.size() > MOST) {
      throw source.wrong("a list of at most " + MOST + " fields");
    }
    for (int i = 0; i < source.size(); i++) {
      Source field = source.item(i);
      for (String given : field.names()) {
        if (!FIELDS.contains(given)) {
          throw field.stranger(given, FIELDS);
        }
      }
      int number = (int) number(need(field, "number"), 29);
      if (isKnown.test(number) == known) {
        build(field, number, out);
      }
    }
  }

  private static void build(Source field, int number, Out out) {
    Source word = need(field, "wire_type");
    WireType wire = WireType.named(word.text());
    if (wire == null) {
      throw word.wrong("varint, fixed32, fixed64, length-delimited or group");
    }
    Occurrences.tag(out, number, wire);
    Source value = need(field, "value");
    switch (wire) {
      case VARINT -> varint.put(out, number(value, 64));
      case FIXED32 -> out.u32le(number(value, 32));
      case FIXED64 -> out.i64le(number(value, 64));
      case LENGTH -> {
        Out inner = new Out();
        Blob.rest().build(value, inner);
        varint.put(out, inner.size());
        out.bytes(inner.array(), 0, inner.size());
      }
      default -> {
        Blob.rest().build(value, out);
        Occurrences.tag(out, number, WireType.END_GROUP);
      }
    }
  }

  private static Source need(Source field, String name) {
    Source value = field.field(name);
    if (value == null) {
      throw field.missing(name, name.equals("wire_type") ? "text" : "number");
    }
    return value;
  }

  private static long number(Source source, int bits) {
    BigInteger value = source.whole();
    if (value.signum() < 0 || value.bitLength() > bits || bits == 29 && value.signum() == 0) {
      throw source.wrong("a whole number of " + bits + " bits");
    }
    return value.longValue();
  }

  /** Appends one with a number from {@code number} on. */
  static void sample(RandomGenerator random, int number, Out out) {
    WireType wire = random.nextBoolean() ? WireType.LENGTH : WireType.VARINT;
    Occurrences.tag(out, number + random.nextInt(3), wire);
    if (wire == WireType.VARINT) {
      varint.put(out, random.nextLong());
    } else {
      byte[] bytes = new byte[random.nextInt(4)];
      random.nextBytes(bytes);
      varint.put(out, bytes.length);
      out.bytes(bytes);
    }
  }
}
