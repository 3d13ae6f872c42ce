// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.Arrays;

/**
 * One direction of a TCP connection: where its stream starts, how far it was delivered and what was
 * counted. Offsets are bytes since the first data byte, so that sequence numbers may wrap.
 *
 * <p>When the direction is over, the span of sequence numbers seen is {@link #captured} + {@link
 * #missing}.
 */
public final class TcpDirection {
  /** How many given-up holes are remembered to tell late bytes from repeated ones. */
  private static final int MAX_GAPS = 64;

  final TcpStream stream;
  final boolean fromLow;

  boolean synSeen;
  int initialSequence;

  /** True once the place of the first byte is settled; before, everything is held. */
  boolean placed;

  /** The sequence number of offset 0; provisional until {@link #placed}. */
  int origin;

  long next;
  HeldSegments held;
  RecentBytes.Runs recent;
  boolean closed;

  boolean finSeen;
  int finSequence;
  long fin = -1;

  boolean peerAckSeen;
  int lowestPeerAck;
  int highestPeerAck;

  /** What the peer acknowledged: now, at the last checkpoint, and at the one before. */
  long acknowledged;

  long acknowledgedAtCheckpoint;
  long acknowledgedBefore;
  long checkpointPackets;
  long checkpointNanos = Long.MIN_VALUE;

  /** When the first data of a direction that is not placed came: packet count and time. */
  long waitingSincePackets = -1;

  long waitingSinceNanos;

  long captured;
  long missing;
  long retransmitted;
  long conflicting;
  long unplaced;
  long keepAlives;

  private long[] gaps;
  private int gapCount;

  TcpDirection(TcpStream stream, boolean fromLow) {
    this.stream = stream;
    this.fromLow = fromLow;
  }

  /** Tells whether the sequence number of the first byte is known from the handshake. */
  public boolean startSeen() {
    return synSeen;
  }

  /** Returns the sequence number of the byte at offset 0. */
  public int firstSequence() {
    return origin;
  }

  /** Returns the bytes delivered to the sink, each counted once. */
  public long captured() {
    return captured;
  }

  /** Returns the bytes reported as gaps. */
  public long missing() {
    return missing;
  }

  /** Returns the bytes that were captured again. */
  public long retransmitted() {
    return retransmitted;
  }

  /**
   * Returns the bytes that were captured again with another value; the first is the one delivered.
   * Compared is what is held or was delivered lately: the last 32 segments, within the last 4 MiB
   * of all traffic.
   */
  public long conflicting() {
    return conflicting;
  }

  /**
   * Returns the bytes that came after their hole was given up, before the first byte or after the
   * last one: captured, but not to be delivered in order. Exact as long as no more than 64 holes
   * were given up before.
   */
  public long unplaced() {
    return unplaced;
  }

  /** Returns the number of keep-alive probes. */
  public long keepAlives() {
    return keepAlives;
  }

  /** Returns the bytes delivered or reported as gaps so far. */
  public long position() {
    return next;
  }

  long offsetOf(int sequence) {
    return next + (sequence - (origin + (int) next));
  }

  long heldCost() {
    return held == null ? 0 : held.cost();
  }

  /** Tells whether something waits for time to pass: a hole, or the settling of the first byte. */
  boolean waits() {
    return holds() || (!closed && (fin >= 0 || (!placed && finSeen)));
  }

  boolean holds() {
    return held != null && !held.isEmpty();
  }

  void rememberGap(long bytes) {
    if (gaps == null) {
      gaps = new long[2];
    } else if (gapCount * 2 == gaps.length && gapCount < MAX_GAPS) {
      gaps = Arrays.copyOf(gaps, gaps.length * 2);
    }
    int slot = gapCount % MAX_GAPS * 2;
    gaps[slot] = next;
    gaps[slot + 1] = next + bytes;
    gapCount++;
  }

  /** Tells whether the byte at an offset lies in a hole that was given up. */
  boolean gaveUp(long offset) {
    for (int i = 0; gaps != null && i < Math.min(gapCount, MAX_GAPS); i++) {
      if (offset >= gaps[2 * i] && offset < gaps[2 * i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Tells how many bytes from one offset to another lie in holes or before the first byte. */
  long lateBytes(long from, long to) {
    long late = Math.max(0, Math.min(to, 0) - from);
    for (int i = 0; gaps != null && i < Math.min(gapCount, MAX_GAPS); i++) {
      late += Math.max(0, Math.min(to, gaps[2 * i + 1]) - Math.max(from, gaps[2 * i]));
    }
    return late;
  }
}
