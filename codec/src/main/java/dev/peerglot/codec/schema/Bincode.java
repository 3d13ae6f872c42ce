// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;

/**
 * Numbers of bincode 2 in its standard configuration ({@code docs/spec.md}, {@code src/varint/}):
 *
 * <pre>
 *  0 … 250                 one byte
 *  251 … 2^16-1            fb, then 2 bytes, low byte first
 *  2^16 … 2^32-1           fc, then 4 bytes
 *  2^32 … 2^64-1           fd, then 8 bytes
 * </pre>
 *
 * <p>{@code fe} (16 bytes) and {@code ff} (reserved) are refused, and so is a width above the
 * type's own. A longer form than needed is read, never written. Signed numbers are zig-zag: n at or
 * above zero as 2n, below as -2n-1. A struct is its fields one after another without names; text,
 * bytes and lists stand behind a {@link #usize}. bincode 1 has fixed widths instead ({@link
 * Numbers#u64le} for lengths).
 */
public final class Bincode {
  /** A length, a count, an unsigned number of 64 bits. */
  public static final Whole<Long> usize =
      new Whole<>("usize", 64, false, 1, in -> read(in, 64), Bincode::write, value -> value);

  /** A signed number of 32 bits. */
  public static final Whole<Integer> i32 =
      new Whole<>(
          "i32",
          32,
          true,
          1,
          in -> unzigzag(read(in, 32)),
          (out, value) -> write(out, zigzag(value)),
          Long::intValue);

  /** A signed number of 64 bits. */
  public static final Whole<Long> i64 =
      new Whole<>(
          "i64",
          64,
          true,
          1,
          in -> unzigzag(read(in, 64)),
          (out, value) -> write(out, zigzag(value)),
          value -> value);

  private Bincode() {}

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  private static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  private static long read(In in, int bits) {
    int at = in.at();
    int first = in.u8();
    int width =
        first == 0xfb ? 16 : first == 0xfc ? 32 : first == 0xfd ? 64 : first > 0xfd ? 128 : 0;
    if (width > bits) {
      throw Malformed.wrong(String.format("0x%02x begins no number of %d bits", first, bits), at);
    }
    return switch (width) {
      case 16 -> in.u16le();
      case 32 -> in.u32le();
      case 64 -> in.i64le();
      default -> first;
    };
  }

  private static void write(Out out, long value) {
    if (Long.compareUnsigned(value, 250) <= 0) {
      out.u8((int) value);
    } else if (value >>> 16 == 0) {
      out.u8(0xfb).u16le((int) value);
    } else if (value >>> 32 == 0) {
      out.u8(0xfc).u32le(value);
    } else {
      out.u8(0xfd).i64le(value);
    }
  }
}
