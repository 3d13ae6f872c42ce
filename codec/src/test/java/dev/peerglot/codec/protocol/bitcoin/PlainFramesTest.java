// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.bitcoin.message.Version;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault.Blame;
import dev.peerglot.codec.session.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Plain frames, good and bad: nothing that is good is lost, and every byte is accounted for. */
class PlainFramesTest {
  /** Mainnet, protocol 70016, "/Satoshi:28.1.0/", height 870000. */
  static final byte[] VERSION =
      Hex.parse(
          "f9beb4d976657273696f6e0000000000660000002fd9c97080110100090c00000000000000f1536500000000"
              + "010000000000000000000000000000000000ffffcb007107208d090c00000000000000000000000000"
              + "00000000000000000000008877665544332211102f5361746f7368693a32382e312e302f70460d0001");

  static final byte[] VERACK = Hex.parse("f9beb4d976657261636b000000000000000000005df6e0e2");

  static final byte[] PING =
      Hex.parse("f9beb4d970696e6700000000000000000800000033bc15e5efcdab8967452301");

  private static byte[] join(byte[]... parts) {
    Out out = new Out();
    for (byte[] part : parts) {
      out.bytes(part);
    }
    return out.toBytes();
  }

  private static byte[] frame(String command, byte[] body) {
    return Framing.frame(Networks.MAIN, command, body);
  }

  private static Seen dialer(byte[] stream) {
    return Seen.plain().feed(Side.DIALER, stream).end();
  }

  /** What is told must not depend on how the stream was cut. */
  private static Seen anyCut(byte[] stream) {
    Seen whole = dialer(stream);
    SplittableRandom random = new SplittableRandom(3);
    for (int most : new int[] {1, 2, 7, 30, 300}) {
      Seen cut = Seen.plain().feed(Side.DIALER, stream, random, most).end();
      assertEquals(whole.told(Side.DIALER), cut.told(Side.DIALER), "cuts up to " + most);
    }
    return whole;
  }

  @Test
  void framesOfTheSpec() {
    byte[] stream = join(VERSION, VERACK, PING);
    Seen seen = anyCut(stream);
    assertEquals(List.of("version", "verack", "ping"), seen.names(Side.DIALER));
    assertEquals(List.of(), seen.broken(Side.DIALER));
    assertEquals("v1", seen.transcript.transport());
    Event.Message ping = seen.messages(Side.DIALER).get(2);
    assertEquals(VERSION.length + VERACK.length, ping.at());
    assertEquals(32, ping.size());
    assertArrayEquals(PING, frame("ping", ping.body()));
    Event.Message version = seen.messages(Side.DIALER).getFirst();
    assertEquals("/Satoshi:28.1.0/", Version.WIRE.readAll(version.body()).userAgent());
  }

  @Test
  void aWrongChecksumKeepsTheBodyAndTheConnection() {
    byte[] bad = PING.clone();
    bad[31] ^= 1;
    Seen seen = anyCut(join(VERSION, bad, VERACK));
    assertEquals(List.of("version", "ping", "verack"), seen.names(Side.DIALER));
    Event.Message ping = seen.messages(Side.DIALER).get(1);
    assertEquals(Blame.PEER, ping.fault().blame());
    assertTrue(ping.fault().why().contains("checksum 33bc15e5"), ping.fault().why());
    assertEquals(8, ping.body().length);
    assertNull(seen.messages(Side.DIALER).get(2).fault());
  }

  @Test
  void aWrongMagicInTheStreamIsPassedOver() {
    byte[] garbage = Hex.parse("00112233f9beb4d9445566778899aabbccddeeff00112233");
    Seen seen = anyCut(join(VERSION, garbage, PING));
    assertEquals(List.of("version", "ping"), seen.names(Side.DIALER));
    Event.Broken broken = seen.broken(Side.DIALER).getFirst();
    assertEquals(VERSION.length, broken.at());
    assertEquals(garbage.length, broken.size());
    assertEquals(Blame.PEER, broken.fault().blame());
  }

