// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.time.Duration;

/**
 * What a dialer has come for.
 *
 * @param goal when it is done
 * @param pings how many round trips, for {@link Goal#PING}
 * @param pause time between two pings
 */
public record Errand(Goal goal, int pings, Duration pause) {
  /** When an errand is done. */
  public enum Goal {
    /** Say who we are, hear who they are, leave. */
    GREET,
    /** The same, and ask for neighbours. */
    ASK_PEERS,
    /** The same, and time round trips. */
    PING,
    /** Stay and keep the conversation alive until told to leave. */
    STAY
  }

  /** An errand without pings. */
  public static Errand to(Goal goal) {
    return new Errand(goal, 0, Duration.ZERO);
  }
}
