// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.crypto.Entropy;
import java.util.List;
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
 */
public record Persona(
    Network network,
    String agent,
    byte[] key,
    Entropy entropy,
    Secrets secrets,
    Set<String> company,
    boolean full,
    Supplier<List<PeerAddress>> neighbours) {}
