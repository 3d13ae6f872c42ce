// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

/** A rate as a schedule: each taker is told its time. Pure. */
final class Bucket {
  private final double gap;
  private double next;

  /** So many a second, evenly spread; 0 for no limit. */
  Bucket(double rate) {
    gap = rate <= 0 ? 0 : 1000 / rate;
  }

  /** When the next one may go, in milliseconds, not before {@code now}. */
  long when(long now) {
    return Math.max(now, (long) Math.ceil(next));
  }

  /** Takes the next place; gives its time. */
  long take(long now) {
    long time = when(now);
    next = Math.max(now, next) + gap;
    return time;
  }
}
