// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.libp2p.Libp2pBehaviour;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.curve.Ed25519;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the user publishes: under the right topic, signed, on the one stream that is ours. */
class PublishingTest {
  private static final byte[] KEY = Hex.parse("01".repeat(32));
  private static final byte[] PEER = Hex.parse("02".repeat(32));
  private static final String REQUEST = "0100" + "0100000000000000" + "05000000";

  private final ParallelchainProtocol protocol = new ParallelchainProtocol();
  private final List<Source> heard = new ArrayList<>();
  private final Set<Long> streams = new java.util.HashSet<>();
  private Instant now = Instant.parse("2026-01-31T12:00:00Z");

  private static Persona persona(byte[] key, long seed) {
    return new Persona(
        Networks.MAIN,
        "test",
        key,
        Entropy.seeded(seed),
        new Secrets(),
        new java.util.HashSet<>(),
        false,
        List::of);
  }

  private Endpoint end(Side side, Behaviour behaviour, Persona persona) {
    return new Endpoint(
        side,
        new Transcript(protocol.machine(Networks.MAIN, persona.secrets()), Limits.DEFAULT),
        behaviour);
  }

  private Endpoint dialer() {
    return dialer(persona(KEY, 1));
  }

  private Endpoint dialer(Persona persona) {
    Line line = new Line("127.0.0.1", 40000, "127.0.0.1", 25519, 0);
    Errand stay = Errand.to(Errand.Goal.STAY);
    return end(Side.DIALER, protocol.behaviour(Side.DIALER, stay, persona, line), persona);
  }

  /** A peer that joins topics only where it is told to. */
  private Endpoint listener(boolean joins) {
    Persona persona = persona(PEER, 2);
    Line line = new Line("127.0.0.1", 25519, "127.0.0.1", 40000, 25519);
    Errand stay = Errand.to(Errand.Goal.STAY);
    Behaviour behaviour =
        joins
            ? protocol.behaviour(Side.LISTENER, stay, persona, line)
            : new Libp2pBehaviour(
                Side.LISTENER, stay, persona, line, Networks.dialect(Networks.MAIN));
    return end(Side.LISTENER, behaviour, persona);
  }

  private void talk(Endpoint dialer, Endpoint listener) {
    for (boolean moved = true; moved; ) {
      moved = carry(dialer, listener) | carry(listener, dialer);
    }
    for (Event event = listener.poll(); event != null; event = listener.poll()) {
      note(event);
    }
  }

  private boolean carry(Endpoint from, Endpoint to) {
    byte[] bytes = from.take();
    if (bytes.length > 0) {
      to.receive(bytes, 0, bytes.length, now);
    }
    return bytes.length > 0;
  }

  private void note(Event event) {
    if (event instanceof Event.Message message
        && message.from() == Side.DIALER
        && message.kind().name().equals("RPC")) {
      Out out = new Out();
      assertEquals(null, Body.write(message.kind().type(), message.body(), out));
      Source rpc = JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
      streams.add(message.substream().number());
      Source publish = rpc.field("publish");
      for (int i = 0; publish != null && i < publish.size(); i++) {
        heard.add(publish.item(i));
      }
    }
  }

  private Outgoing.Message wish(String name, byte[] body) {
    return new Outgoing.Message(protocol.messages().get(name), body);
  }

  private void begin(Endpoint dialer, Endpoint listener) {
    dialer.start(now);
    listener.start(now);
    talk(dialer, listener);
  }

  @Test
  void blocksAreAskedForInThePeersMailbox() {
    Endpoint dialer = dialer();
    Endpoint listener = listener(true);
    begin(dialer, listener);
    for (int i = 0; i < 10; i++) {
      dialer.say(wish("SyncRequest", Hex.parse(REQUEST)), now);
    }
    talk(dialer, listener);
    assertEquals(10, heard.size());
    Source message = heard.getFirst();
    byte[] address = Ed25519.publicKey(PEER);
    assertEquals(Topics.mailbox(address), message.field("topic").text());
    assertEquals(REQUEST, message.field("data").text());
    assertTrue(message.field("signature_valid").bool());
    assertEquals("SyncRequest", message.field("payload").field("kind").text());
    byte[] author = PublicAddress.parse(message.field("from").text());
    assertEquals(Hex.of(Ed25519.publicKey(KEY)), Hex.of(author));
    assertEquals(10, heard.stream().map(m -> m.field("seqno").text()).distinct().count());
    assertEquals(1, streams.size());
  }

