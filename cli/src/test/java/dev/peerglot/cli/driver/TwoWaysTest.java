// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Entropy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Bitcoin peer is spoken to encrypted, then plain, whether it closes or says nothing. */
class TwoWaysTest {
  private static final Protocol BITCOIN = Protocols.get("bitcoin");
  private static final String MAGIC = "fabfb5da";

  private final List<String> openings = new CopyOnWriteArrayList<>();
  private final ServerSocket server;

  TwoWaysTest() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Notes what each connection begins with, and then closes it or waits for its end. */
  private void serve(boolean closes) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  openings.add(Hex.of(socket.getInputStream().readNBytes(4)));
                  if (!closes) {
                    socket.getInputStream().readAllBytes();
                  }
                } catch (IOException e) {
                  continue; // the next one, or the test is over
                }
              }
            });
  }

  private Visit visit() {
    Persona persona =
        new Persona(
            BITCOIN.networks().stream()
                .filter(network -> network.scheme().equals("bitcoin-regtest"))
                .findFirst()
                .orElseThrow(),
            "peerglot:test",
            null,
            Entropy.system(),
            new Secrets(),
            ConcurrentHashMap.newKeySet(),
            false,
            List::of);
    Dialler dialler =
        new Dialler(
            BITCOIN,
            new Dialler.Settings(Duration.ofSeconds(5), Duration.ofMillis(400), null, null));
    Host host = (number, line, talk) -> (same, event, when) -> {};
    PeerAddress peer = new PeerAddress("bitcoin-regtest", "127.0.0.1", server.getLocalPort());
    return dialler.visit(peer, Errand.to(Errand.Goal.GREET), persona, 0, host);
  }

  private void assertBothWays() {
    assertEquals(2, openings.size());
    assertEquals(1, openings.stream().filter(MAGIC::equals).count());
    assertEquals(MAGIC, openings.getLast());
  }

  @Test
  void aSilentPeerIsAskedInBothWaysAndIsSilent() {
    serve(false);
    assertEquals(Verdict.SILENT, visit().verdict());
    assertBothWays();
  }

  @Test
  void soIsOneThatCloses() {
    serve(true);
    assertEquals(Verdict.HUNG_UP, visit().verdict());
    assertBothWays();
  }
}
