// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.swarm.Plan;
import dev.peerglot.cli.swarm.Swarm;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.PeerAddress;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A few honest peers of a network on loopback, for as long as a test runs. */
public final class LocalSwarm implements Closeable {
  private final Swarm swarm;

  /** So many peers of a network. */
  public LocalSwarm(String scheme, int nodes) throws IOException {
    Protocol protocol = Protocols.ofScheme(scheme).orElseThrow();
    swarm =
        new Swarm(
            protocol, Protocols.network(protocol, scheme).orElseThrow(), Plan.of(nodes, 0, 1), 1);
    swarm.start();
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
