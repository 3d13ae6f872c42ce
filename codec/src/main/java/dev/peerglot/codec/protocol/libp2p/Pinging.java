// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.crypto.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Our pings: 32 random bytes on one stream, one after the other, as often as the errand wants, else
 * every 15 seconds as rust-libp2p does.
 */
final class Pinging {
  private static final Duration ALIVE = Duration.ofSeconds(15);
  private static final int SIZE = 32;

  private final Errand errand;
  private final Entropy entropy;
  private long stream;
  private byte[] data;
  private Instant sent;
  private Instant due;

  Pinging(Errand errand, Entropy entropy) {
    this.errand = errand;
    this.entropy = entropy;
  }

  /** They go on that stream. */
  void begin(long number) {
    stream = number;
  }

  boolean isOn(long number) {
    return stream != 0 && stream == number;
  }

  /** When the next one is due, or null while there is none. */
  Instant due() {
    return due;
  }

  boolean isDue(Instant now) {
    return due != null && !now.isBefore(due);
  }

  /** The next one. */
  Outgoing ping(Instant now) {
    data = entropy.bytes(SIZE);
    sent = now;
    due = null;
    return Acts.raw(stream, data);
  }

  /** Takes the answer to the last one; whether it is that. */
  boolean pong(byte[] answer, Instant now, Findings findings) {
    if (data == null || !Arrays.equals(answer, data)) {
      return false;
    }
    data = null;
    findings.roundTrips().add(Duration.between(sent, now));
    due = isDone(findings) ? null : now.plus(isErrand() ? errand.pause() : ALIVE);
    return true;
  }

  private boolean isErrand() {
    return errand.goal() == Errand.Goal.PING;
  }

  /** Whether that was all. */
  boolean isDone(Findings findings) {
    return isErrand() && findings.roundTrips().size() >= errand.pings();
  }
}
