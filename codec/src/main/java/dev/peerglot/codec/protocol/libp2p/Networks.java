// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Network;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * libp2p without a chain on it: whoever speaks it on TCP. There is no magic; what tells networks
 * apart are the names of their protocols, above all of Kademlia. The id of a network is that name
 * if the user gave one, and empty otherwise.
 */
final class Networks {
  static final int PORT = 4001;

  static final Network LIBP2P =
      new Network("libp2p", "any libp2p peer on TCP", new byte[0], PORT, List.of());

  static final List<Network> ALL = List.of(LIBP2P);

  /** The option that names Kademlia's protocol id. */
  static final String KADEMLIA = "kad";

  /** The option that says whom one expects to meet. */
  static final String PEER = "peer-id";

  private Networks() {}

  static Network with(Network base, Map<String, String> options) {
    Network network = base;
    for (Map.Entry<String, String> option : options.entrySet()) {
      String value = option.getValue();
      switch (option.getKey()) {
        case KADEMLIA -> {
          if (!value.startsWith("/") || value.length() > 256) {
            throw Malformed.wrong("'" + value + "' is no protocol id: they begin with /", -1);
          }
          network = network.withId(value.getBytes(StandardCharsets.UTF_8));
        }
        case PEER -> {
          try {
            PeerIds.parse(value);
          } catch (IllegalArgumentException e) {
            throw Malformed.wrong("'" + value + "' is no peer id: " + e.getMessage(), -1);
          }
        }
        default ->
            throw Malformed.wrong(
                "option '" + option.getKey() + "' is not known to libp2p; it has kad and peer-id",
                -1);
      }
    }
    return network;
  }

  static Dialect dialect(Network network) {
    return network.id().length == 0
        ? Dialect.LIBP2P
        : Dialect.named(new String(network.id(), StandardCharsets.UTF_8));
  }

  /** What a peer URL must say beside the scheme to mean this network. */
  static Map<String, String> options(Network network) {
    Map<String, String> options = new LinkedHashMap<>();
    if (network.id().length > 0) {
      options.put(KADEMLIA, new String(network.id(), StandardCharsets.UTF_8));
    }
    return options;
  }
}