  @Test
  void aPayloadAboveTheLimitIsRefusedBeforeItComes() {
    byte[] header = new Out().bytes(PING, 0, 16).u32le(4_000_001).zeros(4).toBytes();
    Seen seen = Seen.plain().feed(Side.DIALER, join(VERSION, header));
    Event.Phase last = (Event.Phase) seen.of(Side.DIALER).getLast();
    assertEquals(
        "ping of 4000001 bytes is above the limit of 4000000 for a payload",
        ((Handshake.Astray) last.step()).why());
    Seen whole = anyCut(join(VERSION, header, new byte[1000], VERACK));
    assertEquals(List.of("version", "verack"), whole.names(Side.DIALER));
    assertEquals(1024, whole.broken(Side.DIALER).getFirst().size());
  }

  @Test
  void theLargestPayloadOfBitcoinAndOfOthers() {
    byte[] body = new byte[Framing.LARGEST];
    assertEquals(
        List.of("block"), dialer(frame("block", body)).names(Side.DIALER), "exactly the limit");
    assertEquals(
        Framing.LARGEST_ELSEWHERE, Framing.limit(Networks.with(network("dash"), Map.of())));
  }

  private static dev.peerglot.codec.session.Network network(String scheme) {
    return Networks.ALL.stream().filter(n -> n.scheme().equals(scheme)).findFirst().orElseThrow();
  }

  @Test
  void aLengthThatSwallowsTheNextFramesIsSeenThrough() {
    byte[] bad = PING.clone();
    bad[16] = 90; // 90 bytes instead of 8
    Seen seen = anyCut(join(VERSION, bad, PING, PING, VERACK, PING));
    assertEquals(List.of("version", "ping", "ping", "verack", "ping"), seen.names(Side.DIALER));
    assertEquals(32, seen.broken(Side.DIALER).getFirst().size());
    Seen atEnd = anyCut(join(VERSION, bad, VERACK));
    assertEquals(List.of("version", "verack"), atEnd.names(Side.DIALER));
  }

  @Test
  void framesThatClaimOneAnotherCostNoMoreThanTheirBytes() {
    Out out = new Out().bytes(VERSION);
    for (int i = 0; i < 40_000; i++) {
      out.bytes(PING, 0, 16).u32le(900_000).zeros(4);
    }
    Seen seen = dialer(out.toBytes());
    assertTrue(seen.events.size() < 40_100);
  }

  @Test
  void behindAHoleTheNextFrameIsFound() {
    Seen seen =
        Seen.plain()
            .feed(Side.DIALER, VERSION)
            .feed(Side.DIALER, Arrays.copyOf(PING, 20))
            .hole(Side.DIALER, 100)
            .feed(Side.DIALER, join(new byte[] {1, 2, 3}, PING, VERACK))
            .end();
    assertEquals(List.of("version", "ping", "verack"), seen.names(Side.DIALER));
    assertEquals(VERSION.length + 20 + 100 + 3, seen.messages(Side.DIALER).get(1).at());
    assertEquals(
        List.of(Blame.CAPTURE, Blame.CAPTURE),
        seen.broken(Side.DIALER).stream().map(b -> b.fault().blame()).toList());
    assertEquals(
        List.of(20L, 3L), seen.broken(Side.DIALER).stream().map(Event.Broken::size).toList());
    assertEquals(100, seen.transcript.balance(Side.DIALER).missing());
  }

  @Test
  void aCaptureMayBeginInTheMiddle() {
    byte[] half = Arrays.copyOfRange(VERSION, 30, VERSION.length);
    Seen seen =
        Seen.plain()
            .feed(Side.DIALER, join(half, PING))
            .feed(Side.LISTENER, Arrays.copyOfRange(PING, 9, 32))
            .feed(Side.LISTENER, join(PING, PING))
            .end();
    assertEquals(List.of("ping"), seen.names(Side.DIALER));
    assertEquals(List.of("ping", "ping"), seen.names(Side.LISTENER));
    assertEquals("v1", seen.transcript.transport());
    Seen hole = Seen.plain().hole(Side.DIALER, 77).feed(Side.DIALER, PING).end();
    assertEquals(77, hole.messages(Side.DIALER).getFirst().at());
  }

