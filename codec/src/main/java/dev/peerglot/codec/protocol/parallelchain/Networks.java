// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.libp2p.Dialect;
import dev.peerglot.codec.protocol.libp2p.PeerIds;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.codec.session.Network;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The networks of ParallelChain. Nothing on the wire tells mainnet, testnet and private chains
 * apart but the chain id in the payloads of consensus; what may differ is the name of their
 * Kademlia, which is the network's id where it is not the usual one. No seeds are published.
 */
final class Networks {
  /** The name of Kademlia in all published software. */
  static final String KADEMLIA = "/pchain_p2p/1.0.0";

  static final int PORT = 25519;

  /** The option that says whom one expects to meet, in any notation of an address. */
  static final String PEER = "peer-id";

  static final Network MAIN =
      new Network("parallelchain", "ParallelChain, any chain", new byte[0], PORT, List.of());

  static final List<Network> ALL = List.of(MAIN);

  private static final Dialect USUAL = new Dialect(KADEMLIA, Payloads.PUBLISHED);
  private static final Map<String, Dialect> OTHERS = new ConcurrentHashMap<>();

  private Networks() {}

  static Network with(Network base, Map<String, String> options) {
    Network network = base;
    for (Map.Entry<String, String> option : options.entrySet()) {
      String value = option.getValue();
      switch (option.getKey()) {
        case "kad" -> {
          if (!value.startsWith("/") || value.length() > 256) {
            throw Malformed.wrong("'" + value + "' is no protocol id: they begin with /", -1);
          }
          network = network.withId(value.getBytes(StandardCharsets.UTF_8));
        }
        case PEER -> {
          try {
            PublicAddress.parse(value);
          } catch (IllegalArgumentException e) {
            throw Malformed.wrong("'" + value + "' is no peer id: " + e.getMessage(), -1);
          }
        }
        default ->
            throw Malformed.wrong(
                "option '"
                    + option.getKey()
                    + "' is not known to ParallelChain; it has kad and peer-id",
                -1);
      }
    }
    return network;
  }

  /** The options of a peer URL in the notations of libp2p. */
  static Map<String, String> plain(Map<String, String> options) {
    String peer = options.get(PEER);
    if (peer == null) {
      return options;
    }
    Map<String, String> plain = new LinkedHashMap<>(options);
    plain.put(PEER, PeerIds.spell(PublicAddress.peerId(PublicAddress.parse(peer))));
    return plain;
  }

  static Dialect dialect(Network network) {
    if (network.id().length == 0) {
      return USUAL;
    }
    String name = new String(network.id(), StandardCharsets.UTF_8);
    return OTHERS.size() > 100
        ? new Dialect(name, Payloads.PUBLISHED)
        : OTHERS.computeIfAbsent(name, id -> new Dialect(id, Payloads.PUBLISHED));
  }
}
