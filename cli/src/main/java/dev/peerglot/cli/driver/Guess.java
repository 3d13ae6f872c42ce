// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import java.util.List;

/**
 * What connections may speak.
 *
 * @param candidates the protocols
 * @param insisted the network that every connection is taken for, or null
 */
public record Guess(List<Protocol> candidates, Network insisted) {
  /** Any network that is known. */
  public static Guess open() {
    return new Guess(Protocols.all(), null);
  }

  /** A certain one. */
  public static Guess only(Protocol protocol, Network network) {
    return new Guess(List.of(protocol), network);
  }

  /**
   * How it stands with a connection.
   *
   * @param protocol what it speaks, or null
   * @param network on which network
   * @param open whether more bytes may tell
   */
  record Answer(Protocol protocol, Network network, boolean open) {}

  /** Looks at the first bytes of both sides; {@code now} for the last time. */
  Answer look(Opening opening, boolean now, Secrets secrets) {
    Protocol best = null;
    Likeness likeness = Likeness.NO;
    boolean open = false;
    for (Protocol protocol : candidates) {
      Likeness look = protocol.likeness(opening, secrets);
      open |= look.degree() == Likeness.Degree.UNDECIDED;
      if (look.degree().compareTo(likeness.degree()) > 0) {
        likeness = look;
        best = protocol;
      }
    }
    boolean sure = likeness.degree() == Likeness.Degree.CERTAIN;
    boolean likely = likeness.degree().compareTo(Likeness.Degree.POSSIBLE) >= 0;
    if (sure || likely && (now || !open)) {
      Network network = likeness.network();
      return new Answer(best, network == null ? best.networks().getFirst() : network, false);
    }
    return new Answer(null, null, open && !now);
  }
}
