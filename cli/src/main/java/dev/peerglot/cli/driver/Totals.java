// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.capture.CaptureCounts;
import dev.peerglot.codec.session.Balance;

/** Where the bytes of all inputs went. */
public final class Totals {
  private Balance balance = Balance.ZERO;
  private long streams;
  private long foreignStreams;
  private long foreign;
  private CaptureCounts counts;

  /** Nothing read yet. */
  public Totals() {}

  /** Adds a connection that speaks something known. */
  void known(Balance bytes) {
    streams++;
    balance = balance.plus(bytes);
  }

  /** Adds a connection of which nobody knows what it speaks. */
  void foreign(long bytes) {
    foreignStreams++;
    foreign += bytes;
  }

  /** What captures consist of from now on. */
  void packets(CaptureCounts packets) {
    counts = packets;
  }

  /** The bytes of all connections that speak something known. */
  public Balance balance() {
    return balance;
  }

  /** How many connections speak something known. */
  public long streams() {
    return streams;
  }

  /** How many connections with payload speak nothing known. */
  public long foreignStreams() {
    return foreignStreams;
  }

  /** The payload bytes of those. */
  public long foreign() {
    return foreign;
  }

  /** What the last capture consisted of, packet by packet; null before one was read. */
  public CaptureCounts counts() {
    return counts;
  }
}