  @Test
  void framesOf2010HaveNoChecksumInVersionAndVerack() {
    byte[] body =
        new Out()
            .u32le(31800)
            .i64le(1)
            .i64le(1_290_000_000L)
            .i64le(1)
            .zeros(16)
            .u16be(8333)
            .i64le(1)
            .zeros(16)
            .u16be(8333)
            .i64le(77)
            .u8(0)
            .u32le(92_000)
            .toBytes();
    byte[] version = new Out().bytes(VERSION, 0, 16).u32le(body.length).bytes(body).toBytes();
    byte[] verack = Arrays.copyOf(VERACK, 20);
    Seen seen = anyCut(join(version, verack, PING));
    assertEquals(List.of("version", "verack", "ping"), seen.names(Side.DIALER));
    assertEquals(List.of(), seen.broken(Side.DIALER));
    assertEquals(20, seen.messages(Side.DIALER).get(1).size());
    assertEquals(
        31800, Version.WIRE.readAll(seen.messages(Side.DIALER).getFirst().body()).version());
    Seen alone = anyCut(join(PING, verack, PING));
    assertEquals(List.of("ping", "verack", "ping"), alone.names(Side.DIALER));
    Seen last = anyCut(join(PING, verack));
    assertEquals(List.of("ping", "verack"), last.names(Side.DIALER));
  }

  @Test
  void aVersionCutAnywhereIsToldAsCut() {
    for (int cut = 1; cut < VERSION.length; cut++) {
      Seen seen = dialer(Arrays.copyOf(VERSION, cut));
      assertEquals(List.of(), seen.names(Side.DIALER));
      assertEquals(cut, seen.broken(Side.DIALER).getFirst().size());
      assertEquals(Blame.PEER, seen.broken(Side.DIALER).getFirst().fault().blame());
    }
  }

  @Test
  void unknownAndUnsoundCommandsSurvive() {
    byte[] unsound = frame("a\\x00b\\xffc", new byte[] {1, 2});
    Seen seen = anyCut(join(VERSION, frame("nonsense", new byte[3]), unsound, VERACK));
    assertEquals(
        List.of("version", "nonsense", "a\\x00b\\xffc", "verack"), seen.names(Side.DIALER));
    Event.Message odd = seen.messages(Side.DIALER).get(2);
    assertNotNull(odd.fault());
    assertArrayEquals(unsound, frame(odd.kind().code(), odd.body()));
    assertNull(seen.messages(Side.DIALER).get(1).fault());
  }

  @Test
  void aMagicOfAnotherNetworkIsNamed() {
    byte[] foreign =
        Framing.frame(
            Networks.TESTNET3, "version", Arrays.copyOfRange(VERSION, 24, VERSION.length));
    Seen seen = anyCut(join(foreign, Framing.frame(Networks.TESTNET3, "verack", new byte[0])));
    assertEquals(List.of("version", "verack"), seen.names(Side.DIALER));
    assertEquals(
        "the magic 0b110907 is that of bitcoin-testnet3, not that of bitcoin, f9beb4d9",
        seen.messages(Side.DIALER).getFirst().fault().why());
    Handshake.Plain plain =
        (Handshake.Plain) ((Event.Phase) seen.of(Side.DIALER).getFirst()).step();
    assertEquals("bitcoin-testnet3", plain.network());
  }

