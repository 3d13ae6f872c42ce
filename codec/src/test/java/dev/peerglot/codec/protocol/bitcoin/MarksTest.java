// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Likeness.Degree;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.crypto.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the first bytes of a stream tell. */
class MarksTest {
  private static final byte[] NOTHING = {};

  private static Likeness look(byte[] dialer, byte[] listener, int port, boolean complete) {
    return Marks.likeness(new Opening(dialer, listener, port, complete), new Secrets());
  }

  @Test
  void aVersionNamesTheNetwork() {
    for (Network network : Networks.ALL) {
      byte[] frame = Framing.frame(network, "version", new byte[86]);
      Likeness likeness = look(Arrays.copyOf(frame, 16), NOTHING, network.port(), false);
      assertEquals(Degree.CERTAIN, likeness.degree());
      assertEquals(Hex.of(network.id()), Hex.of(likeness.network().id()), network.scheme());
      assertEquals(
          Degree.UNDECIDED,
          look(Arrays.copyOf(frame, 15), NOTHING, network.port(), false).degree());
      assertEquals(Degree.CERTAIN, look(NOTHING, Arrays.copyOf(frame, 16), 1234, false).degree());
    }
    byte[] regtest = Framing.frame(Networks.REGTEST, "verack", NOTHING);
    assertEquals("bitcoin-regtest", look(regtest, NOTHING, 12345, true).network().scheme());
    assertEquals("litecoin-regtest", look(regtest, NOTHING, 19444, true).network().scheme());
  }

  @Test
  void anUnknownMagicWithAVersionIsLikely() {
    byte[] frame =
        Framing.frame(Networks.MAIN.withId(Hex.parse("01020304")), "version", new byte[86]);
    Likeness likeness = look(frame, NOTHING, 9999, false);
    assertEquals(Degree.LIKELY, likeness.degree());
    assertEquals("01020304", Hex.of(likeness.network().id()));
  }

  @Test
  void aCaptureFromTheMiddle() {
    byte[] stream = new Out().bytes(new byte[30]).bytes(PlainFramesTest.PING).toBytes();
    assertEquals(Degree.LIKELY, look(stream, NOTHING, 8333, false).degree());
  }

  @Test
  void noiseIsPossibleAndOnAPortOfBitcoinLikely() {
    for (int seed = 0; seed < 300; seed++) {
      Entropy entropy = Entropy.seeded(seed);
      byte[] dialer = Keys.Pair.fresh(entropy).shown();
      byte[] listener = Keys.Pair.fresh(entropy).shown();
      assertEquals(Degree.LIKELY, look(dialer, listener, 8333, false).degree());
      assertEquals(Degree.POSSIBLE, look(dialer, listener, 4444, false).degree());
      assertEquals(Degree.UNDECIDED, look(dialer, NOTHING, 8333, false).degree());
      assertEquals(Degree.POSSIBLE, look(dialer, NOTHING, 8333, true).degree());
      assertEquals(Degree.NO, look(dialer, NOTHING, 4444, true).degree());
      assertEquals(
          Degree.UNDECIDED, look(Arrays.copyOf(dialer, 63), listener, 8333, false).degree());
    }
  }

  @Test
  void otherProtocolsAreNot() {
    byte[] http =
        "GET /index.html HTTP/1.1\r\nHost: example.org\r\nAccept: text/html; q=0.9\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] hello =
        new Out().bytes(Hex.parse("160301020001")).bytes(Entropy.seeded(1).bytes(200)).toBytes();
    assertEquals(Degree.NO, look(http, NOTHING, 8333, false).degree());
    assertEquals(Degree.NO, look(hello, hello, 8333, false).degree());
    assertEquals(Degree.NO, look(new byte[200], new byte[200], 8333, true).degree());
    byte[] bitshares = new Out().u8(2).bytes(Entropy.seeded(2).bytes(80)).toBytes();
    Opening opening = new Opening(bitshares, bitshares, 1776, true);
    Likeness other = Protocols.get("bitshares").likeness(opening, new Secrets());
    if (other.degree() != Degree.NO) {
      assertNotEquals(Degree.CERTAIN, Marks.likeness(opening, new Secrets()).degree());
    }
  }
}
