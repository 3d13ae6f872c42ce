// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;

/**
 * A connection is libp2p's from its first byte to its last: whoever has shaken hands over Noise XX
 * with an Ed25519 identity is a peer. Only the names on its streams and what is published differ.
 */
final class Handshake {
  private Handshake() {}

  /** The rules of one connection. */
  static Machine machine(Network network, Secrets secrets) {
    return new dev.peerglot.codec.protocol.libp2p.Handshake(Networks.dialect(network), secrets);
  }
}