  @Test
  void transactionsGoToAllWithTheTagOfTheGeneration() {
    Endpoint dialer = dialer();
    Endpoint listener = listener(true);
    begin(dialer, listener);
    dialer.say(wish("TransactionV1", Known.TRANSACTION_V1), now);
    dialer.say(wish("TransactionV2", Known.TRANSACTION_V2), now);
    talk(dialer, listener);
    for (int i = 0; i < 2; i++) {
      assertEquals("mempool", heard.get(i).field("topic").text());
      Source payload = heard.get(i).field("payload");
      assertEquals("TransactionV" + (i + 1), payload.field("kind").text());
      assertTrue(payload.field("signature_valid").bool());
    }
  }

  @Test
  void aPeerThatJoinsNothingIsTakenForTheNewestAfterAWhile() {
    Endpoint dialer = dialer();
    Endpoint listener = listener(false);
    begin(dialer, listener);
    dialer.say(wish("SyncRequest", Hex.parse(REQUEST)), now);
    talk(dialer, listener);
    assertEquals(List.of(), heard);
    now = now.plusSeconds(3);
    dialer.tick(now);
    talk(dialer, listener);
    assertEquals(Topics.mailbox(Ed25519.publicKey(PEER)), heard.getFirst().field("topic").text());
  }

  @Test
  void aPeerOfAnOlderGenerationIsSpokenToInItsWay() {
    Endpoint dialer = dialer();
    Endpoint listener = listener(false);
    begin(dialer, listener);
    byte[] hello =
        Hex.parse(
            "0a0d08011209636f6e73656e7375730a2f0801122b42734d7a55526756495a6f53786e334e6678794d6c"
                + "6b746d764665616a4f474a6b5f727450387755396f410a0b080112076d656d706f6f6c0a0d080112"
                + "0964726f707065645478");
    listener.say(wish("RPC", hello), now);
    talk(dialer, listener);
    dialer.say(wish("TransactionV1", Known.TRANSACTION_V1), now);
    dialer.say(wish("Nudge", Hex.parse("0001" + "00".repeat(16 + 53))), now);
    dialer.say(wish("SyncRequest", Hex.parse(REQUEST)), now);
    talk(dialer, listener);
    assertTrue(heard.get(0).field("payload").field("untagged").bool());
    assertEquals("consensus", heard.get(1).field("topic").text());
    assertEquals(Topics.oldMailbox(Ed25519.publicKey(PEER)), heard.get(2).field("topic").text());
  }

  @Test
  void whomOneExpectsMayBeWrittenAsAnAddress() {
    for (byte[] expected : new byte[][] {Ed25519.publicKey(PEER), Ed25519.publicKey(KEY)}) {
      Map<String, String> options = Map.of("peer-id", PublicAddress.spell(expected));
      assertEquals(Networks.MAIN, protocol.network(Networks.MAIN, options));
      Endpoint dialer = dialer(persona(KEY, 1).wishing(options));
      begin(dialer, listener(true));
      boolean met = java.util.Arrays.equals(expected, Ed25519.publicKey(PEER));
      assertEquals(met ? Verdict.REACHED : Verdict.CRYPTO_ERROR, dialer.findings().verdict());
    }
  }

  /** The bytes of the sheet's examples: key 1 asks key 2. */
  @Test
  void publishedBytesAreThoseOfTheReference() {
    byte[] seed =
        java.util.Base64.getUrlDecoder().decode("m2r_l0Bo1CgjYhTDv0nngUGTiRKWDz3rf5HYv-WWObI");
    Publication publication = Publication.by(seed);
    assertEquals(Known.KEY1, Hex.of(publication.address()));
    String mailbox = Topics.mailbox(Hex.parse(Known.KEY2));
    byte[] rpc = publication.rpc(mailbox, Hex.parse(REQUEST), 1_700_000_000_000_000_001L);
    assertEquals(
        "12bd010a26002408011220eafbd843e51ecd6b47f1c5468aafef036ad6e209748b5df29139fc21d10aa3a5"
            + "120e01000100000000000000050000001a0817979cfe362a00012237686f7473747566665f72732f42"
            + "734d7a55526756495a6f53786e334e6678794d6c6b746d764665616a4f474a6b5f727450387755396f"
            + "412a40832a87b7ba3068132b4fd57c2035230c1bf7b10a15eab9eeb4d1f5fd252e45a26d23c2a010be"
            + "b99ef5ea30f8fb6d151fbd4fec98237c483e358c381a5896930c",
        Hex.of(rpc));
    assertEquals(List.of(mailbox), PeerExchange.joined(PeerExchange.joining(List.of(mailbox))));
    assertEquals(List.of(), PeerExchange.joined(rpc));
  }

  @Test
  void hugeRequestsNeedAYes() {
    assertEquals("", protocol.danger("SyncRequest", Hex.parse(REQUEST)));
    byte[] huge = Hex.parse(REQUEST.substring(0, 20) + "ffffffff");
    assertTrue(protocol.danger("SyncRequest", huge).contains("4294967295"));
  }
}
