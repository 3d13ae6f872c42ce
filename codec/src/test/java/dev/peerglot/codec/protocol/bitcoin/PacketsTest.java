// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault.Blame;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.cipher.Bip324Cipher;
import dev.peerglot.crypto.cipher.Bip324Keys;
import dev.peerglot.crypto.curve.EllSwift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The encrypted transport as an observer sees it, good and bad. */
class PacketsTest {
  /** A session on mainnet: private keys 32 times 11 and 22, a decoy, a ping, a wtxidrelay. */
  private static final byte[] DIALER =
      Hex.parse(
          "1ed64ec153b2d8aa03126e32210730157d6fdd8890d45e3febc5154a8bb71eaff624fb41cef1e5e269f0b5b4"
              + "49b0536582f765227b826f820d97e0d2cef13f98676172626167652d6f662d696e69746961746f72fc"
              + "d94e3b39b90b36c48cdef4834a923bf460bfe764eaa8224fbc206f7e8069a20b84a1dd8b241299b045"
              + "fae431c6b892ef9db8af71d4eee7a7016fda86916cc5fefcc94ffabdd52010a3bead5a39682c9b66b4"
              + "803d3597921620651581257d323daabcda0f6a0907034b42fa0fa8c8ffa63482b1dba96bdb11efa9");

  private static final byte[] LISTENER =
      Hex.parse(
          "985d0151046d13f18c42ec703fa87bc85e696f2af1616ee9ff048760d95f58a31da83d6eae860445fb1ffae6"
              + "d8711b64b1601ef89cc2676c0e64301b8f6dbee0726573706f6e6465722d6761726261676578986c88"
              + "69932c702441e658f9fcc23e929b48117626b79b1c4dfbb045cd685bf3770320c9f704c461b86f0ceb"
              + "34c6cec117e4a3ee33aba00883ec68d34648ab0b");

  private static final String SESSION_ID =
      "b49f530219e6cd041180e506fe94a6c3d89946256ce08fa83fc632dc4533b857";

