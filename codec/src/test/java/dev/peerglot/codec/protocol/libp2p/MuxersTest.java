// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.protocol.layer.Mplex;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.Yamux;
import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Substream;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Entropy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two polite peers in memory that know different muxers. */
class MuxersTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final List<String> muxed = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();

  private static Endpoint end(Side side, Errand.Goal goal, List<String> muxers) {
    Secrets secrets = new Secrets();
    Persona persona =
        new Persona(
            Networks.LIBP2P,
            "test",
            null,
            Entropy.seeded(side.ordinal() + 1),
            secrets,
            new HashSet<>(),
            false,
            () -> List.of(new PeerAddress("libp2p", "192.0.2.1", 0)));
    Line line =
        side == Side.DIALER
            ? new Line("192.0.2.10", 40000, "192.0.2.20", 4001, 0)
            : new Line("192.0.2.20", 4001, "192.0.2.10", 40000, 4001);
    Libp2pBehaviour behaviour =
        new Libp2pBehaviour(side, Errand.to(goal), persona, line, Dialect.LIBP2P, muxers);
    Handshake machine = new Handshake(Dialect.LIBP2P, secrets);
    return new Endpoint(side, new Transcript(machine, Limits.DEFAULT), behaviour);
  }

  private Endpoint meet(Errand.Goal goal, List<String> dialers, List<String> listeners) {
    Endpoint dialer = end(Side.DIALER, goal, dialers);
    Endpoint listener = end(Side.LISTENER, Errand.Goal.STAY, listeners);
    dialer.start(NOW);
    listener.start(NOW);
    carryAll(dialer, listener);
    hear(dialer);
    return dialer;
  }

  private static void carryAll(Endpoint dialer, Endpoint listener) {
    for (boolean moved = true; moved; ) {
      moved = carry(dialer, listener) | carry(listener, dialer);
    }
  }

  private void hear(Endpoint dialer) {
    for (Event event = dialer.poll(); event != null; event = dialer.poll()) {
      if (event instanceof Event.Phase p && p.step() instanceof Steps.Muxed step) {
        muxed.add(step.muxer());
      } else if (event instanceof Event.Message message) {
        heard.add(message.from().word() + " " + message.kind().name());
      } else if (event instanceof Event.Broken broken) {
        heard.add(broken.from().word() + " broken: " + broken.fault().why());
      } else if (event instanceof Event.Phase p && p.step() instanceof Steps.Closed step) {
        heard.add(p.from().word() + " closes " + step.substream());
      }
    }
  }

  private static boolean carry(Endpoint from, Endpoint to) {
    byte[] bytes = from.take();
    if (bytes.length > 0 && !to.hangsUp()) {
      to.receive(bytes, 0, bytes.length, NOW);
    }
    return bytes.length > 0;
  }

  @Test
  void firstMuxerThatTheListenerKnowsIsSpoken() {
    List<String> both = List.of(Yamux.PROTOCOL, Mplex.PROTOCOL);
    meet(Errand.Goal.GREET, both, List.of(Mplex.PROTOCOL));
    meet(Errand.Goal.GREET, both.reversed(), both);
    meet(Errand.Goal.GREET, List.of(Yamux.PROTOCOL), both);
    assertEquals(List.of(Mplex.PROTOCOL, Mplex.PROTOCOL, Yamux.PROTOCOL), muxed);
  }

  @Test
  void listenerOverMplexAnswersAllThatADialerAsks() {
    List<String> mplex = List.of(Mplex.PROTOCOL);
    Endpoint dialer = meet(Errand.Goal.ASK_PEERS, mplex, mplex);
    assertEquals(Verdict.REACHED, dialer.findings().verdict(), dialer.findings().error());
    assertEquals(1, dialer.findings().neighbours().size());
    assertEquals(4001, dialer.findings().neighbours().getFirst().address().port());
    assertTrue(heard.contains("listener Identify") && heard.contains("listener FIND_NODE"));

    heard.clear();
    meet(Errand.Goal.PING, mplex, mplex);
    assertTrue(heard.contains("listener Ping"), heard.toString());
  }

  @Test
  void withoutACommonMuxerTheDialerLeaves() {
    Endpoint dialer = meet(Errand.Goal.GREET, List.of(Yamux.PROTOCOL), List.of(Mplex.PROTOCOL));
    assertEquals(Verdict.PROTOCOL_ERROR, dialer.findings().verdict());
    assertTrue(dialer.findings().error().contains("speaks none of /yamux/1.0.0"));
    assertEquals(List.of(), muxed);
  }

  /** As go-libp2p-kad-dht does. */
  @Test
  void questionsOnOneStreamAreAllAnswered() {
    List<String> yamux = List.of(Yamux.PROTOCOL);
    Endpoint dialer = end(Side.DIALER, Errand.Goal.STAY, yamux);
    Endpoint listener = end(Side.LISTENER, Errand.Goal.STAY, yamux);
    dialer.start(NOW);
    listener.start(NOW);
    carryAll(dialer, listener);
    hear(dialer);
    heard.clear();

    long stream = 99;
    PeerExchange walk = new PeerExchange("", new byte[0], Entropy.seeded(7));
    walk.ask(stream);
    byte[] question = walk.request();
    Outgoing ask =
        new Outgoing.Message(
            Dialect.LIBP2P.message(Messages.FIND_NODE), question, new Substream(stream, ""));
    Outgoing propose = Acts.tokens(stream, Multistream.HEADER, "/ipfs/kad/1.0.0");
    for (Outgoing next : List.of(propose, ask, ask, Acts.close(stream))) {
      dialer.say(next, NOW);
      carryAll(dialer, listener);
    }
    hear(dialer);
    assertEquals(
        List.of(
            "dialer FIND_NODE",
            "listener FIND_NODE",
            "dialer FIND_NODE",
            "listener FIND_NODE",
            "dialer closes 99",
            "listener closes 99"),
        heard);
  }
}
