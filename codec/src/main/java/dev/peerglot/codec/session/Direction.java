// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.StreamBuffer;

/**
 * One direction of a connection: the bytes that wait to be understood, and the byte balance. What
 * is left over when a phase ends stays here, so that a change of framing moves no buffers.
 */
public final class Direction {
  private final Side from;
  private final StreamBuffer buffer = new StreamBuffer();
  private long captured;
  private long decoded;
  private long missing;
  private boolean ended;
  private boolean closed;
  private boolean deaf;

  Direction(Side from) {
    this.from = from;
  }

  /** Whose bytes they are. */
  public Side from() {
    return from;
  }

  /** The bytes that wait. */
  public StreamBuffer buffer() {
    return buffer;
  }

  /** Offset of the first waiting byte in the stream, holes included. */
  public long at() {
    return buffer.at();
  }

  /** How many bytes wait. */
  public int waiting() {
    return buffer.size();
  }

  /** Whether nothing more will come. */
  public boolean ended() {
    return ended;
  }

  /** Who is to blame for what is cut off: the peer if it closed, the capture if that ends first. */
  public Fault.Blame cutter() {
    return closed ? Fault.Blame.PEER : Fault.Blame.CAPTURE;
  }

  /** Takes bytes that have been understood. */
  public byte[] take(int length) {
    decoded += length;
    return buffer.take(length);
  }

  /** Drops bytes that have been understood without copying them. */
  public void pass(int length) {
    decoded += length;
    buffer.skip(length);
  }

  /** Drops bytes that mean nothing. */
  public void waste(int length) {
    buffer.skip(length);
  }

  /**
   * Counts bytes as understood that left the buffer as {@link #waste}: for ciphers, where bytes are
   * taken when they are decrypted and understood when the frame is whole.
   */
  public void understood(long count) {
    decoded += count;
  }

  /** From now on bytes are counted, not kept: nothing more can be understood. */
  public void giveUp() {
    buffer.skip(buffer.size());
    deaf = true;
  }

  /** Whether bytes are only counted. */
  public boolean givenUp() {
    return deaf;
  }

  void add(byte[] bytes, int offset, int length) {
    captured += length;
    buffer.add(bytes, offset, length);
    if (deaf) {
      buffer.skip(length);
    }
  }

  void hole(long count) {
    missing += count;
    buffer.skip(buffer.size());
    buffer.jump(count);
  }

  void end(boolean byItself) {
    ended = true;
    closed = byItself;
  }

  /** The balance so far. */
  public Balance balance() {
    return new Balance(captured, decoded, captured - decoded, missing);
  }
}
