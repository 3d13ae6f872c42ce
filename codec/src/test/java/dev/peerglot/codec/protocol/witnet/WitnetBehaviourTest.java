// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.witnet.Primitives.Place;
import dev.peerglot.codec.protocol.witnet.message.Beacons.CheckpointBeacon;
import dev.peerglot.codec.protocol.witnet.message.Beacons.LastBeacon;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.Version;
import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Pair;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The manners of either role, in virtual time. */
class WitnetBehaviourTest {
  private static final Instant START = Instant.parse("2026-01-15T12:26:41Z");
  private static final Schema SCHEMA = Schema.of(Networks.chain(Networks.MAIN));

  /** Epoch of mainnet at {@link #START}; it began a second before. */
  private static final long EPOCH = 4404512;

  private final Peer dialer = new Peer(Side.DIALER, Networks.MAIN, Errand.Goal.ASK_PEERS, false);
  private final Peer listener = new Peer(Side.LISTENER, Networks.MAIN, Errand.Goal.STAY, false);

  /** Our end, and what the test says as the other one. */
  private static final class Peer {
    private final Side me;
    private final Network network;
    private final Endpoint endpoint;
    private Instant now = START;

    private Peer(Side me, Network network, Errand.Goal goal, boolean full) {
      this.me = me;
      this.network = network;
      Secrets secrets = new Secrets();
      Persona plain =
          new Persona(
              network,
              "test/1",
              null,
              Entropy.seeded(1),
              secrets,
              ConcurrentHashMap.newKeySet(),
              false,
              () ->
                  List.of(
                      new PeerAddress("witnet", "192.0.2.1", 0),
                      new PeerAddress("witnet", "2001:db8::5", 77),
                      new PeerAddress("witnet", "some.host", 77)));
      Line line =
          me == Side.DIALER
              ? new Line("192.0.2.10", 40000, "203.0.113.7", 21337, 0)
              : new Line("203.0.113.7", 21337, "192.0.2.10", 40000, 21337);
      WitnetBehaviour behaviour =
          new WitnetBehaviour(
              me, new Errand(goal, 3, Duration.ofSeconds(1)), full ? plain.fullUp() : plain, line);
      endpoint =
          new Endpoint(me, new Transcript(new Handshake(network), Limits.DEFAULT), behaviour);
    }

    private Peer start() {
      endpoint.start(now);
      return this;
    }

    private Peer hears(String name, byte[] body) {
      byte[] frame =
          Framing.frame(Networks.magic(network), Messages.of(network).get(name).code(), body);
      return hearsFrame(frame);
    }

    private Peer hearsFrame(byte[] frame) {
      endpoint.receive(frame, 0, frame.length, now);
      return this;
    }

    private Peer hears(Version version) {
      return hears(Messages.VERSION, SCHEMA.version.toBytes(version));
    }

    private Peer hears(String name, String json) {
      Out out = new Out();
      Messages.of(network).get(name).type().build(JsonSource.parse(json), out);
      return hears(name, out.toBytes());
    }

    private Peer hears(String name) {
      return hears(name, new byte[0]);
    }

    private Peer waits(Duration duration) {
      Instant until = now.plus(duration);
      while (endpoint.wakeAt() != null && !endpoint.wakeAt().isAfter(until)) {
        now = endpoint.wakeAt().isAfter(now) ? endpoint.wakeAt() : now;
        endpoint.tick(now);
        if (endpoint.hangsUp()) {
          return this;
        }
      }
      now = until;
      return this;
    }

    private Peer ended() {
      endpoint.ended(now);
      return this;
    }

    /** What we said since the last time. */
    private List<Event.Message> said() {
      List<Event.Message> said = new ArrayList<>();
      for (Event event = endpoint.poll(); event != null; event = endpoint.poll()) {
        if (event instanceof Event.Message message && message.from() == me) {
          said.add(message);
        }
      }
      return said;
    }

    private List<String> names() {
      return said().stream().map(message -> message.kind().name()).toList();
    }

    private Findings findings() {
      return endpoint.findings();
    }

    private Verdict verdict() {
      return endpoint.hangsUp() ? findings().verdict() : null;
    }
  }

  private static Version greeting(long drift, long epoch, String hash) {
    return new Version(
        1,
        START.getEpochSecond() + drift,
        1,
        Place.of("203.0.113.7", 21337),
        Place.of("192.0.2.10", 40000),
        "witnet-rust 2.0.26",
        7,
        new LastBeacon(
            new CheckpointBeacon(epoch, Hex.parse(hash.repeat(64 / hash.length()))),
            new CheckpointBeacon(epoch / 10, Hex.parse("bb".repeat(32)))));
  }

