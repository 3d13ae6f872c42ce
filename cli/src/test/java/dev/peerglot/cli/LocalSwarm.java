// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.swarm.Plan;
import dev.peerglot.cli.swarm.Swarm;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A few honest peers of a network on loopback, for as long as a test runs. */
public final class LocalSwarm implements Closeable {
  private final Swarm swarm;

  /** So many peers of a network. */
  public LocalSwarm(String scheme, int nodes) throws IOException {
    this(scheme, nodes, Map.of());
  }

  private LocalSwarm(String scheme, int nodes, Map<String, String> options) throws IOException {
    Protocol protocol = Protocols.ofScheme(scheme).orElseThrow();
    Network usual = Protocols.network(protocol, scheme).orElseThrow();
    swarm = new Swarm(protocol, protocol.network(usual, options), Plan.of(nodes, 0, 1), 1);
    swarm.start();
  }

  /** One peer of a chain that is not known. */
  public static LocalSwarm ofPrivateChain(String scheme, String chainId) throws IOException {
    return new LocalSwarm(scheme, 1, Map.of("chain-id", chainId));
  }

  /** Where they are. */
  public List<PeerAddress> addresses() {
    return swarm.addresses();
  }

  /** The first one's URL. */
  public String first() {
    return swarm.addresses().getFirst().toString();
  }

  @Override
  public void close() throws IOException {
    swarm.close();
  }
}
