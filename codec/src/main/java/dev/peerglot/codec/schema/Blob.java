// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.random.RandomGenerator;

/** Raw bytes, shown as hex: of a fixed size, behind a length, or all that is left. */
public final class Blob implements Type<byte[]> {
  private final String name;
  private final int fixed;
  private final Whole<?> length;
  private final int max;
  private final boolean reversed;

  private Blob(String name, int fixed, Whole<?> length, int max, boolean reversed) {
    this.name = name;
    this.fixed = fixed;
    this.length = length;
    this.max = max;
    this.reversed = reversed;
  }

  /** Exactly {@code size} bytes. */
  public static Blob bytes(int size) {
    return new Blob("bytes(" + size + ")", size, null, size, false);
  }

  /** Exactly {@code size} bytes that people print last byte first, as Bitcoin's hashes. */
  public static Blob reversed(int size) {
    return new Blob("hash(" + size + ")", size, null, size, true);
  }

  /** A length and that many bytes, at most {@code max}. */
  public static Blob bytes(Whole<?> length, int max) {
    return new Blob("bytes(" + length.name() + ")", -1, length, max, false);
  }

  /** All bytes that are left in the window. */
  public static Blob rest() {
    return new Blob("rest", -1, null, Integer.MAX_VALUE, false);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atLeast() {
    return fixed >= 0 ? fixed : length == null ? 0 : length.atLeast();
  }

  private int size(In in) {
    if (fixed >= 0) {
      return fixed;
    }
    if (length == null) {
      return in.left();
    }
    int at = in.at();
    long size = length.get(in);
    if (size < 0 || size > max) {
      throw Malformed.limit(
          Long.toUnsignedString(size) + " bytes are above the limit of " + max, at);
    }
    return (int) size;
  }

  @Override
  public byte[] read(In in) {
    return in.bytes(size(in));
  }

  @Override
  public void write(Out out, byte[] value) {
    if (fixed >= 0 && value.length != fixed) {
      throw new IllegalArgumentException(value.length + " bytes where " + fixed + " belong");
    }
    if (length != null) {
      length.put(out, value.length);
    }
    out.bytes(value);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    int size = size(in);
    int index = in.take(size);
    sink.hex(in.array(), index, size, reversed, from, in.at());
  }

  @Override
  public void build(Source source, Out out) {
    byte[] value;
    try {
      value = Hex.parse(source.text());
    } catch (Malformed e) {
      throw source.wrong(fixed >= 0 ? fixed + " bytes in hex" : "bytes in hex");
    }
    if (fixed >= 0 && value.length != fixed) {
      throw source.wrong(fixed + " bytes in hex");
    }
    if (value.length > max) {
      throw source.wrong("at most " + max + " bytes");
    }
    write(out, reversed ? Hex.flip(value) : value);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    byte[] value = new byte[fixed >= 0 ? fixed : random.nextInt(Math.min(max, 40) + 1)];
    random.nextBytes(value);
    write(out, value);
  }
}
