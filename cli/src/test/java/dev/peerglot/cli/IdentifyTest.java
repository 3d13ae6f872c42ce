// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.session.PeerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code identify} against peers of every protocol, and against what is none. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class IdentifyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bitshares",
        "bitshares-testnet",
        "bitcoin",
        "bitcoin-testnet4",
        "bitcoin-regtest",
        "dogecoin",
        "dash-regtest",
        "bitcoin-cash-chipnet",
        "witnet",
        "rustchain"
      })
  void everyPeerOfANetworkIsKnown(String network) throws IOException {
    try (LocalSwarm swarm = new LocalSwarm(network, 2)) {
      for (PeerAddress peer : swarm.addresses()) {
        Ran ran = identify(peer.endpoint());
        assertEquals(0, ran.status(), ran.out() + ran.err());
        assertTrue(
            ran.out().startsWith("{\"peer\":\"" + peer + "\",\"verdict\":\"reached\""), ran.out());
        assertTrue(ran.out().contains("\"network\":\"" + network + "\""), ran.out());
        assertTrue(ran.out().contains("\"version\":"), ran.out());
      }
    }
  }

  @Test
  void aPrivateChainIsKnownByItsProtocol() throws IOException {
    try (LocalSwarm swarm = LocalSwarm.ofPrivateChain("bitshares", "ab".repeat(32))) {
      Ran ran = identify(swarm.addresses().getFirst().endpoint());
      assertEquals(ExitStatus.REFUSED_BY_PEER, ran.status());
      assertTrue(ran.out().contains("\"verdict\":\"wrong-network\",\"family\":\"bitshares\""));
      assertTrue(ran.out().contains("ab".repeat(32)), ran.out());
    }
  }

  @Test
  void whatSpeaksSomethingElseIsShown() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(server));
      Ran ran = identify("127.0.0.1:" + server.getLocalPort());
      assertEquals(ExitStatus.FAILED, ran.status(), ran.out());
      assertTrue(ran.out().contains("\"heard\":\"323230206d61696c"), ran.out());
      assertTrue(ran.out().contains("speaks none of the networks"), ran.out());
    }
  }

  private static void greet(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket
            .getOutputStream()
            .write("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(2000);
        socket.getInputStream().read(new byte[4096]);
      } catch (IOException e) {
        continue; // the caller has gone, or the test is over
      }
    }
  }

  @Test
  void aClosedPortIsRefused() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    Ran ran = identify("127.0.0.1:" + port);
    assertEquals(ExitStatus.NOT_REACHED, ran.status());
    assertTrue(ran.out().contains("\"verdict\":\"refused\",\"greetings\":1"), ran.out());
  }

  @Test
  void aPortIsNeeded() {
    Ran ran = identify("127.0.0.1");
    assertEquals(ExitStatus.USAGE, ran.status());
    assertTrue(ran.err().contains("write HOST:PORT"));
  }

  private static Ran identify(String place) {
    return Ran.command("identify", "-v", "--listen", "300ms", place);
  }
}
