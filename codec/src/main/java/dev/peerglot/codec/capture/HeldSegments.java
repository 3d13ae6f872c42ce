// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Segments of one direction that wait for a hole before them to be filled: sorted, without overlap.
 *
 * <p>Where segments overlap, the bytes that came first stay. A piece without bytes stands for data
 * that was on the wire but that the snap length cut off; real bytes replace it.
 */
final class HeldSegments {
  /** What the bookkeeping of a piece counts for against the limits. */
  static final long OVERHEAD = 128;

  /** A run of bytes at a place in the stream; {@code bytes} is null where they were cut off. */
  record Piece(long offset, int length, byte[] bytes, long epochNanos) {
    long end() {
      return offset + length;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private int head;
  private long cost;

  /** Bytes of the last {@link #add} that were there already, and those of them that differed. */
  int repeated;

  int conflicting;

  boolean isEmpty() {
    return head == pieces.size();
  }

  /** Returns what the segments cost against the limits. */
  long cost() {
    return cost;
  }

  Piece first() {
    return pieces.get(head);
  }

  Piece removeFirst() {
    Piece piece = pieces.get(head);
    head++;
    cost -= costOf(piece);
    if (head == pieces.size()) {
      pieces.clear();
      head = 0;
    } else if (head > 64 && head > pieces.size() / 2) {
      pieces.subList(0, head).clear();
      head = 0;
    }
    return piece;
  }

  /** Returns the end of the last piece. */
  long end() {
    return pieces.getLast().end();
  }

  /** Moves every place by a distance. */
  void shift(long distance) {
    for (int i = head; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      pieces.set(
          i, new Piece(piece.offset + distance, piece.length, piece.bytes, piece.epochNanos));
    }
  }

  /**
   * Adds the parts of a segment that are not there yet. Sets {@link #repeated} and {@link
   * #conflicting}.
   *
   * @param bytes holds them, or null for bytes that were cut off
   */
  void add(long offset, byte[] bytes, int from, int length, long epochNanos) {
    repeated = 0;
    conflicting = 0;
    long at = offset;
    long end = offset + length;
    int index = firstEndingAfter(at);
    while (at < end) {
      Piece next = index < pieces.size() ? pieces.get(index) : null;
      if (next == null || next.offset >= end) {
        insert(index, at, bytes, from + (int) (at - offset), (int) (end - at), epochNanos);
        return;
      }
      if (next.offset > at) {
        insert(index, at, bytes, from + (int) (at - offset), (int) (next.offset - at), epochNanos);
        at = next.offset;
        index++;
        next = pieces.get(index);
      }
      int common = (int) (Math.min(end, next.end()) - at);
      int inNext = (int) (at - next.offset);
      if (bytes != null && next.bytes == null) {
        index = replace(index, inNext, bytes, from + (int) (at - offset), common, epochNanos);
      } else {
        if (bytes != null) {
          repeated += common;
          conflicting +=
              RecentBytes.differences(
                  next.bytes, inNext, bytes, from + (int) (at - offset), common);
        }
        index++;
      }
      at += common;
    }
  }

  private int firstEndingAfter(long offset) {
    int low = head;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void insert(int index, long offset, byte[] bytes, int from, int length, long epochNanos) {
    byte[] copy = bytes == null ? null : Arrays.copyOfRange(bytes, from, from + length);
    Piece piece = new Piece(offset, length, copy, epochNanos);
    pieces.add(index, piece);
    cost += costOf(piece);
  }

  /** Puts real bytes in the place of a part of a piece without; returns the index after them. */
  private int replace(int index, int inPiece, byte[] bytes, int from, int length, long epochNanos) {
    Piece hole = pieces.remove(index);
    cost -= costOf(hole);
    int at = index;
    if (inPiece > 0) {
      insert(at++, hole.offset, null, 0, inPiece, hole.epochNanos);
    }
    insert(at++, hole.offset + inPiece, bytes, from, length, epochNanos);
    int rest = hole.length - inPiece - length;
    if (rest > 0) {
      insert(at, hole.offset + inPiece + length, null, 0, rest, hole.epochNanos);
    }
    return at;
  }

  private static long costOf(Piece piece) {
    return OVERHEAD + (piece.bytes == null ? 0 : piece.length);
  }
}
