// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.noise;

import static dev.peerglot.crypto.noise.Token.E;
import static dev.peerglot.crypto.noise.Token.EE;
import static dev.peerglot.crypto.noise.Token.ES;
import static dev.peerglot.crypto.noise.Token.S;
import static dev.peerglot.crypto.noise.Token.SE;

import java.util.List;

/**
 * A handshake pattern: which tokens each message carries before its payload. The initiator writes
 * the first message, then they take turns.
 *
 * @param name as in the protocol name
 * @param responderKnown whether the initiator knows the responder's static key beforehand ({@code
 *     <- s} before the dots)
 * @param messages the tokens of each message
 */
public record Pattern(String name, boolean responderKnown, List<List<Token>> messages) {

  /** Both send their static keys: libp2p. */
  public static final Pattern XX =
      new Pattern("XX", false, List.of(List.of(E), List.of(E, EE, S, ES), List.of(S, SE)));

  /** The responder's static key is known to the initiator: Exonum. */
  public static final Pattern XK =
      new Pattern("XK", true, List.of(List.of(E, ES), List.of(E, EE), List.of(S, SE)));

  /** The full protocol name, such as {@code Noise_XX_25519_ChaChaPoly_SHA256}. */
  public String protocol() {
    return "Noise_" + name + "_25519_ChaChaPoly_SHA256";
  }
}
