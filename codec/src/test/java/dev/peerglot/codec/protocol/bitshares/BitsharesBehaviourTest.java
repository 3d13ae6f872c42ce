// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.protocol.bitshares.message.ConnectionRejected;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Entropy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the reference does to a dialer, event by event. */
class BitsharesBehaviourTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final byte[] DIGEST = new byte[32];
  private static final Line LINE = new Line("192.0.2.10", 40000, "192.0.2.20", 1776, 0);

  private final Persona us = persona(Networks.MAIN, 1);
  private final Persona them = persona(Networks.MAIN, 2);

  private static Persona persona(Network network, long seed) {
    return new Persona(
        network,
        "test",
        null,
        Entropy.seeded(seed),
        new Secrets(),
        new HashSet<>(),
        false,
        List::of);
  }

  private BitsharesBehaviour dialer(Errand.Goal goal) {
    BitsharesBehaviour dialer = new BitsharesBehaviour(Side.DIALER, Errand.to(goal), us, LINE);
    dialer.start(NOW);
    dialer.on(new Event.Phase(Side.LISTENER, 0, 33, new Handshake.Keyed(DIGEST)), NOW);
    return dialer;
  }

  private static <T> Event message(String name, Type<T> type, T value) {
    byte[] body = type == null ? new byte[0] : type.toBytes(value);
    return new Event.Message(Side.LISTENER, 33, 16, Messages.ALL.get(name), body, null, null);
  }

  private Event hello() {
    return message(Messages.HELLO, Hello.WIRE, new Hellos(them, LINE).ours(DIGEST));
  }

  private static List<String> says(Reply reply) {
    return reply.sayings().stream()
        .map(saying -> ((Outgoing.Message) saying).kind().name())
        .toList();
  }

  @Test
  void theAnswerMayComeBeforeTheHello() {
    BitsharesBehaviour dialer = dialer(Errand.Goal.ASK_PEERS);
    assertEquals(List.of(), says(dialer.on(message(Messages.ACCEPTED, null, null), NOW)));
    assertEquals(
        List.of(Messages.ACCEPTED, Messages.ADDRESS_REQUEST), says(dialer.on(hello(), NOW)));
    assertEquals(Verdict.REACHED, dialer.findings().verdict());
  }

  @Test
  void aFullNodeIsAskedForItsPeersAllTheSame() {
    BitsharesBehaviour dialer = dialer(Errand.Goal.ASK_PEERS);
    dialer.on(hello(), NOW);
    Reply reply = dialer.on(rejection(ConnectionRejected.NOT_ACCEPTING_CONNECTIONS), NOW);
    assertEquals(List.of(Messages.ADDRESS_REQUEST), says(reply));
    assertFalse(reply.hangsUp());
    assertEquals(Verdict.FULL, dialer.findings().verdict());
  }

  @Test
  void anotherChainIsToldFromTheRejection() {
    BitsharesBehaviour dialer = dialer(Errand.Goal.GREET);
    dialer.on(hello(), NOW);
    Reply reply = dialer.on(rejection(ConnectionRejected.DIFFERENT_CHAIN), NOW);
    assertTrue(reply.hangsUp());
    assertEquals(Verdict.WRONG_NETWORK, dialer.findings().verdict());
  }

  @Test
  void aHelloWithAForeignSignatureIsRejected() {
    BitsharesBehaviour dialer = dialer(Errand.Goal.GREET);
    byte[] otherDigest = DIGEST.clone();
    otherDigest[0] = 1;
    Reply reply =
        dialer.on(
            message(Messages.HELLO, Hello.WIRE, new Hellos(them, LINE).ours(otherDigest)), NOW);
    assertEquals(List.of(Messages.REJECTED, Messages.CLOSING), says(reply));
    assertTrue(reply.hangsUp());
    assertEquals(Verdict.CRYPTO_ERROR, dialer.findings().verdict());
  }

  @Test
  void aClockIsAnsweredEvenBeforeTheHello() {
    BitsharesBehaviour dialer = dialer(Errand.Goal.GREET);
    Event request =
        new Event.Message(
            Side.LISTENER,
            33,
            16,
            Messages.ALL.get(Messages.TIME_REQUEST),
            new byte[8],
            null,
            null);
    assertEquals(List.of(Messages.TIME_REPLY), says(dialer.on(request, NOW)));
  }

  @Test
  void aMalformedMessageEndsItWithItsPlace() {
    BitsharesBehaviour dialer = dialer(Errand.Goal.GREET);
    Event cut =
        new Event.Message(
            Side.LISTENER, 33, 16, Messages.ALL.get(Messages.HELLO), new byte[3], null, null);
    assertTrue(dialer.on(cut, NOW).hangsUp());
    assertEquals(Verdict.PROTOCOL_ERROR, dialer.findings().verdict());
    assertTrue(dialer.findings().error().contains("core_protocol_version"));
  }

  private static Event rejection(int code) {
    return message(
        Messages.REJECTED,
        ConnectionRejected.WIRE,
        new ConnectionRejected("test", 106, Primitives.Endpoint4.of("192.0.2.10", 1), code, ""));
  }
}
