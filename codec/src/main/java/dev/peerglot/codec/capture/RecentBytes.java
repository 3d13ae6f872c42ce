// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.Arrays;

/**
 * The bytes delivered last, of all connections together, so that what is captured again can be
 * compared with what was delivered.
 *
 * <p>One ring of 4 MiB; each direction remembers where its last 32 runs lie in it. What is older is
 * not compared.
 */
final class RecentBytes {
  private static final int CAPACITY = 4 * 1024 * 1024;
  private static final int MAX_RUNS = 32;

  /** The runs of one direction: place in the stream, place in the ring, length. */
  static final class Runs {
    private long[] values = new long[4 * 3];
    private int count;

    private void add(long offset, long position, int length) {
      if (count * 3 == values.length && count < MAX_RUNS) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      int at = count % MAX_RUNS * 3;
      values[at] = offset;
      values[at + 1] = position;
      values[at + 2] = length;
      count++;
    }
  }

  private byte[] ring;
  private long written;

  /** Remembers bytes that a direction delivers at its current position. */
  void add(TcpDirection direction, byte[] buffer, int from, int length) {
    if (ring == null) {
      ring = new byte[CAPACITY];
    }
    if (length > CAPACITY / 4) {
      return;
    }
    int at = (int) (written % CAPACITY);
    if (at + length > CAPACITY) {
      // A run is kept in one piece; the end of the ring stays unused.
      written += CAPACITY - at;
      at = 0;
    }
    System.arraycopy(buffer, from, ring, at, length);
    if (direction.recent == null) {
      direction.recent = new Runs();
    }
    direction.recent.add(direction.next, written, length);
    written += length;
  }

  /** Counts the bytes of a repeated segment that differ from what was delivered at their place. */
  int differences(TcpDirection direction, long offset, byte[] buffer, int from, int length) {
    Runs runs = direction.recent;
    int different = 0;
    for (int i = 0; runs != null && i < Math.min(runs.count, MAX_RUNS); i++) {
      long runOffset = runs.values[3 * i];
      long position = runs.values[3 * i + 1];
      long start = Math.max(offset, runOffset);
      long end = Math.min(offset + length, runOffset + runs.values[3 * i + 2]);
      if (start < end && position + CAPACITY >= written) {
        different +=
            differences(
                ring,
                (int) (position % CAPACITY + (start - runOffset)),
                buffer,
                from + (int) (start - offset),
                (int) (end - start));
      }
    }
    return different;
  }

  /** Counts the places where two runs of bytes differ. */
  static int differences(byte[] a, int fromA, byte[] b, int fromB, int length) {
    int count = 0;
    int at = 0;
    while (at < length) {
      int same = Arrays.mismatch(a, fromA + at, fromA + length, b, fromB + at, fromB + length);
      if (same < 0) {
        break;
      }
      at += same + 1;
      count++;
    }
    return count;
  }
}
