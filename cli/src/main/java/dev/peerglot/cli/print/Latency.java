// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

/**
 * How long things took, in constant memory: least, mean and most are exact, other shares of them to
 * a sixteenth of their value.
 */
public final class Latency {
  private static final int STEPS = 16;

  private final long[] counts = new long[(64 - 3) * STEPS];
  private long count;
  private long sum;
  private long least = Long.MAX_VALUE;
  private long most;

  Latency() {}

  /** Adds a time in nanoseconds; a negative one, which disorder makes, counts as none. */
  void add(long nanos) {
    long time = Math.max(0, nanos);
    count++;
    sum += time;
    least = Math.min(least, time);
    most = Math.max(most, time);
    counts[slot(time)]++;
  }

  private static int slot(long time) {
    if (time < STEPS) {
      return (int) time;
    }
    int shift = 63 - Long.numberOfLeadingZeros(time) - 4;
    return (shift + 1) * STEPS + (int) (time >>> shift & STEPS - 1);
  }

  private static long middle(int slot) {
    if (slot < STEPS) {
      return slot;
    }
    int shift = slot / STEPS - 1;
    return (STEPS + slot % STEPS << shift) + (1L << shift >> 1);
  }

  /** How many times. */
  public long count() {
    return count;
  }

  /** The shortest, in nanoseconds. */
  public long least() {
    return count == 0 ? 0 : least;
  }

  /** The longest. */
  public long most() {
    return most;
  }

  /** The mean. */
  public long mean() {
    return count == 0 ? 0 : sum / count;
  }

  /** The time that this share of all (0 to 1) does not exceed. */
  public long within(double share) {
    long wanted = (long) Math.ceil(share * count);
    long seen = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      seen += counts[slot];
      if (seen >= wanted && seen > 0) {
        return Math.clamp(middle(slot), least(), most);
      }
    }
    return most;
  }
}
