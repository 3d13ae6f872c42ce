// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Call;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Entropy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the polite visitor and the polite listener say, event by event. */
class RustchainBehaviourTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final Line OUT = new Line("10.0.0.9", 40000, "10.0.0.5", 2001, 4000);
  private static final Line BACK = new Line("10.0.0.9", 4000, "10.0.0.5", 50000, 4000);
  private static final String NODES =
      "{\"KnownNodes\":{\"addr_from\":\"10.0.0.5:2001\",\"nodes\":[\"10.0.0.5:2001\","
          + "\"10.0.0.6:2001\",\"0.0.0.0:2001\"]}}";
  private static final String HEIGHT =
      "{\"Version\":{\"addr_from\":\"10.0.0.5:2001\",\"version\":1,\"best_height\":7}}";

  private static Persona persona(List<PeerAddress> neighbours) {
    return new Persona(
        Networks.ANY,
        "test",
        null,
        Entropy.seeded(1),
        new Secrets(),
        new HashSet<>(),
        false,
        () -> neighbours);
  }

  private static Behaviour visitor(Errand errand) {
    return new RustchainProtocol().behaviour(Side.DIALER, errand, persona(List.of()), OUT);
  }

  private static Event heard(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Framing.Opened opened = Framing.open(bytes);
    return new Event.Message(
        Side.DIALER, 0, bytes.length, opened.kind(), opened.body(), null, null);
  }

  private static String text(Outgoing outgoing) {
    Outgoing.Message message = (Outgoing.Message) outgoing;
    return new String(Framing.frame(message.kind().name(), message.body()), StandardCharsets.UTF_8);
  }

  private static List<String> says(Reply reply) {
    return reply.sayings().stream().map(RustchainBehaviourTest::text).toList();
  }

  /** Whom it calls and what it says there. */
  private static List<String> calls(Reply reply) {
    List<String> calls = new ArrayList<>();
    for (Call call : reply.calls()) {
      Reply start = call.behaviour().start(NOW);
      assertTrue(start.saysNoMore());
      calls.add(call.peer().endpoint() + " " + String.join("", says(start)));
    }
    return calls;
  }

  @Test
  void theVisitorAsksOnceAndClosesItsDirection() {
    for (Errand.Goal goal : List.of(Errand.Goal.GREET, Errand.Goal.ASK_PEERS)) {
      Reply reply = visitor(Errand.to(goal)).start(NOW);
      assertEquals(
          List.of("{\"KnownNodes\":{\"addr_from\":\"10.0.0.9:4000\",\"nodes\":[]}}"), says(reply));
      assertTrue(reply.saysNoMore());
      assertFalse(reply.hangsUp());
    }
  }

  @Test
  void answersComeInEitherOrder() {
    for (List<String> order : List.of(List.of(NODES, HEIGHT), List.of(HEIGHT, NODES))) {
      Behaviour visitor = visitor(Errand.to(Errand.Goal.ASK_PEERS));
      visitor.start(NOW);
      assertTrue(visitor.awaits(NOW));
      for (String value : order) {
        assertTrue(visitor.awaits(NOW));
        Reply reply = visitor.inbound(BACK).on(heard(value), NOW);
        assertEquals(List.of(), says(reply), "nothing is written on an accepted connection");
        assertEquals(List.of(), reply.calls(), "an answer is not answered");
      }
      assertFalse(visitor.awaits(NOW));
      Findings findings = visitor.findings();
      assertEquals(Verdict.REACHED, findings.verdict());
      assertEquals("10.0.0.5:2001", findings.facts().get("identity"));
      assertEquals(1L, findings.facts().get("version"));
      assertEquals(7L, findings.facts().get("height"));
      assertEquals(3, findings.neighbours().size());
      assertEquals("", findings.neighbours().get(1).whyNot());
      assertTrue(findings.neighbours().get(2).whyNot().startsWith("the wildcard address"));
    }
  }

  @Test
  void aNodeThatKnowsNobodySendsNoList() {
    Behaviour visitor = visitor(Errand.to(Errand.Goal.ASK_PEERS));
    visitor.start(NOW);
    visitor.inbound(BACK).on(heard(HEIGHT), NOW);
    assertTrue(visitor.awaits(NOW.plusMillis(100)));
    assertFalse(visitor.awaits(NOW.plusSeconds(1)));
  }

  @Test
  void somebodyElseIsNotTakenForThePeer() {
    Behaviour visitor = visitor(Errand.to(Errand.Goal.GREET));
    visitor.start(NOW);
    Line strange = new Line("10.0.0.9", 4000, "10.0.0.66", 50000, 4000);
    visitor
        .inbound(strange)
        .on(
            heard(
                "{\"Version\":{\"addr_from\":\"10.0.0.66:2001\",\"version\":1,\"best_height\":9}}"),
            NOW);
    assertNull(visitor.findings().verdict());
    assertTrue(visitor.awaits(NOW));
  }

  @Test
  void theWildcardAddressStandsForThatOfTheConnection() {
    Behaviour visitor = visitor(Errand.to(Errand.Goal.GREET));
    visitor.start(NOW);
    visitor
        .inbound(BACK)
        .on(
            heard("{\"Version\":{\"addr_from\":\"0.0.0.0:2001\",\"version\":1,\"best_height\":9}}"),
            NOW);
    assertEquals("10.0.0.5:2001", visitor.findings().facts().get("identity"));
    assertEquals("0.0.0.0:2001", visitor.findings().facts().get("announced"));
  }

  @Test
  void whoWritesOnOurConnectionIsNoNode() {
    Behaviour visitor = visitor(Errand.to(Errand.Goal.GREET));
    visitor.start(NOW);
    Fault fault = new Fault(Fault.Blame.PEER, "no JSON object begins here", "", 0);
    assertTrue(visitor.on(new Event.Broken(Side.LISTENER, 0, 1, fault), NOW).hangsUp());
    assertEquals(Verdict.PROTOCOL_ERROR, visitor.findings().verdict());
  }

  @Test
  void errorsThatTheNodeReportsAreKept() {
    Behaviour visitor = visitor(Errand.to(Errand.Goal.STAY));
    visitor.start(NOW);
    visitor
        .inbound(BACK)
        .on(
            heard(
                "{\"Message\":{\"addr_from\":\"10.0.0.5:2001\",\"message_type\":\"Error\","
                    + "\"message\":\"Insufficient funds\"}}"),
            NOW);
    assertEquals("said: Insufficient funds", visitor.findings().error());
  }

  @Test
  void pingsAreQuestionsOnConnectionsOfTheirOwn() {
    Behaviour visitor = visitor(new Errand(Errand.Goal.PING, 2, Duration.ofSeconds(1)));
    assertEquals(NOW.plusSeconds(1), visitor.start(NOW).wakeAt());
    assertEquals(
        List.of(), visitor.wake(NOW.plusSeconds(1)).calls(), "the first has no answer yet");
    visitor.inbound(BACK).on(heard(HEIGHT), NOW.plusMillis(1500));
    List<Call> calls = visitor.wake(NOW.plusSeconds(2)).calls();
    assertEquals("10.0.0.5:2001", calls.getFirst().peer().endpoint());
    assertTrue(visitor.awaits(NOW.plusSeconds(2)));
    calls.getFirst().behaviour().start(NOW.plusSeconds(2));
    visitor.inbound(BACK).on(heard(HEIGHT), NOW.plusMillis(2003));
    assertEquals(
        List.of(Duration.ofMillis(1500), Duration.ofMillis(3)), visitor.findings().roundTrips());
    assertFalse(visitor.awaits(NOW.plusSeconds(3)));
  }

  @Test
  void ourAddressGoesWhereTheUserLeftItOut() {
    Behaviour visitor = visitor(Errand.to(Errand.Goal.STAY));
    visitor.start(NOW);
    assertEquals(Verdict.REACHED, visitor.findings().verdict());
    Outgoing wish = saying("{\"GetBlocks\":{\"x\":[{}], \"addr_from\" : \"0.0.0.0:0\"}}");
    assertEquals(
        List.of("{\"GetBlocks\":{\"x\":[{}], \"addr_from\" : \"10.0.0.9:4000\"}}"),
        says(visitor.wish(wish, NOW)));
    Outgoing list = saying("{\"GetBlocks\":[\"0.0.0.0:0\"]}");
    assertEquals(List.of("{\"GetBlocks\":[\"10.0.0.9:4000\"]}"), says(visitor.wish(list, NOW)));
    Outgoing other = saying("{\"GetBlocks\":{\"addr_from\":\"10.9.9.9:1\"}}");
    assertEquals(
        List.of("{\"GetBlocks\":{\"addr_from\":\"10.9.9.9:1\"}}"), says(visitor.wish(other, NOW)));
    assertTrue(visitor.saidAll(NOW).saysNoMore());
    assertEquals(
        List.of("10.0.0.5:2001 {\"GetBlocks\":[\"10.0.0.9:4000\"]}"),
        calls(visitor.wish(list, NOW)),
        "later wishes have connections of their own");
    assertTrue(visitor.awaits(NOW));
    visitor.leave(NOW);
    assertFalse(visitor.awaits(NOW));
  }

  @Test
  void anIdleConnectionIsClosedBeforeItFreezesTheNode() {
    Behaviour visitor = visitor(Errand.to(Errand.Goal.STAY));
    Instant wake = visitor.start(NOW).wakeAt();
    assertEquals(NOW.plusSeconds(1), wake);
    assertTrue(visitor.wake(wake).saysNoMore());
  }

  private static Outgoing saying(String value) {
    Framing.Opened opened = Framing.open(value.getBytes(StandardCharsets.UTF_8));
    return new Outgoing.Message(opened.kind(), opened.body());
  }

  private static Reply answer(String value, Line line, PeerAddress... neighbours) {
    Behaviour listener =
        new RustchainProtocol()
            .behaviour(
                Side.LISTENER, Errand.to(Errand.Goal.STAY), persona(List.of(neighbours)), line);
    assertEquals(List.of(), says(listener.start(NOW)));
    Reply reply = listener.on(heard(value), NOW);
    assertEquals(List.of(), says(reply), "a listener never writes");
    return reply;
  }

  private static final Line IN = new Line("10.0.0.9", 2001, "10.0.0.5", 50000, 2001);
  private static final String OURS =
      "{\"Version\":{\"addr_from\":\"10.0.0.9:2001\",\"version\":1,\"best_height\":0}}";

  @Test
  void aQuestionForNodesIsAnsweredWithThemAndTheHeight() {
    Reply reply =
        answer(
            "{\"KnownNodes\":{\"addr_from\":\"10.0.0.5:4000\",\"nodes\":[]}}",
            IN,
            new PeerAddress("rustchain", "10.0.0.7", 2001),
            new PeerAddress("rustchain", "fe80::7", 2001),
            new PeerAddress("rustchain", "name.example", 2001));
    assertEquals(
        List.of(
            "10.0.0.5:4000 {\"KnownNodes\":{\"addr_from\":\"10.0.0.9:2001\",\"nodes\":["
                + "\"10.0.0.7:2001\",\"[fe80::7]:2001\"]}}",
            "10.0.0.5:4000 " + OURS),
        calls(reply));
  }

  /** A list for a list would go round for ever. */
  @Test
  void aListIsAnsweredWithTheHeightAlone() {
    assertEquals(
        List.of("10.0.0.5:2001 " + OURS),
        calls(answer(NODES, IN, new PeerAddress("rustchain", "10.0.0.7", 2001))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Version\":{\"addr_from\":\"10.0.0.5:9\",\"version\":1,\"best_height\":0}}|",
        "{\"Version\":{\"addr_from\":\"10.0.0.5:9\",\"version\":1,\"best_height\":3}}|10.0.0.5:9"
            + " {\"GetBlocks\":{\"addr_from\":\"10.0.0.9:2001\"}}",
        "{\"Version\":{\"addr_from\":\"0.0.0.0:9\",\"version\":1,\"best_height\":3}}|10.0.0.5:9"
            + " {\"GetBlocks\":{\"addr_from\":\"10.0.0.9:2001\"}}",
        "{\"Inv\":{\"addr_from\":\"10.0.0.5:9\",\"op_type\":\"Tx\",\"items\":[[1],[2]]}}|10.0.0.5:9"
            + " {\"GetData\":{\"addr_from\":\"10.0.0.9:2001\",\"op_type\":\"Tx\",\"id\":[1]}}",
        "{\"Inv\":{\"addr_from\":\"10.0.0.5:9\",\"op_type\":\"Block\",\"items\":[]}}|",
        "{\"GetBlocks\":{\"addr_from\":\"10.0.0.5:9\"}}|",
        "{\"GetData\":{\"addr_from\":\"10.0.0.5:9\",\"op_type\":\"Tx\",\"id\":[1]}}|",
        "{\"KnownNodes\":{\"addr_from\":\"10.9.9.9:9\",\"nodes\":[]}}|",
        "{\"KnownNodes\":{\"addr_from\":\"10.0.0.5:0\",\"nodes\":[]}}|",
      })
  void otherQuestions(String value, String expected) {
    assertEquals(expected == null ? List.of() : List.of(expected), calls(answer(value, IN)));
  }

  @Test
  void weDoNotCallOurselves() {
    Line self = new Line("127.0.0.1", 2001, "127.0.0.1", 50000, 2001);
    String asked = "{\"KnownNodes\":{\"addr_from\":\"127.0.0.1:%d\",\"nodes\":[]}}";
    assertEquals(List.of(), answer(asked.formatted(2001), self).calls());
    assertEquals(1, answer(asked.formatted(2002), self).calls().size());
    assertEquals(
        1,
        answer(asked.replace("0.0.1", "9.9.9").formatted(2002), self).calls().size(),
        "all of loopback is one machine");
  }

  @Test
  void aMessageThatCannotBeReadEndsTheConnection() {
    Reply reply = answer("{\"Version\":{\"addr_from\":\"10.0.0.5:9\",\"version\":\"1\"}}", IN);
    assertTrue(reply.hangsUp());
    assertEquals(List.of(), reply.calls());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AdminNodeQuery|{\"addr_from\":\"0.0.0.0:0\",\"query_type\":\"GetBlockHeight\"}|order",
        "SendBitCoin|{\"addr_from\":\"0.0.0.0:0\"}|payment",
        "GetBlocks|{\"addr_from\":\"10.9.9.9:1\"}|dial 10.9.9.9:1",
        "GetBlocks|{\"addr_from\":\"0.0.0.0:0\"}|",
        "KnownNodes|{\"nodes\":[]}|",
      })
  void whatMustNotBeSentWithoutAYes(String message, String body, String danger) {
    Protocol protocol = new RustchainProtocol();
    String said = protocol.danger(message, body.getBytes(StandardCharsets.UTF_8));
    assertTrue(danger == null ? said.isEmpty() : said.contains(danger), said);
  }
}