  @Test
  void damageAnywhereLosesOnlyWhatItHits() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 300; round++) {
      List<byte[]> frames = new ArrayList<>(List.of(VERSION));
      for (int i = 0; i < 12; i++) {
        byte[] body = new byte[random.nextInt(200)];
        random.nextBytes(body);
        frames.add(frame("tx", body));
      }
      byte[] stream = join(frames.toArray(new byte[0][]));
      int from = VERSION.length;
      stream[from + random.nextInt(stream.length - from)] ^= (byte) (1 + random.nextInt(255));
      Seen seen = anyCut(stream);
      long good = seen.messages(Side.DIALER).stream().filter(m -> m.fault() == null).count();
      assertTrue(good >= frames.size() - 2, () -> seen.told(Side.DIALER).toString());
    }
  }

  @Test
  void noiseBehindAVersionGivesFaultsAndNothingElse() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      for (int i = 0; i + 4 < noise.length; i += 40) {
        System.arraycopy(PING, 0, noise, i, Math.min(noise.length - i, random.nextInt(24)));
      }
      anyCut(join(VERSION, noise));
    }
  }

  @Test
  void bareFramesNameTheirNetwork() {
    Bare bare = Framing.bare(Networks.MAIN, join(VERSION, VERACK));
    assertEquals("bitcoin", bare.network());
    assertEquals(2, bare.events().size());
    assertTrue(bare.certain());
    byte[] test = Framing.frame(Networks.TESTNET4, "verack", new byte[0]);
    assertEquals("bitcoin-testnet4", Framing.bare(Networks.MAIN, test).network());
    byte[] regtest = Framing.frame(Networks.REGTEST, "verack", new byte[0]);
    assertEquals("bitcoin-regtest", Framing.bare(Networks.MAIN, regtest).network());
    byte[] signet =
        Framing.frame(Networks.SIGNET.withId(new byte[] {1, 2, 3, 4}), "verack", new byte[0]);
    assertEquals(1, Framing.bare(Networks.MAIN, signet).events().size());
    assertEquals(Bare.NONE, Framing.bare(Networks.MAIN, Hex.parse("00".repeat(30))));
    assertEquals(Bare.NONE, Framing.bare(Networks.MAIN, new byte[3]));
    Bare cut = Framing.bare(Networks.MAIN, Arrays.copyOf(VERSION, 60));
    assertEquals(Blame.CAPTURE, ((Event.Broken) cut.events().getFirst()).fault().blame());
  }

  /** Frames of mainnet, testnet 3 and from the network itself (bitnodes' recordings). */
  private static final Map<String, String> FRAMES =
      Map.ofEntries(
          Map.entry("sendaddrv2", "f9beb4d973656e646164647276320000000000005df6e0e2"),
          Map.entry("wtxidrelay", "f9beb4d9777478696472656c61790000000000005df6e0e2"),
          Map.entry("getaddr", "f9beb4d9676574616464720000000000000000005df6e0e2"),
          Map.entry("pong", "f9beb4d9706f6e6700000000000000000800000033bc15e5efcdab8967452301"),
          Map.entry(
              "sendcmpct", "f9beb4d973656e64636d70637400000009000000e92f5ef8000200000000000000"),
          Map.entry(
              "feefilter", "f9beb4d966656566696c74657200000008000000e80fd19fe803000000000000"),
          Map.entry(
              "sendtxrcncl",
              "f9beb4d973656e64747872636e636c000c000000a71f8bf7010000000102030405060708"),
          Map.entry("feature", "f9beb4d966656174757265000000000008000000f62906550642495034333400"),
          Map.entry(
              "inv",
              "f9beb4d9696e76000000000000000000490000006294ef770201000000bda60db4230beca49d75f5f389"
                  + "4c8546b19b25b6ae5f6e10e1c017195a1c9998010000"
                  + "00d9599fa741a0100bb7b7788331055351deb89d87a975c794af55483f6f6668f4"),
          Map.entry(
              "getdata",
              "f9beb4d96765746461746100000000002500000097e8f9e901020000406fe28c0ab6f1b372c1a6a246ae"
                  + "63f74f931e8365e15a089c68d6190000000000"),
          Map.entry(
              "cfilter",
              "0b1109076366696c746572000000000026000000bf116d670043497fd7f826957108f4a30fd9cec3aeba"
                  + "79972084e90ead01ea33090000000004019dfca8"),
          Map.entry(
              "addr",
              "f9beb4d96164647200000000000000001f00000080a021c50100f15365090400000000000000000000000"
                  + "000000000ffffcb007107208d"));

  @Test
  void knownFramesAreGoodAndComeBack() {
    FRAMES.forEach(
        (name, hex) -> {
          Bare bare = Framing.bare(Networks.MAIN, Hex.parse(hex));
          assertEquals(1, bare.events().size(), name);
          Event.Message message = (Event.Message) bare.events().getFirst();
          assertEquals(name, message.kind().name());
          assertNull(message.fault(), name);
          dev.peerglot.codec.session.Network network =
              name.equals("cfilter") ? Networks.TESTNET3 : Networks.MAIN;
          assertEquals(network.scheme(), bare.network());
          assertEquals(hex, Hex.of(Framing.frame(network, name, message.body())));
        });
  }
}