  private static Version greeting() {
    return greeting(0, EPOCH - 1, "aa");
  }

  private static LastBeacon beacon(Event.Message message) {
    return SCHEMA.beacons.lastBeacon.readAll(message.body());
  }

  @Test
  void aDialerGreetsWithoutAnAddressAndAsksForPeers() {
    Version first = SCHEMA.version.readAll(dialer.start().said().getFirst().body());
    assertEquals("0.0.0.0:0", first.senderAddress().toString());
    assertEquals("203.0.113.7:21337", first.receiverAddress().toString());
    assertEquals("test/1", first.userAgent());
    assertEquals(START.getEpochSecond(), first.timestamp());
    assertEquals(
        Networks.chain(Networks.MAIN).genesis(),
        Hex.of(first.beacon().highestBlockCheckpoint().hashPrevBlock()));
    assertEquals(
        Chain.BOOTSTRAP, Hex.of(first.beacon().highestSuperblockCheckpoint().hashPrevBlock()));
    assertEquals(List.of(), dialer.hears("Verack").names());
    assertEquals(List.of("Verack", "GetPeers"), dialer.hears(greeting()).names());
    dialer.hears("LastBeacon", SCHEMA.beacons.lastBeacon.toBytes(greeting().beacon()));
    dialer.hears(
        "Peers", "{\"peers\":[\"198.51.100.1:21337\",\"0.0.0.0:5\",\"[::ffff:198.51.100.2]:0\"]}");
    assertEquals(Verdict.REACHED, dialer.verdict());
    Findings findings = dialer.findings();
    assertEquals("witnet-rust 2.0.26", findings.facts().get("agent"));
    assertEquals(1L, findings.facts().get("version"));
    assertEquals(EPOCH - 1, findings.facts().get("height"));
    assertEquals(
        List.of("198.51.100.1 21337 ", "0.0.0.0 5 is no address", "198.51.100.2 0 has no port"),
        findings.neighbours().stream()
            .map(n -> n.address().host() + " " + n.address().port() + " " + n.whyNot())
            .toList());
  }

  @Test
  void aListenerAnswersVerackThenVersionWithTheDialersOwnBeacon() {
    assertEquals(List.of(), listener.start().names());
    List<Event.Message> said = listener.hears(greeting()).said();
    assertEquals(List.of("Verack", "Version"), said.stream().map(m -> m.kind().name()).toList());
    Version ours = SCHEMA.version.readAll(said.get(1).body());
    assertEquals("203.0.113.7:21337", ours.senderAddress().toString());
    assertEquals(EPOCH - 1, ours.beacon().highestBlockCheckpoint().checkpoint());
    assertEquals(List.of(), listener.hears("GetPeers").names()); // before the handshake is over
    assertEquals(List.of(), listener.hears(greeting()).names()); // answered once
    assertEquals(List.of(), listener.hears("Verack").names());
    assertEquals(Verdict.REACHED, listener.findings().verdict());
    Event.Message peers = listener.hears("GetPeers").said().getFirst();
    assertEquals(
        "0a080a06c000020153590a140a1220010db8000000000000000000000005004d", Hex.of(peers.body()));
    assertEquals(List.of(), listener.hears(greeting(60, 1, "cc")).names());
    assertFalse(listener.endpoint.hangsUp());
  }

  @Test
  void everythingMayBeSaidInOneGo() {
    listener.start().hears(greeting()).hears("Verack").hears("GetPeers");
    assertEquals(List.of("Verack", "Version", "Peers"), listener.names());
  }

  @Test
  void aFeelerIsAPeerThatWasReached() {
    listener.start().hears(greeting()).ended();
    assertEquals(Verdict.REACHED, listener.verdict());
    assertTrue(listener.findings().error().contains("only test"), listener.findings().error());
  }

  @Test
  void aFullListenerClosesBehindTheHandshakeAndADialerKnowsThat() {
    Peer full = new Peer(Side.LISTENER, Networks.MAIN, Errand.Goal.STAY, true);
    full.start().hears(greeting());
    assertEquals(List.of("Verack", "Version"), full.names());
    assertFalse(full.endpoint.hangsUp());
    full.hears("Verack");
    assertTrue(full.endpoint.hangsUp());
    dialer.start().hears("Verack").hears(greeting()).ended();
    assertEquals(Verdict.FULL, dialer.verdict());
  }

