// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Errand.Goal;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Entropy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two polite peers: what they say and find out, however the bytes are cut. */
class BitcoinBehaviourTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static Ends greet(String dialer, String listener, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Ends(
        Errand.to(Goal.GREET),
        Ends.persona(Networks.MAIN, seed, "transport=" + dialer),
        Ends.persona(Networks.MAIN, seed + 1000, "transport=" + listener),
        random,
        1 + random.nextInt(random.nextInt(3) == 0 ? 4 : 3000));
  }

  private static List<String> names(Ends ends, Side side) {
    return ends.dialer.seen.names(side);
  }

  @Test
  void aPlainGreeting() {
    for (int seed = 0; seed < 30; seed++) {
      Ends ends = greet("v1", "auto", seed).watched(Networks.MAIN, new Secrets()).run(HOUR);
      List<String> features = List.of("version", "wtxidrelay", "sendaddrv2", "verack");
      assertEquals(features, names(ends, Side.DIALER));
      assertEquals(features, names(ends, Side.LISTENER));
      Findings findings = ends.dialer.behaviour.findings();
      assertEquals(Verdict.REACHED, findings.verdict());
      assertEquals(
          Map.of(
              "agent",
              "/peerglot:test/",
              "version",
              70016,
              "services",
              0xc09L,
              "services_names",
              List.of("NETWORK", "WITNESS", "NETWORK_LIMITED", "P2P_V2"),
              "height",
              0,
              "relay",
              false),
          findings.facts());
      assertEquals(Set.of(Findings.Stage.HANDSHAKE), findings.stages());
      assertEquals(Verdict.REACHED, ends.listener.behaviour.findings().verdict());
      agree(ends, ends.observers.getFirst());
    }
  }

  private static void agree(Ends ends, Seen observer) {
    for (Side side : Side.values()) {
      List<String> told = observer.messages(side).stream().map(Seen::line).toList();
      assertFalse(told.isEmpty());
      assertEquals(told, ends.dialer.seen.messages(side).stream().map(Seen::line).toList());
      List<String> listener = ends.listener.seen.messages(side).stream().map(Seen::line).toList();
      assertEquals(told.subList(0, listener.size()), listener);
      assertEquals(List.of(), observer.broken(side));
    }
  }

  @Test
  void anEncryptedGreetingSeenByAll() {
    for (int seed = 0; seed < 25; seed++) {
      Ends ends = greet(seed % 2 == 0 ? "v2" : "auto", seed % 3 == 0 ? "v2" : "auto", seed);
      ends.watched(Networks.MAIN, ends.dialer.secrets);
      ends.watched(Networks.MAIN, ends.listener.secrets);
      ends.watched(Networks.MAIN, new Secrets());
      ends.run(HOUR);
      Findings findings = ends.dialer.behaviour.findings();
      assertEquals(Verdict.REACHED, findings.verdict(), findings.error());
      assertEquals("v2", ends.dialer.endpoint.transcript().transport());
      assertEquals(
          findings.facts().get("session_id"),
          ends.listener.behaviour.findings().facts().get("session_id"));
      assertEquals(Set.of(Findings.Stage.CRYPTO, Findings.Stage.HANDSHAKE), findings.stages());
      agree(ends, ends.observers.get(0));
      agree(ends, ends.observers.get(1));
      Seen blind = ends.observers.get(2);
      assertEquals(1, blind.broken(Side.DIALER).size());
      assertEquals(1, blind.broken(Side.LISTENER).size());
      assertEquals(Optional.empty(), ends.dialer.behaviour.again());
      assertEquals(1, ends.dialer.secrets.size());
      ends.dialer.behaviour.gone();
      assertEquals(0, ends.dialer.secrets.size());
    }
  }

  @Test
  void aPlainListenerIsDialledAgainPlain() {
    Ends ends = greet("auto", "v1", 1).run(HOUR);
    Findings findings = ends.dialer.behaviour.findings();
    assertEquals(Verdict.HUNG_UP, findings.verdict());
    assertEquals(
        "closed the connection without a word: full, banned, of another network, or it knows v1"
            + " only",
        findings.error());
    assertEquals(Optional.of(Map.of("transport", "v1")), ends.dialer.behaviour.again());
    assertEquals(Optional.empty(), greet("v2", "v1", 1).run(HOUR).dialer.behaviour.again());
    assertEquals(Optional.empty(), greet("v1", "v2", 1).run(HOUR).dialer.behaviour.again());
  }

  @Test
  void coinsWithoutTheEncryptedTransportAreDialledPlain() {
    for (Network network : Networks.ALL) {
      Ends ends =
          new Ends(
              Errand.to(Goal.GREET),
              Ends.persona(network, 1),
              Ends.persona(network, 2),
              new SplittableRandom(1),
              500);
      Findings findings = ends.run(HOUR).dialer.behaviour.findings();
      assertEquals(Verdict.REACHED, findings.verdict(), network.scheme());
      assertEquals(
          network.scheme().matches("bitcoin(-(testnet[34]|signet|regtest))?") ? "v2" : "v1",
          ends.dialer.endpoint.transcript().transport(),
          network.scheme());
    }
  }

  @Test
  void anotherNetworkIsNamedOnBothTransports() {
    for (String transport : List.of("v1", "v2")) {
      Ends ends =
          new Ends(
              Errand.to(Goal.GREET),
              Ends.persona(Networks.MAIN, 1, "transport=" + transport),
              Ends.persona(Networks.TESTNET4, 2),
              new SplittableRandom(1),
              500);
      ends.run(HOUR);
      Findings listener = ends.listener.behaviour.findings();
      assertEquals(Verdict.WRONG_NETWORK, listener.verdict());
      assertEquals("is of bitcoin, not of bitcoin-testnet4", listener.error());
      Findings dialer = ends.dialer.behaviour.findings();
      assertTrue(dialer.verdict() == Verdict.WRONG_NETWORK || dialer.verdict() == Verdict.HUNG_UP);
      assertEquals(Optional.empty(), ends.dialer.behaviour.again());
    }
  }

  @Test
  void aFullListenerClosesAtOnce() {
    Ends ends =
        new Ends(
            Errand.to(Goal.GREET),
            Ends.persona(Networks.MAIN, 1, "transport=v1"),
            Ends.persona(Networks.MAIN, 2, new HashSet<>(), true, List.of()),
            new SplittableRandom(1),
            500);
    ends.run(HOUR);
    assertEquals(Verdict.HUNG_UP, ends.dialer.behaviour.findings().verdict());
    assertEquals(
        "closed the connection without a word: full, banned, or of another network",
        ends.dialer.behaviour.findings().error());
    assertEquals(List.of(), names(ends, Side.LISTENER));
  }

  @Test
  void weKnowOurselves() {
    Set<String> company = new HashSet<>();
    Ends ends =
        new Ends(
            Errand.to(Goal.GREET),
            Ends.persona(Networks.MAIN, 1, company, false, List.of(), "transport=v1"),
            Ends.persona(Networks.MAIN, 2, company, false, List.of()),
            new SplittableRandom(1),
            500);
    ends.run(HOUR);
    assertEquals("we are connected to ourselves", ends.listener.behaviour.findings().error());
    ends.dialer.behaviour.gone();
    assertEquals(Set.of(), company);
  }

  private static final List<PeerAddress> NEIGHBOURS =
      List.of(
          new PeerAddress("bitcoin", "203.0.113.7", 8333),
          new PeerAddress("bitcoin", "2a00:1450::200e", 0),
          new PeerAddress("bitcoin", "seed.example.org", 8333),
          new PeerAddress(
              "bitcoin", "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion", 8333),
          new PeerAddress(
              "bitcoin", "ukeu3k5oycgaauneqgtnvselmt4yemvoilkln7jpvamvfx7dnkdq.b32.i2p", 0),
          new PeerAddress("bitcoin", "fc00:1:2:3:4:5:6:7", 8333));

  private static Ends ask(List<PeerAddress> neighbours) {
    return new Ends(
        Errand.to(Goal.ASK_PEERS),
        Ends.persona(Networks.MAIN, 1),
        Ends.persona(Networks.MAIN, 2, new HashSet<>(), false, neighbours),
        new SplittableRandom(1),
        500);
  }

  @Test
  void neighboursOfAllKinds() {
    Ends ends = ask(NEIGHBOURS).run(HOUR);
    Findings findings = ends.dialer.behaviour.findings();
    assertTrue(findings.stages().contains(Findings.Stage.ADDRESSES));
    assertEquals(
        List.of(
            "bitcoin://203.0.113.7:8333 ",
            "bitcoin://[2a00:1450::200e]:8333 ",
            "bitcoin://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion:8333 an onion"
                + " service: needs a proxy",
            "bitcoin://ukeu3k5oycgaauneqgtnvselmt4yemvoilkln7jpvamvfx7dnkdq.b32.i2p:8333 an I2P"
                + " destination: needs a proxy",
            "bitcoin://[fc00:1:2:3:4:5:6:7]:8333 a CJDNS address: needs its router"),
        findings.neighbours().stream().map(n -> n.address() + " " + n.whyNot()).toList());
    assertEquals(Ends.START.plus(PeerExchange.SETTLING), ends.now, "a small answer may go on");
  }

  @Test
  void aBigAnswerEndsTheErrandAndSilenceToo() {
    List<PeerAddress> many =
        java.util.stream.IntStream.range(0, 1500)
            .mapToObj(i -> new PeerAddress("bitcoin", "198.51." + i / 250 + "." + i % 250, 8333))
            .toList();
    Ends ends = ask(many).run(HOUR);
    assertEquals(1000, ends.dialer.behaviour.findings().neighbours().size());
    assertEquals(Ends.START, ends.now);
    Ends silent = ask(List.of()).run(HOUR);
    assertEquals(Ends.START.plus(PeerExchange.PATIENCE), silent.now);
    assertEquals(Verdict.REACHED, silent.dialer.behaviour.findings().verdict());
    assertFalse(silent.dialer.behaviour.findings().stages().contains(Findings.Stage.ADDRESSES));
    Ends itself = ask(List.of(new PeerAddress("bitcoin", "192.0.2.2", 8333))).run(HOUR);
    assertEquals(Ends.START.plus(PeerExchange.PATIENCE), itself.now, "only told of itself");
    assertEquals(1, itself.dialer.behaviour.findings().neighbours().size());
  }

  @Test
  void pingsAreTimed() {
    Ends ends =
        new Ends(
            new Errand(Goal.PING, 3, Duration.ofSeconds(1)),
            Ends.persona(Networks.MAIN, 1),
            Ends.persona(Networks.MAIN, 2),
            new SplittableRandom(1),
            500);
    ends.run(HOUR);
    assertEquals(3, ends.dialer.behaviour.findings().roundTrips().size());
    assertEquals(Ends.START.plusSeconds(2), ends.now);
  }

  private static Ends stay(String... options) {
    return new Ends(
        Errand.to(Goal.STAY),
        Ends.persona(Networks.MAIN, 1, options),
        Ends.persona(Networks.MAIN, 2),
        new SplittableRandom(1),
        500);
  }

  @Test
  void whoStaysKeepsTheConnectionAlive() {
    Ends ends = stay().run(Duration.ofMinutes(11));
    assertEquals(5, names(ends, Side.DIALER).stream().filter("ping"::equals).count());
    assertEquals(5, names(ends, Side.LISTENER).stream().filter("pong"::equals).count());
  }

  private static Outgoing message(String name, String body) {
    return new Outgoing.Message(
        Messages.ALL.find(name).orElseGet(() -> MessageKind.unknown(name)), Hex.parse(body));
  }

  /** BIP 143's example: two inputs, one of them with a witness. */
  private static final String SEGWIT =
      "01000000000102fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad969f000000004948"
          + "30450221008b9d1dc26ba6a9cb62127b02742fa9d754cd3bebf337f7a55d114c8e5cdd30be02204052"
          + "9b194ba3f9281a99f2b1c0a19c0489bc22ede944ccf4ecbab4cc618ef3ed01eeffffffef51e1b804cc"
          + "89d182d279655c3aa89e815b1b309fe287d9b2b55d57b90ec68a0100000000ffffffff02202cb20600"
          + "0000001976a9148280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000000001976a914"
          + "3bde42dbee7e4dbe6a21b2d50ce2f0167faa815988ac000247304402203609e17b84f6a7d30c80bfa6"
          + "10b5b4542f32a8a0d5447a12fb1366d7f01cc44a0220573a954c4518331561406f90300e8f3358f519"
          + "28d43c212a8caed02de67eebee0121025476c2e83188368da1ff3e292e7acafcdb3566bb0ad253f62f"
          + "c70f07aeee635711000000";

  @Test
  void aTransactionIsAnnouncedAndServed() {
    Ends ends = stay();
    ends.listener.endpoint.say(message("tx", SEGWIT), ends.now); // before the handshake: kept
    ends.run(Duration.ofSeconds(1));
    assertEquals(List.of("inv", "tx"), names(ends, Side.LISTENER).subList(4, 6));
    assertEquals("getdata", names(ends, Side.DIALER).getLast());
    List<Event.Message> said = ends.dialer.seen.messages(Side.LISTENER);
    assertEquals(
        "0105000000"
            + Hex.of(
                Hex.flip(
                    Hex.parse("c36c38370907df2324d9ce9d149d191192f338b37665a82e78e76a12c909b762"))),
        Hex.of(said.get(4).body()),
        "announced by wtxid");
    assertEquals(SEGWIT, Hex.of(said.get(5).body()));
  }

  @Test
  void requestsAreAnswered() {
    Ends ends = stay().run(Duration.ofSeconds(1));
    ends.dialer.endpoint.say(
        message("getheaders", "801101000000".repeat(1) + "00".repeat(31)), ends.now);
    ends.dialer.endpoint.say(message("getdata", "0102000040" + "11".repeat(32)), ends.now);
    ends.dialer.endpoint.say(message("nonsense", "00"), ends.now);
    ends.run(Duration.ofSeconds(1));
    List<String> said = names(ends, Side.LISTENER);
    assertEquals(List.of("headers", "notfound"), said.subList(4, said.size()));
    assertEquals("", ends.listener.behaviour.findings().error());
  }

  /** A made-up header. */
  private static final String HEADER =
      "00000020" + "22".repeat(32) + "33".repeat(32) + "29ab5f49ffff7f2002000000";

  @Test
  void aListenerShowsAPeerItsOwnTip() {
    Ends ends = stay().run(Duration.ofSeconds(1));
    String locator = "80110100" + "01" + "22".repeat(32) + "00".repeat(32);
    ends.dialer.endpoint.say(message("getheaders", locator), ends.now);
    ends.run(Duration.ofSeconds(1));
    ends.dialer.endpoint.say(message("headers", "01" + HEADER + "00"), ends.now);
    ends.dialer.endpoint.say(message("getheaders", locator), ends.now);
    ends.run(Duration.ofSeconds(1));
    List<Event.Message> said = ends.dialer.seen.messages(Side.LISTENER);
    List<String> names = names(ends, Side.LISTENER);
    assertEquals(
        List.of("headers", "getheaders", "headers", "headers"), names.subList(4, names.size()));
    assertEquals("00", Hex.of(said.get(4).body()));
    assertEquals("01" + HEADER + "00", Hex.of(said.get(6).body()));
    assertEquals("01" + HEADER + "00", Hex.of(said.get(7).body()));
    List<String> ours = names(ends, Side.DIALER);
    assertEquals("getheaders", ours.getLast());
    assertTrue(ours.contains("headers"), "who dials has nothing to show, and answers so");
  }

  @Test
  void anObsoleteVersionIsLeft() {
    byte[] body = PlainFramesTest.VERSION.clone();
    Persona persona = Ends.persona(Networks.MAIN, 2);
    Ends.End listener = new Ends.End(Side.LISTENER, Errand.to(Goal.STAY), persona);
    byte[] old = java.util.Arrays.copyOfRange(body, 24, body.length);
    old[0] = 0x37;
    old[1] = 0x7c; // 31799
    old[2] = 0;
    byte[] frame = Framing.frame(Networks.MAIN, "version", old);
    listener.endpoint.start(Ends.START);
    listener.endpoint.receive(frame, 0, frame.length, Ends.START);
    assertTrue(listener.endpoint.hangsUp());
    assertEquals(Verdict.PROTOCOL_ERROR, listener.behaviour.findings().verdict());
  }

  /** One end by itself, to be told anything. */
  private static Ends.End alone(Side side, Goal goal, String transport) {
    Persona persona = Ends.persona(Networks.MAIN, 2, "transport=" + transport);
    Ends.End end = new Ends.End(side, Errand.to(goal), persona);
    end.endpoint.start(Ends.START);
    return end;
  }

  private static void hear(Ends.End end, byte[]... frames) {
    for (byte[] frame : frames) {
      end.endpoint.receive(frame, 0, frame.length, Ends.START);
    }
  }

  @Test
  void moreThanAThousandAddressesAreMisbehaviour() {
    Ends.End dialer = alone(Side.DIALER, Goal.ASK_PEERS, "v1");
    Out addresses = new Out().u8(0xfd).u16le(1001).zeros(30 * 1001);
    hear(dialer, PlainFramesTest.VERSION, PlainFramesTest.VERACK);
    hear(dialer, Framing.frame(Networks.MAIN, "addr", addresses.toBytes()));
    assertTrue(dialer.endpoint.hangsUp());
    assertEquals(Verdict.REACHED, dialer.behaviour.findings().verdict());
    assertEquals("addr: 1001 addresses, more than 1000", dialer.behaviour.findings().error());
    assertEquals(List.of(), dialer.behaviour.findings().neighbours());
  }

  @Test
  void whoIsNotOnBitcoinAtAll() {
    byte[] http = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    Ends.End dialer = alone(Side.DIALER, Goal.GREET, "v1");
    hear(dialer, http);
    assertEquals(Verdict.PROTOCOL_ERROR, dialer.behaviour.findings().verdict());
    Ends.End answered = alone(Side.DIALER, Goal.GREET, "v1");
    hear(answered, Keys.Pair.fresh(Entropy.seeded(5)).shown());
    assertEquals(Verdict.WRONG_NETWORK, answered.behaviour.findings().verdict());
    Ends.End encrypting = alone(Side.DIALER, Goal.GREET, "v2");
    hear(encrypting, http);
    encrypting.endpoint.ended(Ends.START);
    assertEquals(Verdict.CRYPTO_ERROR, encrypting.behaviour.findings().verdict());
    assertEquals(Optional.empty(), encrypting.behaviour.again());
  }

  @Test
  void garbageWithoutAnEndIsLeftInTime() {
    Ends.End dialer = alone(Side.DIALER, Goal.GREET, "v2");
    hear(dialer, Keys.Pair.fresh(Entropy.seeded(5)).shown(), Entropy.seeded(6).bytes(4110));
    assertFalse(dialer.endpoint.hangsUp());
    hear(dialer, new byte[1]);
    assertTrue(dialer.endpoint.hangsUp());
    assertEquals(Verdict.CRYPTO_ERROR, dialer.behaviour.findings().verdict());
  }

  @Test
  void anUnknownNetworkBehindAKeyIsLeftSoon() {
    int told = 0;
    for (int seed = 0; seed < 10; seed++) {
      Ends ends =
          new Ends(
              Errand.to(Goal.GREET),
              Ends.persona(Networks.MAIN.withId(new byte[] {1, 2, 3, 4}), seed),
              Ends.persona(Networks.MAIN.withId(new byte[] {1, 2, 3, 5}), seed + 50),
              new SplittableRandom(seed),
              5000);
      ends.run(HOUR);
      // Garbage of nearly the greatest length cannot be told from noise.
      told += ends.dialer.behaviour.findings().verdict() == Verdict.WRONG_NETWORK ? 1 : 0;
      assertFalse(ends.now.isAfter(Ends.START.plusSeconds(3)));
    }
    assertTrue(told >= 8, told + " of 10 told");
  }

  @Test
  void whoDoesNotShakeHandsIsLeft() {
    for (Side side : Side.values()) {
      Ends.End end = alone(side, Goal.ASK_PEERS, "v1");
      end.endpoint.tick(Ends.START.plusSeconds(60));
      assertTrue(end.endpoint.hangsUp());
      assertEquals(Verdict.SILENT, end.behaviour.findings().verdict());
    }
  }

  @Test
  void nothingThatIsHeardBreaksAPeer() {
    SplittableRandom random = new SplittableRandom(8);
    List<MessageKind> kinds = Messages.ALL.all();
    for (int round = 0; round < 300; round++) {
      Goal goal = Goal.values()[random.nextInt(4)];
      Side side = random.nextBoolean() ? Side.DIALER : Side.LISTENER;
      Ends.End end = alone(side, goal, random.nextInt(4) == 0 ? "auto" : "v1");
      if (random.nextInt(4) > 0) {
        hear(end, PlainFramesTest.VERSION, PlainFramesTest.VERACK);
      }
      for (int i = 0; i < 30; i++) {
        MessageKind kind = kinds.get(random.nextInt(kinds.size()));
        Out body = new Out();
        kind.type().sample(random, body);
        byte[] bytes = body.toBytes();
        if (bytes.length > 0 && random.nextInt(3) == 0) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        byte[] frame = Framing.frame(Networks.MAIN, kind.code(), bytes);
        if (random.nextInt(10) == 0) {
          frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        }
        hear(end, frame);
        end.endpoint.tick(Ends.START.plus(HOUR));
        end.endpoint.take();
      }
      end.endpoint.ended(Ends.START);
      end.behaviour.gone();
    }
  }
}
