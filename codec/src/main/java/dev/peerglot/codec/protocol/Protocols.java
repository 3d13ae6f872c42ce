// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.protocol.bitcoin.BitcoinProtocol;
import dev.peerglot.codec.protocol.bitshares.BitsharesProtocol;
import dev.peerglot.codec.protocol.libp2p.Libp2pProtocol;
import dev.peerglot.codec.protocol.parallelchain.ParallelchainProtocol;
import dev.peerglot.codec.protocol.rustchain.RustchainProtocol;
import dev.peerglot.codec.protocol.witnet.WitnetProtocol;
import dev.peerglot.codec.session.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The catalogue of protocols: names and suppliers; nothing is loaded until it is named. */
public final class Protocols {
  private static final Map<String, Supplier<Protocol>> SUPPLIERS = new LinkedHashMap<>();
  private static final Map<String, Protocol> LOADED = new LinkedHashMap<>();

  static {
    SUPPLIERS.put("bitcoin", BitcoinProtocol::new);
    SUPPLIERS.put("bitshares", BitsharesProtocol::new);
    SUPPLIERS.put("parallelchain", ParallelchainProtocol::new);
    SUPPLIERS.put("libp2p", Libp2pProtocol::new);
    SUPPLIERS.put("witnet", WitnetProtocol::new);
    SUPPLIERS.put("rustchain", RustchainProtocol::new);
  }

  private Protocols() {}

  /** The names of all protocols. */
  public static List<String> names() {
    return new ArrayList<>(SUPPLIERS.keySet());
  }

  /** A protocol by its name, loaded now if it was not. */
  public static synchronized Protocol get(String name) {
    return LOADED.computeIfAbsent(name, n -> SUPPLIERS.get(n).get());
  }

  /** All protocols, loaded now. */
  public static List<Protocol> all() {
    return names().stream().map(Protocols::get).toList();
  }

  /** The protocol that has a network of that scheme, loading no other where names tell. */
  public static Optional<Protocol> ofScheme(String scheme) {
    for (String name : SUPPLIERS.keySet()) {
      if (scheme.startsWith(name)) {
        Protocol protocol = get(name);
        if (network(protocol, scheme).isPresent()) {
          return Optional.of(protocol);
        }
      }
    }
    return all().stream().filter(p -> network(p, scheme).isPresent()).findFirst();
  }

  /** The network of that scheme in a protocol. */
  public static Optional<Network> network(Protocol protocol, String scheme) {
    return protocol.networks().stream().filter(n -> n.scheme().equals(scheme)).findFirst();
  }

  /** The schemes of all networks. */
  public static List<String> schemes() {
    return all().stream().flatMap(p -> p.networks().stream()).map(Network::scheme).toList();
  }
}
