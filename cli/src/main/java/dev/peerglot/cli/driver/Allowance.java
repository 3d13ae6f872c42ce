// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that one visit may take, all its tries together: whoever is silent costs the time that
 * was allowed once, not once for each way of speaking. Of two ways the first gets half of it, as
 * long as the peer has not said a word.
 */
final class Allowance {
  private final Duration connect;
  private final Duration handshake;
  private final Instant whole;
  private Instant connected;
  private Instant greeted;

  Allowance(Dialler.Settings settings, Instant now) {
    this.connect = settings.connect();
    this.handshake = settings.handshake();
    this.whole = settings.whole() == null ? null : now.plus(settings.whole());
  }

  /** Most time for TCP and the proxy; never negative. */
  Duration connect(Instant now) {
    Duration left = whole == null ? connect : Duration.between(now, whole);
    Duration least = left.compareTo(connect) < 0 ? left : connect;
    return least.isNegative() ? Duration.ZERO : least;
  }

  /** The connection of a try is there; the time for the handshake runs from the first one on. */
  void connected(Instant now) {
    connected = now;
    if (greeted == null && handshake != null) {
      greeted = now.plus(handshake);
    }
  }

  /**
   * The end of what goes on now, or null for none.
   *
   * @param shaken whether the handshake is over
   * @param another whether there is another way to speak, should this one come to nothing
   */
  Instant until(boolean shaken, boolean another) {
    boolean sooner = greeted != null && (whole == null || greeted.isBefore(whole));
    Instant end = !shaken && sooner ? greeted : whole;
    return end == null || !another
        ? end
        : connected.plus(Duration.between(connected, end).dividedBy(2));
  }
}
