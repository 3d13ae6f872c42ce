// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A reading window over bytes with a cursor. Offsets count from the first byte of the window, so
 * that an error names the byte of the message. Every read checks what is left and throws {@link
 * Malformed}, never anything else. Plain arrays, because a one-off command must not pay for loading
 * a buffer library (see {@code docs/adr/0002-arrays-and-netty.md}).
 */
public final class In {
  private static final VarHandle U16LE = handle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle U16BE = handle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle U32LE = handle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle U32BE = handle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle U64LE = handle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle U64BE = handle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] array;
  private final int start;
  private int position;
  private int end;
  private int depth;

  /** A window over a whole array. */
  public In(byte[] array) {
    this(array, 0, array.length);
  }

  /** A window over {@code length} bytes from {@code offset}. */
  public In(byte[] array, int offset, int length) {
    this.array = array;
    this.start = offset;
    this.position = offset;
    this.end = offset + length;
  }

  private static VarHandle handle(Class<?> view, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(view, order);
  }

  /** The offset of the next byte. */
  public int at() {
    return position - start;
  }

  /** How many bytes are left in the window. */
  public int left() {
    return end - position;
  }

  /** The array behind the window: read only between {@link #index()} and its end. */
  public byte[] array() {
    return array;
  }

  /** The index of the next byte in {@link #array()}. */
  public int index() {
    return position;
  }

  /**
   * Checks that {@code count} bytes are left and moves past them; returns the index of the first.
   */
  public int take(int count) {
    int from = position;
    if (count < 0 || count > end - from) {
      throw Malformed.tooShort(count, left(), at());
    }
    position = from + count;
    return from;
  }

  /** The next byte without moving, 0 to 255. */
  public int peek() {
    if (position == end) {
      throw Malformed.tooShort(1, 0, at());
    }
    return array[position] & 0xff;
  }

  /** One byte, 0 to 255. */
  public int u8() {
    return array[take(1)] & 0xff;
  }

  /** Two bytes, low byte first. */
  public int u16le() {
    return (short) U16LE.get(array, take(2)) & 0xffff;
  }

  /** Two bytes, high byte first. */
  public int u16be() {
    return (short) U16BE.get(array, take(2)) & 0xffff;
  }

  /** Four bytes, low byte first, as a number from 0 to 2^32 - 1. */
  public long u32le() {
    return (int) U32LE.get(array, take(4)) & 0xffffffffL;
  }

  /** Four bytes, high byte first, as a number from 0 to 2^32 - 1. */
  public long u32be() {
    return (int) U32BE.get(array, take(4)) & 0xffffffffL;
  }

  /** Eight bytes, low byte first; the caller says whether the top bit is a sign. */
  public long i64le() {
    return (long) U64LE.get(array, take(8));
  }

  /** Eight bytes, high byte first; the caller says whether the top bit is a sign. */
  public long i64be() {
    return (long) U64BE.get(array, take(8));
  }

  /** A copy of the next {@code count} bytes. */
  public byte[] bytes(int count) {
    int from = take(count);
    return Arrays.copyOfRange(array, from, from + count);
  }

  /** A copy of everything that is left. */
  public byte[] rest() {
    return bytes(left());
  }

  /**
   * Narrows the window to the next {@code count} bytes, for a length-prefixed inner value. Returns
   * what {@link #leave} wants to have back.
   */
  public int enter(int count) {
    if (count < 0 || count > left()) {
      throw Malformed.tooShort(count, left(), at());
    }
    int outer = end;
    end = position + count;
    return outer;
  }

  /** Widens the window again; what the inner value left over is passed over. */
  public void leave(int outer) {
    position = end;
    end = outer;
  }

  /**
   * Moves the cursor to an offset in front of the window's end, for formats whose values are not
   * read in the order in which they lie.
   */
  public void moveTo(int at) {
    if (at < 0 || at > end - start) {
      throw new IllegalArgumentException(at + " is outside of the window");
    }
    position = start + at;
  }

  /** Goes one nesting level down; more than {@code limit} levels are refused. */
  public void down(int limit) {
    if (++depth > limit) {
      depth--;
      throw Malformed.limit("nested more than " + limit + " levels deep", at());
    }
  }

  /** Comes back from a nesting level. */
  public void up() {
    depth--;
  }

  /**
   * Goes down a nesting level that costs more than one: for values of several kinds inside one
   * another that share a budget. Refused when the budget does not suffice.
   */
  public void down(int cost, int budget) {
    if (depth + cost > budget) {
      throw Malformed.limit("nested too deep: all " + budget + " levels are used up", at());
    }
    depth += cost;
  }

  /** Comes back from a level of that cost. */
  public void up(int cost) {
    depth -= cost;
  }
}
