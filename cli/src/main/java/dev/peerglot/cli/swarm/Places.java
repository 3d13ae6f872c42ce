// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.swarm;

import dev.peerglot.cli.driver.Acceptor;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Listening sockets on loopback addresses. */
final class Places {
  private Places() {}

  /** On the wanted port if it is free, else on any. */
  static ServerSocket listen(InetAddress address, int port) throws IOException {
    try {
      return Acceptor.listen(address, port);
    } catch (BindException e) {
      return Acceptor.listen(address, 0);
    }
  }
}
