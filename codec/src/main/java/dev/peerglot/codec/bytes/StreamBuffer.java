// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * What has arrived of a stream and is not used yet. Bytes are added at the end and taken from the
 * front; {@link #at()} is the offset of the first unused byte in the whole stream.
 */
public final class StreamBuffer {
  private final ByteBuf buffer = Unpooled.buffer(256);
  private long at;

  /** An empty buffer of a stream from its first byte on. */
  public StreamBuffer() {}

  /** Adds a copy of a range at the end. */
  public void add(byte[] bytes, int offset, int length) {
    buffer.discardSomeReadBytes();
    buffer.writeBytes(bytes, offset, length);
  }

  /** How many bytes wait. */
  public int size() {
    return buffer.readableBytes();
  }

  /** Offset in the stream of the first byte that waits. */
  public long at() {
    return at;
  }

  /** The array behind the buffer, for reading between {@link #index()} and {@link #size()} more. */
  public byte[] array() {
    return buffer.array();
  }

  /** The index of the first waiting byte in {@link #array()}. */
  public int index() {
    return buffer.arrayOffset() + buffer.readerIndex();
  }

  /** One of the waiting bytes, 0 to 255. */
  public int u8(int index) {
    return buffer.getUnsignedByte(buffer.readerIndex() + index);
  }

  /** Four waiting bytes, low byte first. */
  public long u32le(int index) {
    return buffer.getUnsignedIntLE(buffer.readerIndex() + index);
  }

  /** Four waiting bytes, high byte first. */
  public long u32be(int index) {
    return buffer.getUnsignedInt(buffer.readerIndex() + index);
  }

  /** A copy of waiting bytes that stay. */
  public byte[] peek(int index, int length) {
    byte[] copy = new byte[length];
    buffer.getBytes(buffer.readerIndex() + index, copy);
    return copy;
  }

  /** Takes {@code length} bytes from the front. */
  public byte[] take(int length) {
    byte[] taken = new byte[length];
    buffer.readBytes(taken);
    at += length;
    return taken;
  }

  /** Drops {@code length} bytes from the front. */
  public void skip(int length) {
    buffer.skipBytes(length);
    at += length;
  }

  /** Moves the stream offset on by bytes that never came; nothing may wait. */
  public void jump(long missing) {
    if (size() != 0) {
      throw new IllegalStateException(size() + " bytes wait before the hole");
    }
    at += missing;
  }
}
