// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.session.Network;

/**
 * How much a stream looks like a protocol.
 *
 * @param degree how sure it is
 * @param network which of the protocol's networks it must be, or null where the bytes do not tell
 */
public record Likeness(Degree degree, Network network) {
  /** Degrees, least first. */
  public enum Degree {
    /** It cannot be. */
    NO,
    /** More bytes will tell. */
    UNDECIDED,
    /** It may be; take it if nobody is surer. */
    POSSIBLE,
    /** It has the marks. */
    LIKELY,
    /** Nothing else looks like that. */
    CERTAIN
  }

  /** It cannot be. */
  public static final Likeness NO = new Likeness(Degree.NO, null);

  /** More bytes will tell. */
  public static final Likeness UNDECIDED = new Likeness(Degree.UNDECIDED, null);
}