  @Test
  void aPeerThatDoesNotAnswerIsNotFullAfterAWhile() {
    dialer.start().hears("Verack").hears(greeting()).waits(Duration.ofSeconds(4));
    assertNull(dialer.verdict());
    dialer.ended();
    assertEquals(Verdict.REACHED, dialer.verdict());
    Peer patient = new Peer(Side.DIALER, Networks.MAIN, Errand.Goal.GREET, false);
    patient.start().hears("Verack").hears(greeting()).waits(Duration.ofSeconds(11));
    assertEquals(Verdict.REACHED, patient.verdict());
    assertEquals("did not answer GetPeers within 10 s", patient.findings().error());
  }

  @Test
  void clocksMayDifferByTenSeconds() {
    for (long drift : new long[] {-10, 0, 10}) {
      Peer good = new Peer(Side.LISTENER, Networks.MAIN, Errand.Goal.STAY, false);
      good.start().hears(greeting(drift, 7, "aa"));
      assertEquals(2, good.names().size(), "drift " + drift);
    }
    for (long drift : new long[] {-11, 11, 1L << 40}) {
      for (Side side : Side.values()) {
        Peer bad = new Peer(side, Networks.MAIN, Errand.Goal.STAY, false);
        bad.start().said();
        bad.hears(greeting(drift, 7, "aa"));
        assertEquals(List.of(), bad.names());
        assertEquals(Verdict.PROTOCOL_ERROR, bad.verdict());
        assertTrue(bad.findings().error().contains(drift + " s off"), bad.findings().error());
      }
    }
  }

  @Test
  void anotherMagicIsAnotherNetwork() {
    byte[] body = SCHEMA.version.toBytes(greeting());
    for (int magic : new int[] {10701, 40941, 0}) {
      Peer peer = new Peer(Side.LISTENER, Networks.MAIN, Errand.Goal.STAY, false);
      peer.start().hearsFrame(Framing.frame(magic, "1", body));
      assertEquals(List.of(), peer.names());
      assertEquals(Verdict.WRONG_NETWORK, peer.verdict());
    }
  }

  @Test
  void aDialerTellsOtherNetworksByTheirBeacons() {
    String testGenesis = Networks.chain(Networks.TEST).genesis();
    long testEpoch = Networks.chain(Networks.TEST).epochs().at(START.getEpochSecond());
    for (Version version :
        List.of(
            greeting(0, EPOCH + 1, "aa"),
            greeting(0, testEpoch, "aa"),
            greeting(0, 0, testGenesis))) {
      Peer peer = new Peer(Side.DIALER, Networks.MAIN, Errand.Goal.GREET, false);
      peer.start().hears("Verack").said();
      assertEquals(List.of(), peer.hears(version).names());
      assertEquals(Verdict.WRONG_NETWORK, peer.verdict());
    }
    for (Version version :
        List.of(greeting(0, 9, "aa"), greeting(0, EPOCH, "aa"), greeting(0, 1_000_000, "aa"))) {
      Peer peer = new Peer(Side.DIALER, Networks.MAIN, Errand.Goal.GREET, false);
      peer.start().hears("Verack").said();
      assertEquals(List.of("Verack", "GetPeers"), peer.hears(version).names());
    }
  }

  @Test
  void aChainOfOnesOwnMayBeginLikeAPublicOne() {
    Version young = greeting(0, 0, Networks.chain(Networks.TEST).genesis());
    Peer own = new Peer(Side.DIALER, Networks.DEVELOPMENT, Errand.Goal.GREET, false);
    own.start().hears("Verack").hears(young);
    assertEquals(List.of("Version", "Verack", "GetPeers"), own.names());
    Peer strange = new Peer(Side.DIALER, Networks.DEVELOPMENT, Errand.Goal.GREET, false);
    strange.start().hears("Verack").hears(greeting());
    assertEquals(Verdict.WRONG_NETWORK, strange.verdict());
  }

  @Test
  void theNetworksOfOneMagicToldApartInPairs() {
    Network[] all = {Networks.MAIN, Networks.TEST};
    for (Network dials : all) {
      for (Network listens : all) {
        Pair pair =
            new Pair(new WitnetProtocol(), dials, listens, Errand.to(Errand.Goal.ASK_PEERS), 4)
                .run();
        Findings findings = pair.findings(Side.DIALER);
        assertEquals(
            dials == listens ? Verdict.REACHED : Verdict.WRONG_NETWORK,
            findings.verdict(),
            findings.error());
      }
    }
  }

