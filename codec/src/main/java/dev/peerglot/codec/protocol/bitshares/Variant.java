// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * {@code fc::variant}: one byte that says the type, then the value. 0 null, 1 int64, 2 uint64, 4
 * bool, 5 string, 6 array, 7 object; 3 (double) and everything above is refused, as by the
 * reference's packer. In JSON it is the value itself; back from JSON a number is uint64 unless it
 * is negative, as fc's own JSON reader has it. Code that wants a member walks it (see {@link
 * UserData}).
 */
final class Variant implements Type<byte[]> {
  static final Variant VARIANT = new Variant();

  /** Nesting that the wire may ask for; the reference's budget of 1000 allows a little more. */
  static final int DEEPEST = 64;

  private static final int MOST_ITEMS = 1 << 20;
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger LOWEST = BigInteger.ONE.shiftLeft(63).negate();

  private Variant() {}

  @Override
  public String name() {
    return "variant";
  }

  /** The bytes of the value, checked. */
  @Override
  public byte[] read(In in) {
    int from = in.index();
    walk(in, Deaf.SINK);
    return Arrays.copyOfRange(in.array(), from, in.index());
  }

  @Override
  public void write(Out out, byte[] value) {
    out.bytes(value);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    int kind = in.u8();
    switch (kind) {
      case 0 -> sink.nothing(from, in.at());
      case 1 -> sink.number(in.i64le(), false, from, in.at());
      case 2 -> sink.number(in.i64le(), true, from, in.at());
      case 4 -> sink.bool(Bool.flag(in), from, in.at());
      case 5 -> Primitives.longText.walk(in, sink);
      case 6 -> array(in, sink);
      case 7 -> VariantObject.OBJECT.walk(in, sink);
      default -> throw Malformed.wrong("a variant of type " + kind, from);
    }
  }

  private void array(In in, Sink sink) {
    in.down(DEEPEST);
    sink.list(this, in.at());
    int at = in.at();
    long count = varint.get(in);
    if (count < 0 || count > Math.min(MOST_ITEMS, in.left())) {
      throw Malformed.wrong(
          Long.toUnsignedString(count) + " items, but " + in.left() + " bytes are left", at);
    }
    for (int i = 0; i < count; i++) {
      walk(in, sink);
    }
    sink.end(in.at());
    in.up();
  }

  @Override
  public void build(Source source, Out out) {
    switch (source.kind()) {
      case NOTHING -> out.u8(0);
      case NUMBER -> number(source, out);
      case BOOL -> out.u8(4).u8(source.bool() ? 1 : 0);
      case TEXT -> {
        out.u8(5);
        Primitives.longText.build(source, out);
      }
      case LIST -> {
        out.u8(6);
        varint.put(out, source.size());
        for (int i = 0; i < source.size(); i++) {
          build(source.item(i), out);
        }
      }
      case OBJECT -> {
        out.u8(7);
        VariantObject.OBJECT.build(source, out);
      }
    }
  }

  private static void number(Source source, Out out) {
    BigInteger value = source.whole();
    if (value.compareTo(LOWEST) < 0 || value.compareTo(TWO_64) >= 0) {
      throw source.wrong("a number of 64 bits");
    }
    out.u8(value.signum() < 0 ? 1 : 2).i64le(value.longValue());
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    sample(random, out, 3);
  }

  void sample(RandomGenerator random, Out out, int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> out.u8(0);
      case 1 -> out.u8(1).i64le(random.nextLong() | Long.MIN_VALUE);
      case 2 -> out.u8(2).i64le(random.nextLong());
      case 3 -> out.u8(4).u8(random.nextInt(2));
      case 4 -> {
        out.u8(5);
        Primitives.longText.sample(random, out);
      }
      case 5 -> {
        int count = random.nextInt(3);
        out.u8(6).u8(count);
        for (int i = 0; i < count; i++) {
          sample(random, out, depth - 1);
        }
      }
      default -> {
        out.u8(7);
        VariantObject.OBJECT.sample(random, out, depth - 1);
      }
    }
  }
}
