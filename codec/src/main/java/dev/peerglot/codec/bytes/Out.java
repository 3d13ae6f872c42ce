// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing output. Numbers are cut to the width written; the types above check ranges. */
public final class Out {
  private static final VarHandle U16LE = handle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle U16BE = handle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle U32LE = handle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle U32BE = handle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle U64LE = handle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle U64BE = handle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] array;
  private int size;

  /** Empty output with room for some fields. */
  public Out() {
    this(64);
  }

  /** Empty output with room for {@code room} bytes before it has to grow. */
  public Out(int room) {
    array = new byte[room];
  }

  private static VarHandle handle(Class<?> view, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(view, order);
  }

  /** Makes room for {@code count} bytes and returns the index of the first in {@link #array()}. */
  public int grow(int count) {
    int from = size;
    if (count > array.length - from) {
      array = Arrays.copyOf(array, Math.max(Math.addExact(from, count), array.length * 2));
    }
    size = from + count;
    return from;
  }

  /** The array behind the output; replaced when it grows. */
  public byte[] array() {
    return array;
  }

  /** How many bytes have been written. */
  public int size() {
    return size;
  }

  /** Takes back everything after the first {@code length} bytes. */
  public void truncate(int length) {
    size = Math.min(size, length);
  }

  /** Drops the first {@code length} bytes; the others move to the front. */
  public void drop(int length) {
    System.arraycopy(array, length, array, 0, size - length);
    size -= length;
  }

  /** One byte. */
  public Out u8(int value) {
    int at = grow(1);
    array[at] = (byte) value;
    return this;
  }

  /** Two bytes, low byte first. */
  public Out u16le(int value) {
    int at = grow(2);
    U16LE.set(array, at, (short) value);
    return this;
  }

  /** Two bytes, high byte first. */
  public Out u16be(int value) {
    int at = grow(2);
    U16BE.set(array, at, (short) value);
    return this;
  }

  /** Four bytes, low byte first. */
  public Out u32le(long value) {
    int at = grow(4);
    U32LE.set(array, at, (int) value);
    return this;
  }

  /** Four bytes, high byte first. */
  public Out u32be(long value) {
    int at = grow(4);
    U32BE.set(array, at, (int) value);
    return this;
  }

  /** Eight bytes, low byte first. */
  public Out i64le(long value) {
    int at = grow(8);
    U64LE.set(array, at, value);
    return this;
  }

  /** Eight bytes, high byte first. */
  public Out i64be(long value) {
    int at = grow(8);
    U64BE.set(array, at, value);
    return this;
  }

  /** All bytes of an array. */
  public Out bytes(byte[] bytes) {
    return bytes(bytes, 0, bytes.length);
  }

  /** A range of an array. */
  public Out bytes(byte[] bytes, int offset, int length) {
    int at = grow(length);
    System.arraycopy(bytes, offset, array, at, length);
    return this;
  }

  /** Text as UTF-8, without a length. */
  public Out utf8(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code count} zero bytes. */
  public Out zeros(int count) {
    int at = grow(count);
    Arrays.fill(array, at, at + count, (byte) 0);
    return this;
  }

  /** A copy of what has been written. */
  public byte[] toBytes() {
    return Arrays.copyOf(array, size);
  }
}
