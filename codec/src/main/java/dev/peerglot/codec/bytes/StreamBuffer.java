// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * What has arrived of a stream and is not used yet. Bytes are added at the end and taken from the
 * front; {@link #at()} is the offset of the first unused byte in the whole stream.
 *
 * <p>A piece that comes while nothing waits is kept as it is: most pieces hold whole messages, and
 * a command that decodes one message is spared a netty buffer (see {@code
 * docs/adr/0002-arrays-and-netty.md}). Pieces that must be joined are joined in one.
 */
public final class StreamBuffer {
  private static final byte[] NOTHING = {};

  /** Bytes of storage that an empty buffer keeps for the next piece to overwrite. */
  private static final int KEPT = 64 << 10;

  private static final VarHandle U32LE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle U32BE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** The waiting bytes are those from {@code index} to {@code end}. */
  private byte[] array = NOTHING;

  private int index;
  private int end;

  /** The buffer around {@link #array} while it holds joined pieces; else null. */
  private ByteBuf joined;

  private long at;

  /** An empty buffer of a stream from its first byte on. */
  public StreamBuffer() {}

  /** Adds a copy of a range at the end. */
  public void add(byte[] bytes, int offset, int length) {
    if (size() == 0) {
      if (array.length < length) {
        array = new byte[length];
      }
      joined = null;
      System.arraycopy(bytes, offset, array, 0, length);
      index = 0;
      end = length;
    } else {
      join(bytes, offset, length);
    }
  }

  private void join(byte[] bytes, int offset, int length) {
    if (joined == null) {
      joined = Unpooled.buffer(Math.max(256, 2 * (size() + length)));
      joined.writeBytes(array, index, size());
    } else {
      joined.setIndex(index, end);
      joined.discardSomeReadBytes();
    }
    joined.writeBytes(bytes, offset, length);
    array = joined.array();
    index = joined.readerIndex();
    end = joined.writerIndex();
  }

  /** How many bytes wait. */
  public int size() {
    return end - index;
  }

  /** How many bytes of memory it takes. */
  public int room() {
    return array.length;
  }

  /** Offset in the stream of the first byte that waits. */
  public long at() {
    return at;
  }

  /** The array behind the buffer, for reading between {@link #index()} and {@link #size()} more. */
  public byte[] array() {
    return array;
  }

  /** The index of the first waiting byte in {@link #array()}. */
  public int index() {
    return index;
  }

  /** One of the waiting bytes, 0 to 255. */
  public int u8(int offset) {
    return array[place(offset, 1)] & 0xff;
  }

  /** Four waiting bytes, low byte first. */
  public long u32le(int offset) {
    return (int) U32LE.get(array, place(offset, 4)) & 0xffff_ffffL;
  }

  /** Four waiting bytes, high byte first. */
  public long u32be(int offset) {
    return (int) U32BE.get(array, place(offset, 4)) & 0xffff_ffffL;
  }

  /** A copy of waiting bytes that stay. */
  public byte[] peek(int offset, int length) {
    int from = place(offset, length);
    return Arrays.copyOfRange(array, from, from + length);
  }

  /** Takes {@code length} bytes from the front. */
  public byte[] take(int length) {
    byte[] taken = peek(0, length);
    skip(length);
    return taken;
  }

  /** Drops {@code length} bytes from the front. */
  public void skip(int length) {
    index = place(0, length) + length;
    at += length;
    if (index == end && array.length > KEPT) {
      array = NOTHING;
      index = 0;
      end = 0;
      joined = null;
    }
  }

  /** Moves the stream offset on by bytes that never came; nothing may wait. */
  public void jump(long missing) {
    if (size() != 0) {
      throw new IllegalStateException(size() + " bytes wait before the hole");
    }
    at += missing;
  }

  /** Where waiting bytes lie in the array; those who ask for more than waits have a bug. */
  private int place(int offset, int length) {
    return index + Objects.checkFromIndexSize(offset, length, size());
  }
}
