// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.crypto.curve.Ed25519;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The secrets of connections are libp2p's; the identity key is at once that of the account, of the
 * validator and of the author of what is published.
 */
final class Keys {
  static final Map<String, String> LABELS = dev.peerglot.codec.protocol.libp2p.Keys.LABELS;

  /** How many ports from the usual one on are taken for peers of one machine. */
  private static final int PORTS = 32;

  private Keys() {}

  /** As libp2p; the port speaks for it, and nothing else does before decryption. */
  static Likeness likeness(Opening opening) {
    Likeness likeness = dev.peerglot.codec.protocol.libp2p.Keys.likeness(opening);
    int beyond = opening.port() - Networks.PORT;
    boolean usual = beyond >= 0 && beyond < PORTS;
    return usual || likeness.degree() != Likeness.Degree.LIKELY
        ? likeness
        : new Likeness(Likeness.Degree.POSSIBLE, null);
  }

  /** The key in libp2p's notations, and before them as the address of an account. */
  static Identity identity(byte[] key) {
    Identity identity = dev.peerglot.codec.protocol.libp2p.Keys.identity(key);
    Map<String, String> notations = new LinkedHashMap<>();
    notations.put("address", PublicAddress.spell(Ed25519.publicKey(identity.secret())));
    notations.putAll(identity.notations());
    return new Identity(identity.secret(), notations);
  }
}
