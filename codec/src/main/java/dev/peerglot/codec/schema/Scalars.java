// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.util.random.RandomGenerator;

/**
 * The scalar values of protobuf, each alone in its window. Varints may be longer than they need to
 * be and are cut to the width of their type, as every implementation has it; written is the
 * shortest form.
 */
public final class Scalars {
  static final Whole<Long> WHOLE32 =
      new Whole<>("uint32", 32, false, 1, in -> varint.get(in) & 0xffffffffL, varint::put, v -> v);

  static final Whole<Long> WHOLE64 =
      new Whole<>("fixed64", 64, false, 8, In::i64le, Out::i64le, v -> v);

  static final Whole<Integer> SIGNED32 =
      new Whole<>("int32", 32, true, 1, in -> (int) varint.get(in), varint::put, Long::intValue);

  /** A varint of 32 bits. */
  public static final Item<Long> uint32 = varint(WHOLE32);

  /** A varint of 64 bits. */
  public static final Item<Long> uint64 =
      varint(new Whole<>("uint64", 64, false, 1, varint::get, varint::put, v -> v));

  /** A signed number of 32 bits as a varint: ten bytes if it is negative. */
  public static final Item<Integer> int32 = varint(SIGNED32);

  /** A signed number of 64 bits as a varint: ten bytes if it is negative. */
  public static final Item<Long> int64 =
      varint(new Whole<>("int64", 64, true, 1, varint::get, varint::put, v -> v));

  /** A signed number of 64 bits as a varint of its zigzag form: 0, -1, 1, -2 … */
  public static final Item<Long> sint64 =
      varint(
          new Whole<>(
              "sint64",
              64,
              true,
              1,
              in -> {
                long folded = varint.get(in);
                return folded >>> 1 ^ -(folded & 1);
              },
              (out, v) -> varint.put(out, v << 1 ^ v >> 63),
              v -> v));

  /** Four bytes, low byte first. */
  public static final Item<Long> fixed32 =
      new Item<>(
          WireType.FIXED32, new Whole<>("fixed32", 32, false, 4, In::u32le, Out::u32le, v -> v));

  /** Eight bytes, low byte first. */
  public static final Item<Long> fixed64 = new Item<>(WireType.FIXED64, WHOLE64);

  /** A varint: 0 is false, anything else true. */
  public static final Item<Boolean> bool = varint(new Truth());

  /** An IEEE 754 number of eight bytes, low byte first. */
  public static final Item<Double> float64 = new Item<>(WireType.FIXED64, new Float64());

  private Scalars() {}

  /** Text in UTF-8 of at most {@code max} bytes; other bytes are refused. */
  public static Item<String> string(int max) {
    return new Item<>(WireType.LENGTH, new Characters(max));
  }

  private static <T> Item<T> varint(Type<T> type) {
    return new Item<>(WireType.VARINT, type);
  }

  private static final class Truth implements Type<Boolean> {
    @Override
    public String name() {
      return "bool";
    }

    @Override
    public Boolean read(In in) {
      return varint.get(in) != 0;
    }

    @Override
    public void write(Out out, Boolean value) {
      out.u8(value ? 1 : 0);
    }

    @Override
    public void walk(In in, Sink sink) {
      int from = in.at();
      sink.bool(read(in), from, in.at());
    }

    @Override
    public void build(Source source, Out out) {
      write(out, source.bool());
    }

    @Override
    public void sample(RandomGenerator random, Out out) {
      out.u8(random.nextInt(2));
    }
  }

  /** Shown as a number where JSON has one for it, else as {@code NaN}, {@code Infinity}. */
  private static final class Float64 implements Type<Double> {
    @Override
    public String name() {
      return "double";
    }

    @Override
    public Double read(In in) {
      return Double.longBitsToDouble(in.i64le());
    }

    @Override
    public void write(Out out, Double value) {
      out.i64le(Double.doubleToRawLongBits(value));
    }

    @Override
    public void walk(In in, Sink sink) {
      int from = in.at();
      double value = read(in);
      String text = Double.toString(value);
      if (Double.isFinite(value)) {
        sink.digits(text, from, in.at());
      } else {
        sink.text(text, from, in.at());
      }
    }

    @Override
    public void build(Source source, Out out) {
      try {
        write(out, Double.parseDouble(source.text()));
      } catch (NumberFormatException e) {
        throw source.wrong("a number");
      }
    }

    @Override
    public void sample(RandomGenerator random, Out out) {
      write(out, random.nextInt(1 << 20) / 8.0);
    }
  }

  private record Characters(int max) implements Type<String> {
    @Override
    public String name() {
      return "string";
    }

    private int check(In in) {
      int at = in.at();
      int size = in.left();
      if (size > max) {
        throw Malformed.limit("a text of " + size + " bytes is above the limit of " + max, at);
      }
      int end = in.index() + size;
      for (int i = in.index(); i < end; ) {
        int step = Utf8.sequence(in.array(), i, end);
        if (step == 0) {
          throw Malformed.wrong("no UTF-8", at + i - in.index());
        }
        i += step;
      }
      return size;
    }

    @Override
    public String read(In in) {
      int size = check(in);
      return Utf8.decode(in.array(), in.take(size), size);
    }

    @Override
    public void write(Out out, String value) {
      out.bytes(Utf8.encode(value));
    }

    @Override
    public void walk(In in, Sink sink) {
      int from = in.at();
      int size = check(in);
      sink.text(in.array(), in.take(size), size, from, in.at());
    }

    @Override
    public void build(Source source, Out out) {
      byte[] text = Utf8.encode(source.text());
      try {
        check(new In(text));
      } catch (Malformed e) {
        throw source.wrong("at most " + max + " bytes of UTF-8");
      }
      out.bytes(text);
    }

    @Override
    public int atLeast() {
      return 0;
    }

    @Override
    public void sample(RandomGenerator random, Out out) {
      int size = random.nextInt(Math.min(12, max / 3 + 1));
      StringBuilder text = new StringBuilder();
      while (text.length() < size) {
        text.append((char) (random.nextInt(10) == 0 ? 0x3b1 : 32 + random.nextInt(95)));
      }
      out.utf8(text.toString());
    }
  }
}