  @Test
  void whoStaysSilentIsLeftAfterFiveSeconds() {
    listener.start().waits(Duration.ofMillis(4999));
    assertNull(listener.verdict());
    listener.waits(Duration.ofMillis(1));
    assertEquals(Verdict.SILENT, listener.verdict());
    dialer.start().hears("Verack").waits(Duration.ofSeconds(6));
    assertEquals(Verdict.SILENT, dialer.verdict());
  }

  @Test
  void whoClosesWithoutAWordMayHaveReasons() {
    dialer.start().ended();
    assertEquals(Verdict.HUNG_UP, dialer.verdict());
    assertTrue(dialer.findings().error().contains("network range"), dialer.findings().error());
    Peer cut = new Peer(Side.DIALER, Networks.MAIN, Errand.Goal.GREET, false);
    cut.start().hears("Verack").ended();
    assertEquals("closed during the handshake", cut.findings().error());
  }

  @Test
  void addressesThatNobodyAskedForEndTheConversation() {
    listener.start().hears(greeting()).hears("Verack");
    listener.hears("Peers", "{\"peers\":[]}");
    assertTrue(listener.endpoint.hangsUp());
    assertTrue(listener.findings().error().contains("nobody had asked"));
  }

  @Test
  void whatCannotBeReadEndsTheConversation() {
    listener.start().hears(greeting()).hears("Verack").hears("LastBeacon", new byte[] {8});
    assertTrue(listener.endpoint.hangsUp());
    assertTrue(listener.findings().error().startsWith("LastBeacon: "), listener.findings().error());
    Peer other = new Peer(Side.LISTENER, Networks.MAIN, Errand.Goal.STAY, false);
    other.start().hears(greeting()).hears("Verack").said();
    other.hearsFrame(Hex.parse("0000000708cc531202620012".substring(0, 22)));
    assertFalse(other.endpoint.hangsUp()); // an unknown command is some later version's
    other.hearsFrame(Hex.parse("00000000"));
    assertTrue(other.endpoint.hangsUp());
  }

  private static String block(long epoch, String previous) {
    String zero = "\"" + "00".repeat(32) + "\"";
    StringBuilder roots = new StringBuilder("{\"mint_hash\":" + zero);
    for (String name : List.of("vt", "dr", "commit", "reveal", "tally", "stake", "unstake")) {
      roots.append(",\"").append(name).append("_hash_merkle_root\":").append(zero);
    }
    String key = "\"" + "00".repeat(33) + "\"";
    return "{\"block_header\":{\"beacon\":{\"checkpoint\":"
        + epoch
        + ",\"hash_prev_block\":\""
        + previous.repeat(32)
        + "\"},\"merkle_roots\":"
        + roots
        + "},\"proof\":{\"proof\":{\"public_key\":"
        + key
        + "}}},\"block_sig\":{\"signature\":{\"Secp256k1\":{}},\"public_key\":"
        + key
        + "}}";
  }

  private static String vote(long index, String hash, int voter) {
    return "{\"bn256_signature\":\"\",\"secp256k1_signature\":{\"signature\":{\"Secp256k1\":{}},"
        + "\"public_key\":\""
        + "%066x".formatted(voter)
        + "\"},\"superblock_hash\":\""
        + hash.repeat(32)
        + "\",\"superblock_index\":"
        + index
        + "}";
  }

  @Test
  void aListenerRepeatsItsDialersTipEveryEpoch() {
    listener.start().hears(greeting()).hears("Verack").said();
    listener.waits(Duration.ofSeconds(20));
    LastBeacon first = beacon(listener.said().getFirst());
    assertEquals(EPOCH - 1, first.highestBlockCheckpoint().checkpoint());
    listener.hears("Block", block(EPOCH + 1, "01")).hears("Block", block(EPOCH + 1, "02"));
    Instant begin = Instant.ofEpochSecond(Networks.chain(Networks.MAIN).epochs().begin(EPOCH + 2));
    listener.waits(Duration.between(listener.now, begin));
    assertEquals(List.of(), listener.names());
    listener.waits(Duration.ofSeconds(1));
    LastBeacon second = beacon(listener.said().getFirst());
    assertEquals(EPOCH + 1, second.highestBlockCheckpoint().checkpoint());
    Out out = new Out();
    SCHEMA.blocks.block.build(JsonSource.parse(block(EPOCH + 1, "02")), out);
    assertEquals(
        Hex.of(SCHEMA.blocks.hash(new dev.peerglot.codec.bytes.In(out.toBytes()))),
        Hex.of(second.highestBlockCheckpoint().hashPrevBlock()));
    listener.hears("Block", block(3, "03")); // an old one that somebody asked for
    listener.waits(Duration.ofSeconds(20));
    LastBeacon third = beacon(listener.said().getFirst());
    assertEquals(EPOCH + 1, third.highestBlockCheckpoint().checkpoint());
  }

