// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.Vectors;
import dev.peerglot.crypto.curve.EllSwift;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Bip324CipherTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] NOTHING = {};
  private static final byte[] MAINNET = HEX.parseHex("f9beb4d9");
  private static final byte[] INITIATOR =
      HEX.parseHex(
          "1ed64ec153b2d8aa03126e32210730157d6fdd8890d45e3febc5154a8bb71eaf"
              + "f624fb41cef1e5e269f0b5b449b0536582f765227b826f820d97e0d2cef13f98");
  private static final byte[] RESPONDER =
      HEX.parseHex(
          "985d0151046d13f18c42ec703fa87bc85e696f2af1616ee9ff048760d95f58a3"
              + "1da83d6eae860445fb1ffae6d8711b64b1601ef89cc2676c0e64301b8f6dbee0");

  private final Entropy entropy = Entropy.seeded(324);

  @Test
  void officialPackets() {
    var rows = Vectors.csv("bip324/packet_encoding_test_vectors.csv");
    assertEquals(7, rows.size());
    rows.forEach(Bip324CipherTest::checkPacket);
  }

  private static void checkPacket(Map<String, String> row) {
    byte[] key = HEX.parseHex(row.get("in_priv_ours"));
    byte[] ours = HEX.parseHex(row.get("in_ellswift_ours"));
    byte[] theirs = HEX.parseHex(row.get("in_ellswift_theirs"));
    boolean initiating = row.get("in_initiating").equals("1");
    assertEquals(row.get("mid_x_ours"), HEX.formatHex(EllSwift.decode(ours)));
    assertEquals(row.get("mid_x_theirs"), HEX.formatHex(EllSwift.decode(theirs)));
    assertEquals(row.get("mid_x_shared"), HEX.formatHex(EllSwift.sharedX(key, theirs)));
    byte[] secret =
        EllSwift.sharedSecret(
            key, initiating, initiating ? ours : theirs, initiating ? theirs : ours);
    assertEquals(row.get("mid_shared_secret"), HEX.formatHex(secret));

    Bip324Keys keys = Bip324Keys.derive(secret, MAINNET);
    assertEquals(row.get("out_session_id"), HEX.formatHex(keys.sessionId()));
    assertEquals(row.get("mid_initiator_l"), HEX.formatHex(keys.initiatorLength()));
    assertEquals(row.get("mid_initiator_p"), HEX.formatHex(keys.initiatorPacket()));
    assertEquals(row.get("mid_responder_l"), HEX.formatHex(keys.responderLength()));
    assertEquals(row.get("mid_responder_p"), HEX.formatHex(keys.responderPacket()));
    byte[] sending = initiating ? keys.initiatorTerminator() : keys.responderTerminator();
    byte[] receiving = initiating ? keys.responderTerminator() : keys.initiatorTerminator();
    assertEquals(row.get("mid_send_garbage_terminator"), HEX.formatHex(sending));
    assertEquals(row.get("mid_recv_garbage_terminator"), HEX.formatHex(receiving));

    Bip324Cipher sealer = initiating ? keys.fromInitiator() : keys.fromResponder();
    Bip324Cipher opener = initiating ? keys.fromInitiator() : keys.fromResponder();
    for (int i = 0; i < Integer.parseInt(row.get("in_idx")); i++) {
      byte[] before = sealer.seal(0, NOTHING, NOTHING);
      assertArrayEquals(new byte[1], open(opener, before, NOTHING));
    }
    byte[] contents =
        HEX.parseHex(row.get("in_contents").repeat(Integer.parseInt(row.get("in_multiply"))));
    byte[] associated = HEX.parseHex(row.get("in_aad"));
    int header = row.get("in_ignore").equals("1") ? Bip324Cipher.DECOY : 0;
    byte[] packet = sealer.seal(header, contents, associated);
    assertEquals(contents.length + Bip324Cipher.OVERHEAD, packet.length);
    String hex = HEX.formatHex(packet);
    if (row.get("out_ciphertext").isEmpty()) {
      assertTrue(hex.endsWith(row.get("out_ciphertext_endswith")));
    } else {
      assertEquals(row.get("out_ciphertext"), hex);
    }
    byte[] plain = open(opener, packet, associated);
    assertEquals((byte) header, plain[0]);
    assertArrayEquals(contents, Arrays.copyOfRange(plain, 1, plain.length));
  }

  @Test
  void aSessionWithGarbageAndDecoys() {
    byte[] secret = EllSwift.sharedSecret(repeated(0x11), true, INITIATOR, RESPONDER);
    assertArrayEquals(secret, EllSwift.sharedSecret(repeated(0x22), false, INITIATOR, RESPONDER));
    assertEquals(
        "1acaf8e1c744726ee99889d806508a6470a6742db8dcd2c404fd97ea07a3f88b", HEX.formatHex(secret));
    Bip324Keys keys = Bip324Keys.derive(secret, MAINNET);
    assertEquals(
        "b49f530219e6cd041180e506fe94a6c3d89946256ce08fa83fc632dc4533b857",
        HEX.formatHex(keys.sessionId()));
    assertEquals("fcd94e3b39b90b36c48cdef4834a923b", HEX.formatHex(keys.initiatorTerminator()));
    assertEquals("78986c8869932c702441e658f9fcc23e", HEX.formatHex(keys.responderTerminator()));

    Bip324Cipher initiator = keys.fromInitiator();
    assertEquals(
        "f460bfe764eaa8224fbc206f7e8069a20b84a1dd8b241299b0",
        HEX.formatHex(
            initiator.seal(Bip324Cipher.DECOY, ascii("decoy"), ascii("garbage-of-initiator"))));
    assertEquals(
        "45fae431c6b892ef9db8af71d4eee7a7016fda86",
        HEX.formatHex(initiator.seal(0, NOTHING, NOTHING)));
    assertEquals(
        "916cc5fefcc94ffabdd52010a3bead5a39682c9b66b4803d3597921620",
        HEX.formatHex(initiator.seal(0, HEX.parseHex("12efcdab8967452301"), NOTHING)));
    Bip324Cipher responder = keys.fromResponder();
    assertEquals(
        "929b48117626b79b1c4dfbb045cd685bf3770320",
        HEX.formatHex(responder.seal(0, NOTHING, ascii("responder-garbage"))));
    assertEquals(
        "c9f704c461b86f0ceb34c6cec117e4a3ee33aba00883ec68d34648ab0b",
        HEX.formatHex(responder.seal(0, HEX.parseHex("13efcdab8967452301"), NOTHING)));
  }

  /** Empty packets around the two key changes, with the keys of the session above. */
  @Test
  void keyChanges() {
    byte[] secret = EllSwift.sharedSecret(repeated(0x11), true, INITIATOR, RESPONDER);
    Map<Integer, String> expected =
        Map.of(
            0, "f160bf6748a09cc80b96cbd5b25fd8a515bb3321",
            1, "45fae431c6b892ef9db8af71d4eee7a7016fda86",
            222, "c5b9ecb47eacd6a3c1da972328e350f677c4b8fc",
            223, "1af2e59a9cb3a9e4c8519aa40a1d46c9ed320900",
            224, "68f26d11ff9510ae0cebff2534e4ee28230391b3",
            225, "60443395e3d45244134890a5c8c3324ae6ab60cd",
            447, "c344a43ce03b5cc485aa1d6f4bc0dcf38bbece46",
            448, "cd0de3491e43234bc924bc187a4707971408e8ef",
            449, "6e3f4f8d72f9f2578e08fe0792dfcd150b15302f");
    Bip324Cipher cipher = Bip324Keys.derive(secret, MAINNET).fromInitiator();
    for (int i = 0; i < 450; i++) {
      String packet = HEX.formatHex(cipher.seal(0, NOTHING, NOTHING));
      assertEquals(expected.getOrDefault(i, packet), packet, "packet " + i);
    }
  }

  @Test
  void openInvertsSealAcrossKeyChanges() {
    byte[] lengthKey = entropy.bytes(32);
    byte[] packetKey = entropy.bytes(32);
    Bip324Cipher sealer = new Bip324Cipher(lengthKey, packetKey);
    Bip324Cipher opener = new Bip324Cipher(lengthKey, packetKey);
    for (int i = 0; i < 700; i++) {
      byte[] contents = entropy.bytes(entropy.below(200));
      byte[] associated = entropy.bytes(entropy.below(20));
      int header = entropy.below(256);
      byte[] packet = sealer.seal(header, contents, associated);
      byte[] plain = open(opener, packet, associated);
      assertEquals((byte) header, plain[0]);
      assertArrayEquals(contents, Arrays.copyOfRange(plain, 1, plain.length));
    }
  }

  @Test
  void aPacketThatDoesNotFitTakesNoStep() {
    byte[] key = entropy.bytes(32);
    byte[] packet = new Bip324Cipher(key, key).seal(0, ascii("hello"), ascii("garbage"));
    Bip324Cipher opener = new Bip324Cipher(key, key);
    assertEquals(5, opener.openLength(packet, 0));
    assertTrue(opener.open(packet, 3, 22, NOTHING).isEmpty());
    assertTrue(opener.open(packet, 3, 21, ascii("garbage")).isEmpty());
    assertTrue(opener.open(packet, 3, 16, ascii("garbage")).isEmpty());
    for (int i = 3; i < packet.length; i++) {
      byte[] broken = packet.clone();
      broken[i] ^= 4;
      assertTrue(opener.open(broken, 3, 22, ascii("garbage")).isEmpty());
    }
    assertArrayEquals(ascii("\0hello"), opener.open(packet, 3, 22, ascii("garbage")).orElseThrow());
  }

  @Test
  void wrongInputsAreRefused() {
    byte[] key = new byte[32];
    Bip324Cipher cipher = new Bip324Cipher(key, key);
    assertThrows(IllegalArgumentException.class, () -> new Bip324Cipher(new byte[31], key));
    assertThrows(IllegalArgumentException.class, () -> new Bip324Cipher(key, new byte[33]));
    assertThrows(IllegalArgumentException.class, () -> cipher.seal(256, NOTHING, NOTHING));
    assertThrows(IllegalArgumentException.class, () -> cipher.seal(0, new byte[1 << 24], NOTHING));
    assertThrows(IndexOutOfBoundsException.class, () -> cipher.openLength(new byte[3], 1));
    assertThrows(IndexOutOfBoundsException.class, () -> cipher.open(new byte[30], 0, 31, NOTHING));
    assertThrows(IllegalArgumentException.class, () -> Bip324Keys.derive(new byte[31], MAINNET));
    assertThrows(IllegalArgumentException.class, () -> Bip324Keys.derive(key, new byte[3]));
  }

  private static byte[] open(Bip324Cipher opener, byte[] packet, byte[] associated) {
    int rest = packet.length - Bip324Cipher.LENGTH_SIZE;
    assertEquals(
        rest - Bip324Cipher.HEADER_SIZE - Bip324Cipher.TAG_SIZE, opener.openLength(packet, 0));
    return opener.open(packet, Bip324Cipher.LENGTH_SIZE, rest, associated).orElseThrow();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] repeated(int octet) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) octet);
    return bytes;
  }

  @Test
  void aCipherMayGoAhead() {
    byte[] lengthKey = entropy.bytes(32);
    byte[] packetKey = entropy.bytes(32);
    Bip324Cipher sealer = new Bip324Cipher(lengthKey, packetKey);
    Bip324Cipher opener = new Bip324Cipher(lengthKey, packetKey);
    for (int lost : new int[] {0, 1, 7, 223, 224, 500}) {
      int[] masks = opener.lengthMasks(lost + 1);
      byte[] packet = {};
      for (int i = 0; i <= lost; i++) {
        packet = sealer.seal(0, entropy.bytes(5), NOTHING);
      }
      int length = (packet[0] & 0xff | (packet[1] & 0xff) << 8 | (packet[2] & 0xff) << 16);
      assertEquals(5, length ^ masks[lost]);
      assertTrue(opener.isLater(lost, packet, 3, packet.length - 3));
      assertTrue(!opener.isLater(lost + 1, packet, 3, packet.length - 3));
      opener = opener.ahead(lost);
      assertEquals(6, open(opener, packet, NOTHING).length);
    }
    byte[] given = sealer.seal(0, NOTHING, NOTHING);
    assertEquals(0, opener.openLength(given, 0));
    opener.skip();
    assertEquals(1, open(opener, sealer.seal(0, NOTHING, NOTHING), NOTHING).length);
  }
}
