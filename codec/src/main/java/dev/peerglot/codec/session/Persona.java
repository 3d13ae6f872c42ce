// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.crypto.Entropy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who we are towards a peer.
 *
 * @param network the network that we claim to be on
 * @param agent the name of our software
 * @param key the long-lived identity key, or null for a fresh one
 * @param entropy where keys and nonces come from
 * @param secrets where the behaviour puts its own secrets, for its transcript to find
 * @param company identities of the peers that we are connected with, shared by all connections
 * @param full whether we take no more peers
 * @param neighbours the peers that we tell of when asked
 * @param options what the user chose beyond the network, as in a peer URL: {@code transport=v1}
 */
public record Persona(
    Network network,
    String agent,
    byte[] key,
    Entropy entropy,
    Secrets secrets,
    Set<String> company,
    boolean full,
    Supplier<List<PeerAddress>> neighbours,
    Map<String, String> options) {
  /** Somebody without special wishes. */
  public Persona(
      Network network,
      String agent,
      byte[] key,
      Entropy entropy,
      Secrets secrets,
      Set<String> company,
      boolean full,
      Supplier<List<PeerAddress>> neighbours) {
    this(network, agent, key, entropy, secrets, company, full, neighbours, Map.of());
  }

  /** The same with an identity key that stays for all connections, as a listening node's does. */
  public Persona settled() {
    byte[] stays = key == null ? entropy.bytes(32) : key;
    return new Persona(network, agent, stays, entropy, secrets, company, full, neighbours, options);
  }

  /** The same, taking no more peers. */
  public Persona fullUp() {
    return new Persona(network, agent, key, entropy, secrets, company, true, neighbours, options);
  }

  /** The same, telling of these peers when asked. */
  public Persona telling(Supplier<List<PeerAddress>> peers) {
    return new Persona(network, agent, key, entropy, secrets, company, full, peers, options);
  }

  /** The same on another network. */
  public Persona on(Network other) {
    return new Persona(other, agent, key, entropy, secrets, company, full, neighbours, options);
  }

  /** The same with other wishes. */
  public Persona wishing(Map<String, String> others) {
    return new Persona(network, agent, key, entropy, secrets, company, full, neighbours, others);
  }

  /**
   * The same for a visit to a peer: an identity is expected of the peer that it belongs to alone.
   */
  public Persona meeting(PeerAddress peer) {
    Map<String, String> wishes = new LinkedHashMap<>(options);
    wishes.remove(PeerAddress.IDENTITY);
    String expected = peer.options().get(PeerAddress.IDENTITY);
    if (expected != null) {
      wishes.put(PeerAddress.IDENTITY, expected);
    }
    return wishing(wishes);
  }
}
