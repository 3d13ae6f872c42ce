// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A whole number of up to 64 bits. The encodings are in {@link Numbers}; this class adds range,
 * words and the views. {@code T} is the Java type of the typed view, {@link Integer} or {@link
 * Long}; an unsigned 64-bit number travels as the {@code long} with the same bits.
 */
public final class Whole<T extends Number> implements Type<T> {
  /** Takes a number from the wire. */
  public interface Reader {
    /** The bits of the number; throws {@link Malformed}. */
    long read(In in);
  }

  /** Puts a number on the wire. */
  public interface Writer {
    /** Appends the number. */
    void write(Out out, long value);
  }

  private final String name;
  private final int bits;
  private final boolean signed;
  private final int atLeast;
  private final Reader reader;
  private final Writer writer;
  private final Function<Long, T> box;
  private final Names names;
  private final long max;

  Whole(
      String name,
      int bits,
      boolean signed,
      int atLeast,
      Reader reader,
      Writer writer,
      Function<Long, T> box) {
    this(name, bits, signed, atLeast, reader, writer, box, null, -1);
  }

  private Whole(
      String name,
      int bits,
      boolean signed,
      int atLeast,
      Reader reader,
      Writer writer,
      Function<Long, T> box,
      Names names,
      long max) {
    this.name = name;
    this.bits = bits;
    this.signed = signed;
    this.atLeast = atLeast;
    this.reader = reader;
    this.writer = writer;
    this.box = box;
    this.names = names;
    this.max = max;
  }

  /**
   * A number of a wire's own encoding, typed as {@code long}.
   *
   * @param name the word for docs
   * @param bits the width of its values, at most 64
   * @param signed whether the top bit is a sign
   * @param atLeast the least number of bytes that a number takes
   * @param reader takes the bits
   * @param writer appends the bits
   */
  public static Whole<Long> of(
      String name, int bits, boolean signed, int atLeast, Reader reader, Writer writer) {
    return new Whole<>(name, bits, signed, atLeast, reader, writer, v -> v);
  }

  /** The same number with words for its values or bits. */
  public Whole<T> named(Names words) {
    return new Whole<>(name, bits, signed, atLeast, reader, writer, box, words, max);
  }

  /** The same number, refused above {@code limit}: for counts and lengths. */
  public Whole<T> max(long limit) {
    return new Whole<>(name, bits, signed, atLeast, reader, writer, box, names, limit);
  }

  /** The bits of the number at the cursor. */
  public long get(In in) {
    int at = in.at();
    long value = reader.read(in);
    if (max >= 0 && Long.compareUnsigned(value, max) > 0) {
      throw Malformed.limit(Long.toUnsignedString(value) + " is above the limit of " + max, at);
    }
    return value;
  }

  /** Appends the bits of a number. */
  public void put(Out out, long value) {
    writer.write(out, value);
  }

  /** The highest value allowed, or -1 where the width alone limits it. */
  public long limit() {
    return max;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public int atLeast() {
    return atLeast;
  }

  @Override
  public T read(In in) {
    return box.apply(get(in));
  }

  @Override
  public void write(Out out, T value) {
    put(out, value.longValue());
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    long value = get(in);
    sink.number(value, !signed, from, in.at());
    if (names != null) {
      if (names.isFlags()) {
        sink.meanings(names.list(value));
      } else {
        String word = names.word(value);
        if (word != null) {
          sink.meaning(word);
        }
      }
    }
  }

  @Override
  public void build(Source source, Out out) {
    put(out, names == null ? plain(source) : wordOrPlain(source));
  }

  private long wordOrPlain(Source source) {
    if (names.isFlags() && source.kind() == Source.Kind.LIST) {
      long value = 0;
      for (int i = 0; i < source.size(); i++) {
        value |= wordOrPlain(source.item(i));
      }
      return value;
    }
    if (source.kind() == Source.Kind.TEXT) {
      Long number = names.number(source.text());
      if (number != null) {
        return number;
      }
      if (source.text().isEmpty() || !Character.isDigit(source.text().charAt(0))) {
        String known = String.join(", ", names.words().values());
        throw source.wrong(
            names.isFlags()
                ? "a number or some of " + known + " with | between"
                : "a number or one of " + known);
      }
    }
    return plain(source);
  }

  private long plain(Source source) {
    BigInteger value = source.whole();
    BigInteger low = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    BigInteger high = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    if (max >= 0) {
      high = high.min(BigInteger.valueOf(max));
    }
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      throw source.wrong("a number from " + low + " to " + high);
    }
    return value.longValue();
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int width = random.nextInt(bits + 1);
    long value = width == 0 ? 0 : random.nextLong() >>> (64 - width);
    if (signed && bits < 64) {
      value = value << (64 - bits) >> (64 - bits);
    }
    if (max >= 0) {
      value = Long.remainderUnsigned(value, max + 1);
    }
    put(out, value);
  }
}
