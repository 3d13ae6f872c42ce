// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Entropy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversations whose answers come on connections that the peer opens. */
class AnswersTest {
  private static final Protocol RUSTCHAIN = Protocols.get("rustchain");
  private static final Pattern ADDRESS =
      Pattern.compile("\"addr_from\":\"(127\\.0\\.0\\.1):(\\d+)\"");

  private final Node node = new Node();

  /** A peer that reads a connection to its end and answers as its script says, one by one. */
  private static final class Node {
    private final ServerSocket server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile int mostOpen;
    private volatile List<String> script = List.of();
    private volatile boolean resets;

    private Node() {
      try {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
      while (!server.isClosed()) {
        try {
          Socket socket = server.accept();
          mostOpen = Math.max(mostOpen, open.incrementAndGet());
          Thread.ofVirtual().start(() -> attend(socket));
        } catch (IOException e) {
          return; // the test is over
        }
      }
    }

    private void attend(Socket connection) {
      try (Socket socket = connection) {
        if (resets) {
          socket.getInputStream().read();
          socket.setSoLinger(true, 0);
          return;
        }
        // Ends only when the dialer closes its direction.
        String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(text);
        open.decrementAndGet();
        socket.shutdownOutput();
        answer(text);
      } catch (IOException e) {
        return; // the dialer did not wait for the answer
      }
    }

    private void answer(String text) throws IOException {
      Matcher address = ADDRESS.matcher(text);
      if (!address.find()) {
        return;
      }
      for (String value : script) {
        try (Socket back = new Socket(address.group(1), Integer.parseInt(address.group(2)))) {
          back.getOutputStream()
              .write(value.replace("PORT", port() + "").getBytes(StandardCharsets.UTF_8));
          back.shutdownOutput();
          assertEquals(-1, back.getInputStream().read(), "nothing comes back");
        }
      }
    }

    private int port() {
      return server.getLocalPort();
    }

    private PeerAddress address() {
      return new PeerAddress("rustchain", "127.0.0.1", port());
    }
  }

  @AfterEach
  void close() throws IOException {
    node.server.close();
  }

  private static final String HEIGHT =
      "{\"Version\":{\"addr_from\":\"127.0.0.1:PORT\",\"version\":1,\"best_height\":7}}";
  private static final String NODES =
      "{\"KnownNodes\":{\"addr_from\":\"127.0.0.1:PORT\",\"nodes\":[\"127.0.0.1:9\"]}}";

  private static Persona persona(List<PeerAddress> neighbours) {
    return new Persona(
        RUSTCHAIN.networks().getFirst(),
        "test",
        null,
        Entropy.system(),
        new Secrets(),
        ConcurrentHashMap.newKeySet(),
        false,
        () -> neighbours);
  }

  /** Keeps what both kinds of connections said. */
  private static final class Listening implements Host {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public Talk.Watcher welcome(long number, Line line, Talk talk) {
      return (who, event, when) -> note("first", event);
    }

    @Override
    public Talk.Watcher beside(Line line, Talk talk) {
      return (who, event, when) -> note("beside", event);
    }

    private void note(String connection, Event event) {
      if (event instanceof Event.Message message) {
        messages.add(connection + " " + message.kind().name());
      }
    }
  }

  private static Visit visit(
      PeerAddress peer, Errand errand, Duration most, Socks5 proxy, Host host) {
    Dialler.Settings settings = new Dialler.Settings(Duration.ofSeconds(20), most, proxy, null);
    return new Dialler(RUSTCHAIN, settings).visit(peer, errand, persona(List.of()), 0, host);
  }

  private Visit ask(Errand.Goal goal, Duration most, Host host) {
    return visit(node.address(), Errand.to(goal), most, null, host);
  }

  @Test
  void theAnswersArePairedWithTheQuestion() {
    node.script = List.of(NODES, HEIGHT);
    Listening host = new Listening();
    Visit visit = ask(Errand.Goal.ASK_PEERS, Duration.ofSeconds(20), host);
    assertEquals(Verdict.REACHED, visit.verdict(), visit.error());
    assertEquals(7L, visit.facts().get("height"));
    assertEquals("rustchain://127.0.0.1:9", visit.neighbours().getFirst().address().toString());
    assertEquals(List.of("first KnownNodes", "beside KnownNodes", "beside Version"), host.messages);
    assertTrue(
        visit.timings().keySet().containsAll(List.of("connect", "handshake", "addresses")),
        visit.timings().toString());
    assertEquals(1, node.mostOpen);
  }

  @Test
  void aPeerThatDoesNotAnswerIsSilent() {
    Visit visit = ask(Errand.Goal.GREET, Duration.ofSeconds(3), new Listening());
    assertEquals(Verdict.SILENT, visit.verdict());
    assertTrue(visit.error().startsWith("heard us out"), visit.error());
    assertEquals(1, node.heard.size(), "our direction was closed");
  }

