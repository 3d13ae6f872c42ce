// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.layer.Mplex;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.Varint;
import dev.peerglot.codec.protocol.layer.Yamux;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.Party;
import dev.peerglot.crypto.curve.Ed25519;
import dev.peerglot.crypto.curve.X25519;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the machine makes of connections against the rules. */
class HandshakeTest {
  private final Entropy entropy = Entropy.seeded(4);
  private final Secrets secrets = new Secrets();
  private final Transcript transcript =
      new Transcript(new Handshake(Dialect.LIBP2P, secrets), Limits.DEFAULT);
  private final List<Event> events = new ArrayList<>();

  private Party party(String label) {
    Party party = X25519.newParty(entropy);
    secrets.add(label, party.publicKey(), party.privateKey().orElseThrow());
    return party;
  }

  private void say(Side side, Outgoing outgoing) {
    feed(side, transcript.seal(side, outgoing));
  }

  private void feed(Side side, byte[] bytes) {
    transcript.feed(side, bytes);
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      events.add(event);
    }
  }

  private void end() {
    for (Side side : Side.values()) {
      transcript.end(side, true);
    }
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      events.add(event);
    }
  }

  private static Outgoing plain(String... texts) {
    return new Outgoing.Plain(Multistream.tokens(texts));
  }

  private static byte[] payload(byte[] identity, byte[] signed) {
    return payload(identity, signed, List.of());
  }

  private static byte[] payload(byte[] identity, byte[] signed, List<String> early) {
    Out message = new Out().bytes(PublicKeys.STATIC_PREFIX).bytes(signed);
    byte[] key = PublicKeys.ed25519(Ed25519.publicKey(identity));
    return Introduction.payload(key, Ed25519.sign(identity, message.toBytes()), early);
  }

  /** Both sides up to streams over that muxer; false: the listener signs another static key. */
  private void connect(String muxer, boolean honest) {
    shakeHands(honest, List.of(), List.of());
    for (Side side : Side.values()) {
      say(side, Acts.tokens(0, Multistream.HEADER, muxer));
    }
    assertTrue(has(Steps.Muxed.class));
  }

  /** Both sides up to the end of the Noise handshake, with the muxers that each offers early. */
  private void shakeHands(boolean honest, List<String> dialers, List<String> listeners) {
    for (Side side : Side.values()) {
      say(side, plain(Multistream.HEADER, Primitives.NOISE));
    }
    Party dialer = party(Keys.STATIC);
    Party listener = party(Keys.STATIC);
    Party first = party(Keys.EPHEMERAL);
    Party second = party(Keys.EPHEMERAL);
    say(Side.DIALER, Acts.handshake(dialer.publicKey(), first.publicKey(), new byte[0]));
    byte[] signed = honest ? listener.publicKey() : dialer.publicKey();
    byte[] theirs = payload(entropy.bytes(32), signed, listeners);
    say(Side.LISTENER, Acts.handshake(listener.publicKey(), second.publicKey(), theirs));
    byte[] ours = payload(entropy.bytes(32), dialer.publicKey(), dialers);
    say(Side.DIALER, Acts.handshake(dialer.publicKey(), first.publicKey(), ours));
  }

  private boolean has(Class<? extends Steps> kind) {
    return events.stream()
        .anyMatch(event -> event instanceof Event.Phase p && kind.isInstance(p.step()));
  }

  private void raw(Side side, byte[] bytes) {
    say(side, Acts.raw(0, bytes));
  }

  private List<Fault> faults() {
    return events.stream()
        .filter(event -> event instanceof Event.Broken)
        .map(event -> ((Event.Broken) event).fault())
        .toList();
  }

  private void assertFault(Fault.Blame blame, String part) {
    assertFalse(faults().isEmpty());
    assertEquals(blame, faults().getFirst().blame());
    assertTrue(faults().getFirst().why().contains(part), faults().getFirst().why());
  }

  private void assertBalanced() {
    for (Side side : Side.values()) {
      var balance = transcript.balance(side);
      assertTrue(balance.undecoded() >= 0 && balance.decoded() >= 0, balance.toString());
    }
  }

  /** Opens stream 1 and agrees on a protocol for it. */
  private void stream(String protocol) {
    for (Side side : Side.values()) {
      say(side, Acts.tokens(1, Multistream.HEADER, protocol));
    }
  }

  @Test
  void alteredTagEndsADirectionOnly() {
    connect(Yamux.PROTOCOL, true);
    stream(Primitives.PING);
    byte[] frame = transcript.seal(Side.DIALER, Acts.raw(1, new byte[32]));
    frame[frame.length - 1] ^= 1;
    feed(Side.DIALER, frame);
    assertFault(Fault.Blame.PEER, "tag of a Noise message does not fit");
    say(Side.LISTENER, Acts.raw(1, new byte[32]));
    assertEquals(1, messages("Ping"));
    assertBalanced();
  }

  private long messages(String name) {
    return events.stream()
        .filter(event -> event instanceof Event.Message m && m.kind().name().equals(name))
        .count();
  }

  @Test
  void identityThatDidNotSignTheStaticKeyIsToldInvalid() {
    connect(Yamux.PROTOCOL, false);
    List<Boolean> valid =
        events.stream()
            .filter(e -> e instanceof Event.Phase p && p.step() instanceof Steps.IdentityShown)
            .map(e -> ((Steps.IdentityShown) ((Event.Phase) e).step()).isValid())
            .toList();
    assertEquals(List.of(false, true), valid);
  }

  @Test
  void dialerLeavesAnIdentityThatDidNotSign() {
    var persona =
        new dev.peerglot.codec.session.Persona(
            Networks.LIBP2P,
            "test",
            null,
            entropy,
            secrets,
            new java.util.HashSet<>(),
            false,
            List::of);
    var line = new dev.peerglot.codec.session.Line("192.0.2.1", 1, "192.0.2.2", 2, 0);
    var dialer =
        new Libp2pBehaviour(
            Side.DIALER, Errand.to(Errand.Goal.GREET), persona, line, Dialect.LIBP2P);
    var shown = new Steps.IdentityShown(new byte[32], payload(new byte[32], new byte[] {1}));
    var reply = dialer.on(new Event.Phase(Side.LISTENER, 0, 0, shown), java.time.Instant.EPOCH);
    assertTrue(reply.hangsUp());
    assertEquals(dev.peerglot.codec.session.Verdict.CRYPTO_ERROR, dialer.findings().verdict());
  }

  @Test
  void windowThatIsOverrunIsTold() {
    connect(Yamux.PROTOCOL, true);
    stream(Primitives.MESHSUB_1_1);
    byte[] body = new byte[300_000];
    say(Side.DIALER, Acts.raw(1, Varint.prefixed(body)));
    assertTrue(
        events.stream()
            .anyMatch(
                e ->
                    e instanceof Event.Phase p
                        && p.step() instanceof Steps.WindowLow low
                        && low.left() < 0
                        && low.name().equals("window_overrun")));
    for (int i = 0; i < 80 && faults().isEmpty(); i++) {
      say(Side.DIALER, Acts.raw(1, Varint.prefixed(body)));
    }
    assertFault(Fault.Blame.PEER, "overruns the window");
    assertBalanced();
  }

  @Test
  void manyStreamsAreBounded() {
    for (String muxer : List.of(Yamux.PROTOCOL, Mplex.PROTOCOL)) {
      HandshakeTest each = new HandshakeTest();
      each.connect(muxer, true);
      Out out = new Out();
      for (int i = 0; i < 100_000; i++) {
        if (muxer.equals(Mplex.PROTOCOL)) {
          Varint.put(out, (long) i << 3).u8(0);
        } else {
          out.u8(0).u8(0).u16be(1).u32be(2L * i + 1).u32be(0);
        }
      }
      each.raw(Side.DIALER, out.toBytes());
      each.assertFault(Fault.Blame.LIMIT, "more than 8192 streams");
      assertEquals(1, each.faults().size());
      each.assertBalanced();
    }
  }

  @Test
  void endlessVarintsAndLargeMessagesEndAStream() {
    connect(Yamux.PROTOCOL, true);
    stream(Primitives.MESHSUB_1_1);
    say(Side.DIALER, Acts.raw(1, Hex.parse("ffffffffffffffffffff")));
    assertFault(Fault.Blame.PEER, "does not end within 9 bytes");

    HandshakeTest large = new HandshakeTest();
    large.connect(Mplex.PROTOCOL, true);
    large.stream(Primitives.MESHSUB_1_1);
    large.say(Side.DIALER, Acts.raw(1, Varint.put(new Out(), (4 << 20) + 1).toBytes()));
    large.assertFault(Fault.Blame.LIMIT, "limit 4194304");
    large.say(Side.LISTENER, Acts.raw(2, new byte[0]));
    large.assertBalanced();

    HandshakeTest mplex = new HandshakeTest();
    mplex.connect(Mplex.PROTOCOL, true);
    mplex.raw(Side.LISTENER, Hex.parse("80808080808080808080"));
    mplex.assertFault(Fault.Blame.PEER, "does not end within 9 bytes");
  }

  @Test
  void framesAgainstTheRulesEndADirection() {
    for (String bad :
        List.of(
            "010000010000000100000000", // version
            "000400010000000100000000", // type
            "000000010000000200000000", // the other side's number
            "000000000000000000000000", // data of the session
            "000000010000000101000001")) { // more than 16 MiB
      HandshakeTest each = new HandshakeTest();
      each.connect(Yamux.PROTOCOL, true);
      each.raw(Side.DIALER, Hex.parse(bad));
      assertEquals(1, each.faults().size(), bad);
      each.end();
      each.assertBalanced();
    }
    HandshakeTest twice = new HandshakeTest();
    twice.connect(Mplex.PROTOCOL, true);
    twice.raw(Side.DIALER, Hex.parse("00000000"));
    twice.assertFault(Fault.Blame.PEER, "opened before");
    HandshakeTest seven = new HandshakeTest();
    seven.connect(Mplex.PROTOCOL, true);
    seven.raw(Side.DIALER, Hex.parse("0700"));
    seven.assertFault(Fault.Blame.PEER, "flag 7");
  }

  @Test
  void simultaneousOpenIsNotFollowed() {
    say(Side.DIALER, plain(Multistream.HEADER, Multistream.SIMULTANEOUS));
    say(Side.LISTENER, plain(Multistream.HEADER, Multistream.SIMULTANEOUS));
    assertFault(Fault.Blame.PEER, "simultaneous open, which is not followed");
  }

  @Test
  void declinedSimultaneousOpenGoesOn() {
    say(Side.DIALER, plain(Multistream.HEADER, Multistream.SIMULTANEOUS));
    say(Side.LISTENER, plain(Multistream.HEADER, Multistream.NA));
    say(Side.DIALER, plain(Primitives.NOISE));
    say(Side.LISTENER, plain(Primitives.NOISE));
    assertEquals(List.of(), faults());
    Party any = party(Keys.EPHEMERAL);
    say(Side.DIALER, Acts.handshake(any.publicKey(), any.publicKey(), new byte[0]));
    assertTrue(has(Steps.NoiseSeen.class));
  }

  @Test
  void tokensAgainstTheRulesEndTheConnection() {
    for (String bad : List.of("00", "ffff7f", "8100", "032f780a", "03787878")) {
      HandshakeTest each = new HandshakeTest();
      each.feed(Side.DIALER, Hex.parse(bad));
      each.feed(Side.LISTENER, new byte[0]);
      each.end();
      assertFalse(each.faults().isEmpty(), bad);
      each.assertBalanced();
    }
  }

  private String muxer() {
    return events.stream()
        .filter(e -> e instanceof Event.Phase p && p.step() instanceof Steps.Muxed)
        .map(e -> (Steps.Muxed) ((Event.Phase) e).step())
        .map(step -> step.muxer() + (step.early() ? " early" : ""))
        .findFirst()
        .orElse("none");
  }

  @Test
  void dialersFirstMuxerThatBothOfferEarlyIsTaken() {
    List<String> both = List.of(Mplex.PROTOCOL, Yamux.PROTOCOL);
    shakeHands(true, both, both.reversed());
    assertEquals(Mplex.PROTOCOL + " early", muxer());
    stream(Primitives.PING);
    say(Side.DIALER, Acts.raw(1, new byte[32]));
    assertEquals(1, messages("Ping"));

    HandshakeTest one = new HandshakeTest();
    one.shakeHands(true, both, List.of("/other", Yamux.PROTOCOL));
    assertEquals(Yamux.PROTOCOL + " early", one.muxer());
  }

  @Test
  void muxerIsNegotiatedUnlessBothOfferOneEarly() {
    List<String> yamux = List.of(Yamux.PROTOCOL);
    for (List<List<String>> offers :
        List.of(
            List.of(yamux, List.<String>of()),
            List.of(List.<String>of(), yamux),
            List.of(yamux, List.of(Mplex.PROTOCOL)))) {
      HandshakeTest each = new HandshakeTest();
      each.shakeHands(true, offers.get(0), offers.get(1));
      assertEquals("none", each.muxer());
      for (Side side : Side.values()) {
        each.say(side, Acts.tokens(0, Multistream.HEADER, Mplex.PROTOCOL));
      }
      assertEquals(Mplex.PROTOCOL, each.muxer());
      assertEquals(List.of(), each.faults());
    }
  }

  @Test
  void framesSentAheadOfTheMuxersAnswerAreRead() {
    shakeHands(true, List.of(), List.of());
    say(Side.DIALER, Acts.tokens(0, Multistream.HEADER, Yamux.PROTOCOL));
    raw(
        Side.DIALER,
        new Yamux().data(Side.DIALER, 1, Multistream.tokens(Multistream.HEADER, Primitives.PING)));
    assertEquals("none", muxer());
    say(Side.LISTENER, Acts.tokens(0, Multistream.HEADER, Yamux.PROTOCOL));
    assertEquals(Yamux.PROTOCOL, muxer());
    say(Side.LISTENER, Acts.tokens(1, Multistream.HEADER, Primitives.PING));
    say(Side.LISTENER, Acts.raw(1, new byte[32]));
    assertEquals(1, messages("Ping"));
    assertEquals(0, transcript.balance(Side.DIALER).undecoded());
  }

  @Test
  void streamsSentAheadOfARefusedMuxerAreNoFault() {
    say(Side.DIALER, plain(Multistream.HEADER, Primitives.NOISE));
    say(Side.LISTENER, plain(Multistream.HEADER, Primitives.NOISE));
    Party one = party(Keys.STATIC);
    Party two = party(Keys.EPHEMERAL);
    say(Side.DIALER, Acts.handshake(one.publicKey(), two.publicKey(), new byte[0]));
    say(Side.LISTENER, Acts.handshake(one.publicKey(), two.publicKey(), new byte[0]));
    say(Side.DIALER, Acts.handshake(one.publicKey(), two.publicKey(), new byte[0]));
    say(Side.DIALER, Acts.tokens(0, Multistream.HEADER, Yamux.PROTOCOL));
    raw(Side.DIALER, new Yamux().data(Side.DIALER, 1, new byte[40]));
    say(Side.LISTENER, Acts.tokens(0, Multistream.HEADER, Multistream.NA));
    end();
    assertEquals(List.of(), faults());
    assertTrue(has(Steps.SentAhead.class));
    assertTrue(has(Steps.Abandoned.class));
    assertEquals(0, transcript.balance(Side.DIALER).undecoded());
  }
}