  @Test
  void superblocksCountWithTheMostVotes() {
    listener.start().hears(greeting()).hears("Verack").said();
    long tip = EPOCH - EPOCH % 10 + 20;
    long index = tip / 10 - 1;
    listener
        .hears("SuperBlockVote", vote(index, "dd", 1))
        .hears("SuperBlockVote", vote(index, "dd", 1))
        .hears("SuperBlockVote", vote(index, "cc", 2))
        .hears("SuperBlockVote", vote(index, "cc", 3))
        .hears("SuperBlockVote", vote(index + 1, "ee", 3));
    Epochs epochs = Networks.chain(Networks.MAIN).epochs();
    listener.waits(Duration.between(START, Instant.ofEpochSecond(epochs.begin(tip) + 10)));
    listener.hears("Block", block(tip, "01")).said();
    listener.waits(Duration.ofSeconds(12));
    LastBeacon beacon = beacon(listener.said().getLast());
    assertEquals(tip, beacon.highestBlockCheckpoint().checkpoint());
    assertEquals(index, beacon.highestSuperblockCheckpoint().checkpoint());
    assertEquals("cc".repeat(32), Hex.of(beacon.highestSuperblockCheckpoint().hashPrevBlock()));
  }

  @Test
  void whereEpochsAreNotKnownTheTipIsRepeatedAllTheTime() {
    Peer own = new Peer(Side.LISTENER, Networks.DEVELOPMENT, Errand.Goal.STAY, false);
    own.start().hears(greeting(0, 5, "aa")).hears("Verack").said();
    LastBeacon echo = beacon(own.waits(Duration.ofSeconds(2)).said().getFirst());
    assertEquals(5, echo.highestBlockCheckpoint().checkpoint());
    own.hears("Block", block(6, "aa"));
    assertEquals(2, own.waits(Duration.ofSeconds(4)).said().size());
    LastBeacon next = beacon(own.waits(Duration.ofSeconds(2)).said().getFirst());
    assertEquals(6, next.highestBlockCheckpoint().checkpoint());
    assertNotEquals(
        Hex.of(echo.highestBlockCheckpoint().hashPrevBlock()),
        Hex.of(next.highestBlockCheckpoint().hashPrevBlock()));
  }

  @Test
  void whatTheUserSaidIsServedInOrderUpToTheFirstUnknown() {
    listener.start().hears(greeting()).hears("Verack").said();
    Out out = new Out();
    SCHEMA.blocks.block.build(JsonSource.parse(block(1, "01")), out);
    byte[] body = out.toBytes();
    Outgoing offer = new Outgoing.Message(Messages.of(Networks.MAIN).get("Block"), body);
    listener.endpoint.say(offer, listener.now);
    assertEquals(List.of("Block"), listener.names());
    String hash = Hex.of(SCHEMA.blocks.hash(new dev.peerglot.codec.bytes.In(body)));
    String known = "{\"Block\":\"" + hash + "\"}";
    listener.hears(
        "InventoryRequest",
        "{\"inventory\":[" + known + "," + known + ",{\"SuperBlock\":1}," + known + "]}");
    assertEquals(List.of("Block", "Block"), listener.names());
  }

  @Test
  void aRoundTripIsGetPeersAndPeers() {
    Peer ping = new Peer(Side.DIALER, Networks.MAIN, Errand.Goal.PING, false);
    ping.start().hears("Verack").hears(greeting());
    for (int i = 0; i < 3; i++) {
      assertEquals("GetPeers", ping.names().getLast());
      ping.now = ping.now.plusMillis(5);
      ping.hears("Peers", "{\"peers\":[]}");
      ping.waits(Duration.ofSeconds(1));
    }
    assertEquals(Verdict.REACHED, ping.verdict());
    assertEquals(
        List.of(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(5)),
        ping.findings().roundTrips());
  }

  @Test
  void whatTheUserAsksForMayBeAnswered() {
    Peer stay = new Peer(Side.DIALER, Networks.MAIN, Errand.Goal.STAY, false);
    stay.start().hears("Verack").hears(greeting());
    assertEquals(Verdict.REACHED, stay.findings().verdict());
    assertEquals(List.of("Version", "Verack"), stay.names());
    stay.endpoint.say(PeerExchange.request(), stay.now);
    stay.hears("Peers", "{\"peers\":[\"198.51.100.1:1\"]}");
    assertFalse(stay.endpoint.hangsUp());
    assertEquals(1, stay.findings().neighbours().size());
  }
}
