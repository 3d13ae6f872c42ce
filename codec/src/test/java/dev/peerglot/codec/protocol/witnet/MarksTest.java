// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Likeness.Degree;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.witnet.Primitives.Place;
import dev.peerglot.codec.protocol.witnet.message.Beacons.CheckpointBeacon;
import dev.peerglot.codec.protocol.witnet.message.Beacons.LastBeacon;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.Version;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Network;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How bytes and networks are recognised. */
class MarksTest {
  private static final byte[] NOTHING = {};
  private static final byte[] VERACK = Hex.parse("0000000708cc5312021200");
  private static final long TIME = 1768480000;

  private static byte[] version(int magic, long epoch, String hash) {
    Version version =
        new Version(
            1,
            TIME,
            1,
            Place.NONE,
            Place.NONE,
            "x",
            1,
            new LastBeacon(
                new CheckpointBeacon(epoch, Hex.parse(hash)),
                new CheckpointBeacon(epoch / 10, new byte[32])));
    return Framing.frame(
        magic, "1", Schema.of(Networks.chain(Networks.MAIN)).version.toBytes(version));
  }

  private static Likeness look(byte[] dialer, byte[] listener, boolean complete) {
    return Marks.likeness(new Opening(dialer, listener, 4000, complete));
  }

  @Test
  void theFirstFrameOfEitherSideWillDo() {
    byte[] version = version(10700, 4404512, "aa".repeat(32));
    assertEquals(Degree.CERTAIN, look(version, NOTHING, false).degree());
    assertEquals(Degree.CERTAIN, look(NOTHING, VERACK, false).degree());
    assertEquals(Degree.UNDECIDED, look(Arrays.copyOf(VERACK, 8), NOTHING, false).degree());
    assertEquals(Degree.NO, look(Arrays.copyOf(VERACK, 8), NOTHING, true).degree());
    assertEquals(Degree.UNDECIDED, look(Arrays.copyOf(version, 100), NOTHING, false).degree());
    assertEquals(Degree.CERTAIN, look(Arrays.copyOf(version, 100), NOTHING, true).degree());
    assertEquals(Degree.UNDECIDED, look(NOTHING, NOTHING, false).degree());
    assertEquals(Degree.NO, look(NOTHING, NOTHING, true).degree());
    assertEquals(Degree.LIKELY, look(version(4711, 1, "aa".repeat(32)), NOTHING, false).degree());
    byte[] middle = Arrays.copyOfRange(version, 50, version.length + VERACK.length);
    System.arraycopy(VERACK, 0, middle, version.length - 50, VERACK.length);
    assertEquals(Degree.LIKELY, look(NOTHING, middle, true).degree());
  }

  @Test
  void chanceIsNotTakenForIt() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[4 + random.nextInt(60)];
      random.nextBytes(bytes);
      bytes[0] = 0;
      bytes[1] = 0;
      assertEquals(Degree.NO, look(bytes, NOTHING, true).degree(), Hex.of(bytes));
    }
  }

  private static String network(byte[] dialer) {
    Network network = look(dialer, NOTHING, false).network();
    return network == null ? null : "%s %04x".formatted(network.scheme(), Networks.magic(network));
  }

  @Test
  void beaconsTellTheNetwork() {
    String hash = "aa".repeat(32);
    assertEquals("witnet 29cc", network(version(10700, 4404500, hash)));
    assertEquals("witnet-testnet 29cc", network(version(10700, 674000, hash)));
    assertEquals("witnet-development 29cc", network(version(10700, 38, hash)));
    assertNull(network(version(10700, 2_000_000, hash)));
    for (Network each : new Network[] {Networks.MAIN, Networks.TEST}) {
      String genesis = Networks.chain(each).genesis();
      assertEquals(each.scheme() + " 29cc", network(version(10700, 0, genesis)));
    }
    assertEquals("witnet 9fed", network(version(0x9fed, 3, hash)));
    assertEquals("witnet-testnet 749f", network(version(0x749f, 3, hash)));
    assertEquals("witnet-development 1267", network(version(4711, 3, hash)));
  }

  @Test
  void framesAndBodiesAreFoundInBareBytes() {
    Bare two = Marks.bare(Networks.MAIN, Hex.parse(Hex.of(VERACK) + Hex.of(VERACK)));
    assertTrue(two.certain());
    assertEquals(2, two.events().size());
    Bare cut = Marks.bare(Networks.MAIN, Arrays.copyOf(version(10700, 1, "aa".repeat(32)), 60));
    assertTrue(cut.events().getLast() instanceof Event.Broken);
    Bare body = Marks.bare(Networks.MAIN, Arrays.copyOfRange(VERACK, 4, 11));
    assertTrue(body.certain());
    assertEquals("Verack", ((Event.Message) body.events().getFirst()).kind().name());
    assertEquals(Bare.NONE, Marks.bare(Networks.MAIN, Hex.parse("0102030405060708090a")));
    assertEquals(Bare.NONE, Marks.bare(Networks.MAIN, NOTHING));
    Bare strange = Marks.bare(Networks.MAIN, Hex.parse("0000000508cc531200"));
    assertFalse(strange.certain());
    assertTrue(strange.events().getFirst() instanceof Event.Broken);
    Bare old = Marks.bare(Networks.MAIN, Framing.frame(0x9fed, "2", NOTHING));
    assertTrue(old.certain());
    assertNull(((Event.Message) old.events().getFirst()).fault());
  }

  @Test
  void privateChainsHaveOptions() {
    Map<String, String> all =
        Map.of("magic", "1234", "genesis", "ab".repeat(32), "epochs", "1795535135,6,20,5");
    Network own = Networks.with(Networks.DEVELOPMENT, all);
    assertEquals(all, Networks.options(own));
    assertEquals(0x1234, Networks.magic(own));
    Chain chain = Networks.chain(own);
    assertEquals("ab".repeat(32), chain.genesis());
    assertEquals(new Epochs(1795535135, 6, 20, 5), chain.epochs());
    assertEquals("twit", chain.prefix());
    assertEquals(own, Networks.with(Networks.DEVELOPMENT, Networks.options(own)));
    Network plain = Networks.with(Networks.DEVELOPMENT, Map.of("epochs", "1795535135,6"));
    assertEquals(Map.of("epochs", "1795535135,6"), Networks.options(plain));
    assertFalse(Networks.hasGenesis(plain));
    assertTrue(Networks.hasGenesis(own));
    assertEquals(1795535135 + 600, Networks.chain(plain).epochs().begin(100));
    Network old = Networks.with(Networks.MAIN, Map.of("magic", "9fed"));
    assertEquals(Networks.chain(Networks.MAIN), Networks.chain(old));
    assertEquals(Map.of("magic", "9fed"), Networks.options(old));
    assertEquals(Map.of(), Networks.options(Networks.MAIN));
    for (Map.Entry<String, String> bad :
        Map.of("magic", "1", "genesis", "ab", "epochs", "0,0", "color", "red").entrySet()) {
      assertThrows(
          Malformed.class,
          () -> Networks.with(Networks.MAIN, Map.of(bad.getKey(), bad.getValue())),
          bad.getKey());
    }
  }
}
