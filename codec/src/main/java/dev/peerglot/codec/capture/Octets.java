// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole numbers in byte arrays, most significant byte first unless the name says otherwise. */
final class Octets {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Octets() {}

  static int u8(byte[] buffer, int offset) {
    return buffer[offset] & 0xff;
  }

  static int u16(byte[] buffer, int offset) {
    return (short) SHORT.get(buffer, offset) & 0xffff;
  }

  static int i32(byte[] buffer, int offset) {
    return (int) INT.get(buffer, offset);
  }

  static long u32(byte[] buffer, int offset) {
    return (int) INT.get(buffer, offset) & 0xffff_ffffL;
  }

  static long i64(byte[] buffer, int offset) {
    return (long) LONG.get(buffer, offset);
  }

  /** Reads 16 bits in the byte order that a capture file was written in. */
  static int u16(byte[] buffer, int offset, boolean little) {
    int value = u16(buffer, offset);
    return little ? Short.reverseBytes((short) value) & 0xffff : value;
  }

  /** Reads 32 bits in the byte order that a capture file was written in. */
  static int i32(byte[] buffer, int offset, boolean little) {
    int value = i32(buffer, offset);
    return little ? Integer.reverseBytes(value) : value;
  }

  /** Reads 32 unsigned bits in the byte order that a capture file was written in. */
  static long u32(byte[] buffer, int offset, boolean little) {
    return i32(buffer, offset, little) & 0xffff_ffffL;
  }

  static void put16(byte[] buffer, int offset, int value) {
    SHORT.set(buffer, offset, (short) value);
  }

  static void put32(byte[] buffer, int offset, int value) {
    INT.set(buffer, offset, value);
  }

  static void put64(byte[] buffer, int offset, long value) {
    LONG.set(buffer, offset, value);
  }

  /** Writes 32 bits least significant byte first. */
  static void put32Little(byte[] buffer, int offset, int value) {
    put32(buffer, offset, Integer.reverseBytes(value));
  }
}
