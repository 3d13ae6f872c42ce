// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;

/** Whole numbers as the wires write them: fixed widths in both byte orders, and counted groups. */
public final class Numbers {
  /** One byte. */
  public static final Whole<Integer> u8 =
      new Whole<>("u8", 8, false, 1, In::u8, (out, v) -> out.u8((int) v), Long::intValue);

  /** One byte, two's complement. */
  public static final Whole<Integer> i8 =
      new Whole<>(
          "i8", 8, true, 1, in -> (byte) in.u8(), (out, v) -> out.u8((int) v), Long::intValue);

  /** Two bytes, low byte first. */
  public static final Whole<Integer> u16le =
      new Whole<>("u16le", 16, false, 2, In::u16le, (out, v) -> out.u16le((int) v), Long::intValue);

  /** Two bytes, low byte first, two's complement. */
  public static final Whole<Integer> i16le =
      new Whole<>(
          "i16le",
          16,
          true,
          2,
          in -> (short) in.u16le(),
          (out, v) -> out.u16le((int) v),
          Long::intValue);

  /** Two bytes, high byte first. */
  public static final Whole<Integer> u16be =
      new Whole<>("u16be", 16, false, 2, In::u16be, (out, v) -> out.u16be((int) v), Long::intValue);

  /** Four bytes, low byte first. */
  public static final Whole<Long> u32le =
      new Whole<>("u32le", 32, false, 4, In::u32le, Out::u32le, v -> v);

  /** Four bytes, high byte first. */
  public static final Whole<Long> u32be =
      new Whole<>("u32be", 32, false, 4, In::u32be, Out::u32be, v -> v);

  /** Four bytes, low byte first, two's complement. */
  public static final Whole<Integer> i32le =
      new Whole<>("i32le", 32, true, 4, in -> (int) in.u32le(), Out::u32le, Long::intValue);

  /** Eight bytes, low byte first. */
  public static final Whole<Long> u64le =
      new Whole<>("u64le", 64, false, 8, In::i64le, Out::i64le, v -> v);

  /** Eight bytes, high byte first. */
  public static final Whole<Long> u64be =
      new Whole<>("u64be", 64, false, 8, In::i64be, Out::i64be, v -> v);

  /** Eight bytes, low byte first, two's complement. */
  public static final Whole<Long> i64le =
      new Whole<>("i64le", 64, true, 8, In::i64le, Out::i64le, v -> v);

  /**
   * Groups of seven bits, least significant first, top bit set on all but the last byte (unsigned
   * LEB128); at most 64 bits. Overlong forms are read, never written.
   */
  public static final Whole<Long> varint =
      new Whole<>("varint", 64, false, 1, Numbers::readVarint, Numbers::writeVarint, v -> v);

  private Numbers() {}

  private static long readVarint(In in) {
    int at = in.at();
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int b = in.u8();
      if (shift == 63 && b > 1) {
        throw Malformed.wrong("a varint of more than 64 bits", at);
      }
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw Malformed.wrong("a varint of more than 10 bytes", at);
  }

  private static void writeVarint(Out out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.u8((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.u8((int) rest);
  }
}