  private static Secrets secret(byte[] stream, int each) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) each);
    Secrets secrets = new Secrets();
    secrets.add(Keys.EPHEMERAL, Arrays.copyOf(stream, 64), key);
    return secrets;
  }

  private static Seen sample(Secrets secrets, int most) {
    SplittableRandom random = new SplittableRandom(most);
    return Seen.of(Networks.MAIN, secrets)
        .feed(Side.DIALER, DIALER, random, most)
        .feed(Side.LISTENER, LISTENER, random, most)
        .end();
  }

  @Test
  void theSessionOfTheSheetOpensWithEitherKey() {
    Seen first = sample(secret(DIALER, 0x11), 300);
    assertEquals(List.of("ping", "wtxidrelay"), first.names(Side.DIALER));
    assertEquals(List.of("pong"), first.names(Side.LISTENER));
    assertEquals("v2", first.transcript.transport());
    assertEquals("efcdab8967452301", Hex.of(first.messages(Side.LISTENER).getFirst().body()));
    assertEquals(
        List.of(
            "0+0 encrypted_transport {}",
            "0+64 ephemeral_key {ellswift=" + Hex.of(DIALER, 0, 64) + "}",
            "64+36 garbage {length=20, network=bitcoin}",
            "100+25 decoy {length=5}",
            "125+20 version_packet {session_id=" + SESSION_ID + "}",
            "145+29 ping efcdab8967452301",
            "174+33 wtxidrelay ",
            "207+0 closed"),
        first.told(Side.DIALER));
    for (int most : new int[] {1, 5, 70}) {
      assertEquals(
          first.events.stream().map(Seen::line).sorted().toList(),
          sample(secret(LISTENER, 0x22), most).events.stream().map(Seen::line).sorted().toList());
    }
  }

  @Test
  void eitherDirectionMayComeFirst() {
    Seen seen =
        Seen.of(Networks.MAIN, secret(DIALER, 0x11))
            .feed(Side.LISTENER, LISTENER)
            .feed(Side.DIALER, Arrays.copyOf(DIALER, 64));
    assertEquals(List.of("pong"), seen.names(Side.LISTENER));
    seen.feed(Side.DIALER, Arrays.copyOfRange(DIALER, 64, DIALER.length)).end();
    assertEquals(List.of("ping", "wtxidrelay"), seen.names(Side.DIALER));
  }

  @Test
  void withoutAKeyOneFaultADirectionNamesTheLine() {
    for (int most : new int[] {1, 9, 300}) {
      Seen seen = sample(new Secrets(), most);
      for (Side side : Side.values()) {
        assertEquals(1, seen.broken(side).size());
        Event.Broken broken = seen.broken(side).getFirst();
        assertEquals(Blame.KEYS, broken.fault().blame());
        assertEquals(0, broken.at());
        assertEquals(seen.transcript.balance(side).captured(), broken.size());
        assertTrue(broken.fault().why().contains("BITCOIN_V2_EPHEMERAL"), broken.fault().why());
        assertTrue(broken.fault().why().contains(Hex.of(LISTENER, 0, 64)));
      }
    }
    Seen wrong = sample(secret(DIALER, 0x12), 300);
    assertTrue(wrong.broken(Side.LISTENER).getFirst().fault().why().contains("check the line"));
  }

  @Test
  void theTerminatorTellsTheNetwork() {
    Seen seen =
        Seen.of(Networks.REGTEST, secret(DIALER, 0x11))
            .feed(Side.DIALER, DIALER)
            .feed(Side.LISTENER, LISTENER)
            .end();
    assertEquals(List.of("pong"), seen.names(Side.LISTENER));
    assertTrue(seen.told(Side.DIALER).contains("64+36 garbage {length=20, network=bitcoin}"));
    Seen signet =
        Seen.of(Networks.SIGNET.withId(Hex.parse("7ec653a5")), secret(DIALER, 0x11))
            .feed(Side.DIALER, DIALER)
            .feed(Side.LISTENER, LISTENER)
            .end();
    assertEquals(List.of("pong"), signet.names(Side.LISTENER));
  }

  @Test
  void aBrokenTagIsTheFaultOfOnePacket() {
    byte[] bad = DIALER.clone();
    bad[160] ^= 1;
    for (int most : new int[] {1, 300}) {
      Seen seen =
          Seen.of(Networks.MAIN, secret(DIALER, 0x11))
              .feed(Side.LISTENER, LISTENER)
              .feed(Side.DIALER, bad, new SplittableRandom(1), most);
      assertEquals(List.of("wtxidrelay"), seen.names(Side.DIALER));
      Event.Broken broken = seen.broken(Side.DIALER).getFirst();
      assertEquals(145, broken.at());
      assertEquals(29, broken.size());
      assertEquals(
          "the tag of packet 2 does not fit: not authentic, or bytes changed",
          broken.fault().why());
      seen.end();
      assertEquals(1, seen.broken(Side.DIALER).size());
      assertEquals(List.of("pong"), seen.names(Side.LISTENER));
    }
  }

  @Test
  void changedGarbageBreaksTheFirstPacket() {
    byte[] bad = DIALER.clone();
    bad[70] ^= 1;
    Seen seen =
        Seen.of(Networks.MAIN, secret(DIALER, 0x11))
            .feed(Side.LISTENER, LISTENER)
            .feed(Side.DIALER, bad)
            .end();
    assertTrue(seen.broken(Side.DIALER).getFirst().fault().why().contains("packet 0"));
    assertEquals(List.of("ping", "wtxidrelay"), seen.names(Side.DIALER));
  }

  @Test
  void behindAHoleInAPacketTheNextOneOpens() {
    Seen seen =
        Seen.of(Networks.MAIN, secret(DIALER, 0x11))
            .feed(Side.DIALER, Arrays.copyOf(DIALER, 150))
            .hole(Side.DIALER, 10)
            .feed(Side.DIALER, Arrays.copyOfRange(DIALER, 160, DIALER.length))
            .feed(Side.LISTENER, LISTENER)
            .end();
    assertEquals(List.of(), seen.names(Side.DIALER));
    assertEquals(List.of("pong"), seen.names(Side.LISTENER));
    assertTrue(seen.broken(Side.DIALER).stream().allMatch(b -> b.fault().blame() == Blame.CAPTURE));
    assertEquals(10, seen.transcript.balance(Side.DIALER).missing());
    Seen key =
        Seen.of(Networks.MAIN, secret(DIALER, 0x11))
            .feed(Side.DIALER, Arrays.copyOf(DIALER, 50))
            .hole(Side.DIALER, 100)
            .feed(Side.DIALER, new byte[200])
            .feed(Side.LISTENER, LISTENER)
            .end();
    assertEquals(1, key.broken(Side.LISTENER).size());
  }

  @Test
  void cutAnywhereEveryByteIsAccountedFor() {
    for (int cut = 0; cut <= DIALER.length; cut++) {
      Seen seen =
          Seen.of(Networks.MAIN, secret(LISTENER, 0x22))
              .feed(Side.DIALER, Arrays.copyOf(DIALER, cut))
              .feed(Side.LISTENER, LISTENER)
              .end();
      assertEquals(cut < 174 ? 0 : cut < 207 ? 1 : 2, seen.names(Side.DIALER).size());
    }
  }

  /** Both sides of a connection by hand: streams to be spoilt. */
  private static final class Hand {
    private final byte[] dialled;
    private final byte[] listened;
    private final Bip324Cipher cipher;
    private final Bip324Keys keys;
    private final Secrets secrets = new Secrets();

    private Hand(Network network) {
      Entropy entropy = Entropy.seeded(9);
      Keys.Pair dialer = Keys.Pair.fresh(entropy);
      Keys.Pair listener = Keys.Pair.fresh(entropy);
      dialled = dialer.shown();
      listened = listener.shown();
      keys =
          Bip324Keys.derive(
              EllSwift.sharedSecret(dialer.secret(), true, dialled, listened), network.id());
      cipher = keys.fromInitiator();
      secrets.add(Keys.EPHEMERAL, listened, listener.secret());
    }

    private Seen seen(byte[] behindTheKey) {
      return Seen.of(Networks.MAIN, secrets)
          .feed(Side.LISTENER, listened)
          .feed(Side.DIALER, dialled)
          .feed(Side.DIALER, behindTheKey, new SplittableRandom(2), 700)
          .end();
    }
  }

  @Test
  void garbageUpToTheMostAndNoByteMore() {
    for (int length : new int[] {0, 1, 4094, 4095, 4096}) {
      Hand hand = new Hand(Networks.MAIN);
      byte[] garbage = Entropy.seeded(length).bytes(length);
      byte[] stream =
          new Out()
              .bytes(garbage)
              .bytes(hand.keys.initiatorTerminator())
              .bytes(hand.cipher.seal(0, new byte[0], garbage))
              .bytes(hand.cipher.seal(0, new byte[] {15}, new byte[0]))
              .toBytes();
      Seen seen = hand.seen(stream);
      if (length <= 4095) {
        assertEquals(List.of("mempool"), seen.names(Side.DIALER));
      } else {
        Event.Broken broken = seen.broken(Side.DIALER).getFirst();
        assertEquals(64, broken.at());
        assertEquals(4111, broken.size());
        assertEquals(
            "no garbage terminator of a known network within 4111 bytes behind the key",
            broken.fault().why());
      }
    }
  }

  @Test
  void keysChangeAndDecoysCount() {
    Hand hand = new Hand(Networks.MAIN);
    Out stream = new Out().bytes(hand.keys.initiatorTerminator());
    List<String> expected = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 1000; i++) {
      boolean decoy = i < 5 || random.nextInt(3) == 0;
      int kind = 1 + random.nextInt(28);
      byte[] contents = new byte[1 + random.nextInt(40)];
      contents[0] = (byte) kind;
      stream.bytes(hand.cipher.seal(decoy ? Bip324Cipher.DECOY : 0, contents, new byte[0]));
      if (!decoy) {
        expected.add(Messages.command(kind));
      }
    }
    expected.removeFirst(); // the version packet
    Seen seen = hand.seen(stream.toBytes());
    assertEquals(expected, seen.names(Side.DIALER));
    assertEquals(List.of(), seen.broken(Side.DIALER));
  }

  @Test
  void aLengthAboveTheLimitEndsTheDirection() {
    Hand hand = new Hand(Networks.MAIN);
    byte[] stream =
        new Out()
            .bytes(hand.keys.initiatorTerminator())
            .bytes(hand.cipher.seal(0, new byte[0], new byte[0]))
            .bytes(hand.cipher.seal(0, new byte[4_000_014], new byte[0]))
            .toBytes();
    Seen seen = hand.seen(stream);
    assertEquals(
        "packet 1 claims 4000014 bytes, above the limit of 4000013",
        seen.broken(Side.DIALER).getFirst().fault().why());
    Hand largest = new Hand(Networks.MAIN);
    byte[] good =
        new Out()
            .bytes(largest.keys.initiatorTerminator())
            .bytes(largest.cipher.seal(0, new byte[0], new byte[0]))
            .bytes(largest.cipher.seal(0, new byte[4_000_013], new byte[0]))
            .toBytes();
    Seen taken = Seen.of(Networks.MAIN, largest.secrets);
    taken.feed(Side.LISTENER, largest.listened).feed(Side.DIALER, largest.dialled);
    taken.feed(Side.DIALER, good).end();
    assertEquals(1, taken.messages(Side.DIALER).size());
  }

  @Test
  void oddTypesSurvive() {
    Hand hand = new Hand(Networks.MAIN);
    Out stream = new Out().bytes(hand.keys.initiatorTerminator());
    Out unsound = new Out().u8(0).u8(1).utf8("bcdefghijkl").u8(9);
    Out ping = new Out().u8(0).utf8("ping").zeros(8).i64le(5);
    byte[][] contents = {
      {}, {}, {0}, {0, 'a'}, {38, 1, 2}, {37, 3}, unsound.toBytes(), ping.toBytes()
    };
    for (byte[] each : contents) {
      stream.bytes(hand.cipher.seal(0, each, new byte[0]));
    }
    Seen seen = hand.seen(stream.toBytes());
    assertEquals(
        List.of("0", "0", "0", "38", "feature", "\\x01bcdefghijkl", "ping"),
        seen.names(Side.DIALER));
    assertEquals(
        List.of(true, true, true, false, false, true, false),
        seen.messages(Side.DIALER).stream().map(m -> m.fault() != null).toList());
    assertEquals(38, Contents.of("38", new byte[2])[0]);
    assertEquals(18, Contents.of("ping", new byte[8])[0]);
    assertEquals(13, Contents.of("version", new byte[0]).length);
  }

  @Test
  void sealedPacketsOpenOnTheOtherSide() {
    Secrets secrets = secret(DIALER, 0x11);
    byte[] begin = Arrays.copyOf(DIALER, 84);
    Seen seen =
        Seen.of(Networks.MAIN, secrets)
            .feed(Side.DIALER, begin)
            .feed(Side.LISTENER, Arrays.copyOf(LISTENER, 64));
    Out sent = new Out();
    Outgoing decoy =
        new Outgoing.Message(
            Handshake.DECOY, "decoy".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    for (Outgoing outgoing :
        List.of(
            decoy,
            packet(Handshake.VERSION_PACKET),
            message("ping", "efcdab8967452301"),
            message("wtxidrelay", ""))) {
      byte[] bytes = seen.transcript.seal(Side.DIALER, outgoing);
      sent.bytes(bytes);
      seen.feed(Side.DIALER, bytes);
    }
    assertEquals(Hex.of(DIALER, 84, DIALER.length - 84), Hex.of(sent.toBytes()));
    assertEquals(List.of("ping", "wtxidrelay"), seen.names(Side.DIALER));
    byte[] version = seen.transcript.seal(Side.LISTENER, message("pong", "00"));
    assertEquals(16 + 20 + 22, version.length, "a message brings terminator and version packet");
    seen.feed(Side.LISTENER, version);
    assertEquals(List.of("pong"), seen.names(Side.LISTENER));
    assertFalse(seen.told(Side.LISTENER).isEmpty());
  }

  private static Outgoing packet(MessageKind kind) {
    return new Outgoing.Message(kind, new byte[0]);
  }

  private static Outgoing message(String name, String body) {
    return new Outgoing.Message(Messages.ALL.get(name), Hex.parse(body));
  }

  @Test
  void plainFramesInAStreamThatLookedEncrypted() {
    byte[] noise = Entropy.seeded(3).bytes(500);
    for (int most : new int[] {1, 1000}) {
      byte[] stream =
          new Out()
              .bytes(noise)
              .bytes(PlainFramesTest.PING)
              .bytes(PlainFramesTest.VERACK)
              .toBytes();
      Seen seen =
          Seen.of(Networks.MAIN, new Secrets())
              .feed(Side.LISTENER, noise)
              .feed(Side.DIALER, stream, new SplittableRandom(1), most)
              .feed(Side.LISTENER, PlainFramesTest.PING)
              .end();
      assertEquals(List.of("ping", "verack"), seen.names(Side.DIALER));
      assertEquals(List.of("ping"), seen.names(Side.LISTENER));
      assertEquals("v1", seen.transcript.transport());
    }
  }

  @Test
  void behindManyMissingPacketsTheNextSmallOneIsFound() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 12; round++) {
      Hand hand = new Hand(Networks.MAIN);
      Out stream = new Out().bytes(hand.keys.initiatorTerminator());
      stream.bytes(hand.cipher.seal(0, new byte[0], new byte[0]));
      List<Integer> starts = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        starts.add(stream.size());
        byte[] contents = new byte[i == 300 ? 20_000 : 1 + random.nextInt(300)];
        contents[0] = (byte) (1 + i % 28);
        stream.bytes(hand.cipher.seal(0, contents, new byte[0]));
      }
      int from = starts.get(random.nextInt(250)) + random.nextInt(5);
      int to = from + 1 + random.nextInt(round % 2 == 0 ? 40 : 40_000);
      byte[] bytes = stream.toBytes();
      int most = round % 3 == 0 ? 1 + random.nextInt(50) : 100_000;
      Seen seen =
          Seen.of(Networks.MAIN, hand.secrets)
              .feed(Side.LISTENER, hand.listened)
              .feed(Side.DIALER, hand.dialled)
              .feed(Side.DIALER, Arrays.copyOf(bytes, from))
              .hole(Side.DIALER, to - from)
              .feed(Side.DIALER, Arrays.copyOfRange(bytes, to, bytes.length), random, most)
              .end();
      List<Long> good = seen.messages(Side.DIALER).stream().map(Event.Message::at).toList();
      for (int i = 0; i < starts.size(); i++) {
        int next = i + 1 < starts.size() ? starts.get(i + 1) : bytes.length;
        boolean hit = starts.get(i) < to && next > from;
        boolean big = next - starts.get(i) > 4096; // passed over where it is the first
        if (!big) {
          assertEquals(
              !hit, good.contains(64L + starts.get(i)), "round " + round + ", packet " + i);
        }
      }
    }
  }

  @Test
  void twoHolesInARow() {
    Hand hand = new Hand(Networks.MAIN);
    Out stream = new Out().bytes(hand.keys.initiatorTerminator());
    for (int i = 0; i < 40; i++) {
      stream.bytes(
          hand.cipher.seal(0, new byte[] {18, 1, 2, 3, 4, 5, 6, 7, (byte) i}, new byte[0]));
    }
    byte[] bytes = stream.toBytes();
    Seen seen =
        Seen.of(Networks.MAIN, hand.secrets)
            .feed(Side.LISTENER, hand.listened)
            .feed(Side.DIALER, hand.dialled)
            .feed(Side.DIALER, Arrays.copyOf(bytes, 200))
            .hole(Side.DIALER, 100)
            .feed(Side.DIALER, Arrays.copyOfRange(bytes, 300, 305))
            .hole(Side.DIALER, 95)
            .feed(Side.DIALER, Arrays.copyOfRange(bytes, 400, bytes.length))
            .end();
    int whole = (200 - 16) / 29 - 1;
    int behind = 40 - (400 - 16 + 28) / 29;
    assertEquals(whole + behind, seen.names(Side.DIALER).size());
  }

  @Test
  void aChangedLengthIsSeenThrough() {
    for (int bit = 0; bit < 24; bit++) {
      byte[] bad = DIALER.clone();
      bad[145 + bit / 8] ^= (byte) (1 << bit % 8);
      Seen seen =
          Seen.of(Networks.MAIN, secret(DIALER, 0x11))
              .feed(Side.LISTENER, LISTENER)
              .feed(Side.DIALER, bad, new SplittableRandom(bit), 1 + bit)
              .end();
      boolean small = bit == 0 || bit == 3; // a shorter claim: the next packet is found behind it
      boolean huge = bit == 22 || bit == 23; // above the limit: it is searched at once
      assertEquals(
          small || huge ? List.of("wtxidrelay") : List.of(),
          seen.names(Side.DIALER).stream().filter("wtxidrelay"::equals).toList(),
          "bit " + bit);
    }
  }
}