  @Test
  void aPeerThatResetsHungUp() {
    node.resets = true;
    Visit visit = ask(Errand.Goal.GREET, Duration.ofSeconds(20), new Listening());
    assertEquals(Verdict.HUNG_UP, visit.verdict(), visit.error());
  }

  @Test
  void answersOfSomebodyElseDoNotCount() {
    node.script =
        List.of("{\"Version\":", "SSH-2.0\r\n", "{\"Version\":{\"addr_from\":\"x\"}}", "", HEIGHT);
    Visit visit = ask(Errand.Goal.GREET, Duration.ofSeconds(20), new Listening());
    assertEquals(Verdict.REACHED, visit.verdict(), visit.error());
    assertEquals(7L, visit.facts().get("height"));
  }

  @Test
  void throughAProxyNobodyCanAnswer() {
    Visit visit =
        visit(
            node.address(),
            Errand.to(Errand.Goal.GREET),
            Duration.ofSeconds(5),
            new Socks5("127.0.0.1", 9, null, null),
            new Listening());
    assertEquals(Verdict.NOT_DIALLED, visit.verdict());
    assertEquals(List.of(), node.heard);
  }

  @Test
  void everyPingHasAConnectionOfItsOwn() {
    node.script = List.of(HEIGHT);
    Visit visit =
        visit(
            node.address(),
            new Errand(Errand.Goal.PING, 3, Duration.ofMillis(20)),
            Duration.ofSeconds(20),
            null,
            new Listening());
    assertEquals(3, visit.roundTrips().size(), visit.error());
    assertEquals(3, node.heard.size());
    assertEquals(1, node.mostOpen, "one at a time");
  }

  /** Says the same twice as soon as it may, and leaves when a list of nodes has come. */
  private static final class Sending implements Host {
    private volatile Talk first;
    private volatile Talk.Ending ending;

    @Override
    public Talk.Watcher welcome(long number, Line line, Talk talk) {
      first = talk;
      return new Talk.Watcher() {
        @Override
        public void begun(Talk who) {
          Thread.ofVirtual().start(Sending.this::speak);
        }

        @Override
        public void event(Talk who, Event event, Instant when) {}
      };
    }

    private void speak() {
      byte[] body = "{\"addr_from\":\"0.0.0.0:0\"}".getBytes(StandardCharsets.UTF_8);
      Outgoing message = new Outgoing.Message(RUSTCHAIN.messages().get("GetBlocks"), body);
      first.say(message);
      first.say(message);
      first.saidAll();
    }

    @Override
    public Talk.Watcher beside(Line line, Talk talk) {
      return (who, event, when) -> {
        if (event instanceof Event.Message message && message.kind().name().equals("KnownNodes")) {
          Thread.ofVirtual().start(first::leave);
        }
      };
    }

    @Override
    public void farewell(long number, Line line, Talk talk, Talk.Ending how) {
      ending = how;
    }
  }

  /** What send does: no greeting, the message at once, then the answers until one is enough. */
  @Test
  void aMessageGoesOutAndItsAnswerComesBack() {
    node.script = List.of(HEIGHT, NODES);
    Sending host = new Sending();
    Visit visit =
        visit(node.address(), Errand.to(Errand.Goal.STAY), Duration.ofSeconds(20), null, host);
    assertEquals(Verdict.REACHED, visit.verdict());
    assertEquals(Talk.Ending.LEFT, host.ending);
    assertEquals(1, node.heard.size(), "both values on one connection");
    assertTrue(
        node.heard
            .getFirst()
            .matches("(\\{\"GetBlocks\":\\{\"addr_from\":\"127.0.0.1:\\d+\"}}){2}"),
        node.heard.toString());
    assertFalse(node.heard.getFirst().contains("0.0.0.0"));
  }

  @Test
  void ourListenerAnswersADialler() throws IOException {
    List<PeerAddress> neighbours =
        List.of(
            new PeerAddress("rustchain", "192.0.2.1", 1),
            new PeerAddress("rustchain", "192.0.2.2", 2));
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress("127.0.0.1", 0));
    try (Acceptor acceptor =
        new Acceptor(
            RUSTCHAIN,
            persona(neighbours),
            server,
            new Acceptor.Settings(Duration.ofSeconds(20), 10, Duration.ZERO),
            new AtomicLong(),
            (number, line, talk) -> (who, event, when) -> {})) {
      Thread.ofVirtual().start(acceptor::serve);
      Visit visit =
          visit(
              new PeerAddress("rustchain", "127.0.0.1", acceptor.port()),
              Errand.to(Errand.Goal.ASK_PEERS),
              Duration.ofSeconds(20),
              null,
              new Listening());
      assertEquals(Verdict.REACHED, visit.verdict(), visit.error());
      assertEquals(2, visit.neighbours().size());
      assertEquals(0L, visit.facts().get("height"));
    }
  }
}
