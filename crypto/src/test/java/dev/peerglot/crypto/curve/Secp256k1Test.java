// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Secp256k1Test {

  private static final HexFormat HEX = HexFormat.of();
  private static final String ORDER =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
  private static final String PRIME =
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f";
  private static final byte[] DIGEST =
      HEX.parseHex("ac8aa624047bb973550caf3e25fa3710fad024268dbc4f4c583d270314ca5908");

  private final Entropy entropy = Entropy.seeded(1);

  @Test
  void publicKeysOfKnownPrivateKeys() {
    assertPublic("034f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa", 0x11);
    assertPublic("02466d7fcae563e5cb09a0d1870bb580344804617879a14949cf22285f1bae3f27", 0x22);
    assertPublic("023c72addb4fdf09af94f0c94d7fe92a386a7e70cf8a1d85916386bb2535c7b1b1", 0x33);
    assertPublic("032c0b7cf95324a07d05398b240174dc0c2be444d96b159aa6c7f7b1e668680991", 0x44);
  }

  @Test
  void agreementOfKnownKeys() {
    String shared = "77e0510d5042e2f5e9e59c977b81eeed590cf7d20c1c51da451a8eaa9fdc45ff";
    byte[] dialer = repeated(0x11);
    byte[] listener = repeated(0x22);
    assertEquals(shared, HEX.formatHex(Secp256k1.sharedX(dialer, Secp256k1.publicKey(listener))));
    assertEquals(shared, HEX.formatHex(Secp256k1.sharedX(listener, Secp256k1.publicKey(dialer))));
  }

  @Test
  void signaturesOfTheGrapheneReference() {
    assertEquals(
        "200798e5670a5c916b8b2413438b62f20f58d1cbb70fc4aceaa92412aeaff8c857"
            + "08e49851d7e933de3cd1e6d214e116d80b4c7bbd625a756a7694b8b8eba31818",
        HEX.formatHex(Secp256k1.sign(repeated(0x33), DIGEST)));
    assertEquals(
        "20222e6debbe96469316138d1079d62015a590ffec810fa29604cc7a5184ad5672"
            + "756cd189549050600dce117593088ad55cd61e5708f3a4f793a7a1bb71cc4527",
        HEX.formatHex(Secp256k1.sign(repeated(0x44), DIGEST)));
  }

  /** The well-known vector of deterministic Bitcoin signing: key 1, "Satoshi Nakamoto". */
  @Test
  void plainSignatureOfKeyOne() {
    byte[] key = new byte[32];
    key[31] = 1;
    byte[] digest = Sha256.of("Satoshi Nakamoto".getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"
            + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5",
        HEX.formatHex(Secp256k1.signPlain(key, digest)).substring(2));
  }

  @Test
  void everySignatureRecoversItsKeyAndIsCanonical() {
    for (int i = 0; i < 200; i++) {
      byte[] key = Secp256k1.newPrivateKey(entropy);
      byte[] digest = entropy.bytes(32);
      byte[] signature = Secp256k1.sign(key, digest);
      assertArrayEquals(
          Secp256k1.publicKey(key), Secp256k1.recover(digest, signature).orElseThrow());
      assertTrue(signature[0] >= 31 && signature[0] <= 34);
      assertTrue(signature[1] >= 0 && (signature[1] != 0 || signature[2] < 0));
      assertTrue(signature[33] >= 0 && (signature[33] != 0 || signature[34] < 0));
      byte[] plain = Secp256k1.signPlain(key, digest);
      assertArrayEquals(Secp256k1.publicKey(key), Secp256k1.recover(digest, plain).orElseThrow());
    }
  }

  @Test
  void anotherDigestRecoversAnotherKey() {
    byte[] key = repeated(0x33);
    byte[] signature = Secp256k1.sign(key, DIGEST);
    byte[] other = DIGEST.clone();
    other[0] ^= 1;
    assertFalse(
        Secp256k1.recover(other, signature)
            .filter(recovered -> Arrays.equals(recovered, Secp256k1.publicKey(key)))
            .isPresent());
  }

  @Test
  void digestsPastTheOrderAreSignedToo() {
    byte[] digest = repeated(0xff);
    byte[] key = repeated(0x33);
    assertArrayEquals(
        Secp256k1.publicKey(key),
        Secp256k1.recover(digest, Secp256k1.sign(key, digest)).orElseThrow());
  }

  @Test
  void everySignatureVerifiesAndNoOtherDoes() {
    for (int i = 0; i < 50; i++) {
      byte[] key = Secp256k1.newPrivateKey(entropy);
      byte[] publicKey = Secp256k1.publicKey(key);
      byte[] digest = entropy.bytes(32);
      byte[] signature = Arrays.copyOfRange(Secp256k1.signPlain(key, digest), 1, 65);
      assertTrue(Secp256k1.verify(publicKey, digest, signature));
      assertTrue(Secp256k1.verify(Secp256k1.uncompressed(publicKey), digest, signature));
      byte[] other = signature.clone();
      other[entropy.below(64)] ^= 2;
      assertFalse(Secp256k1.verify(publicKey, digest, other));
      assertFalse(Secp256k1.verify(publicKey, entropy.bytes(32), signature));
      assertFalse(Secp256k1.verify(Secp256k1.publicKey(repeated(7)), digest, signature));
      assertFalse(Secp256k1.verify(new byte[33], digest, signature));
      assertFalse(Secp256k1.verify(publicKey, digest, new byte[64]));
      assertFalse(Secp256k1.verify(publicKey, digest, new byte[65]));
      assertFalse(Secp256k1.verify(publicKey, new byte[31], signature));
    }
  }

  @Test
  void agreementIsSymmetricInEveryForm() {
    for (int i = 0; i < 100; i++) {
      byte[] ours = Secp256k1.newPrivateKey(entropy);
      byte[] theirs = Secp256k1.newPrivateKey(entropy);
      byte[] ourPublic = Secp256k1.publicKey(ours);
      byte[] theirPublic = Secp256k1.publicKey(theirs);
      byte[] shared = Secp256k1.sharedX(ours, theirPublic);
      assertArrayEquals(shared, Secp256k1.sharedX(theirs, ourPublic));
      assertArrayEquals(shared, Secp256k1.sharedX(ours, Arrays.copyOfRange(theirPublic, 1, 33)));
      assertArrayEquals(shared, Secp256k1.sharedX(ours, Secp256k1.uncompressed(theirPublic)));
      byte[] point = Secp256k1.sharedPoint(ours, theirPublic);
      assertArrayEquals(point, Secp256k1.sharedPoint(theirs, ourPublic));
      assertArrayEquals(shared, Arrays.copyOfRange(point, 1, 33));
    }
  }

  @Test
  void formsOfAPublicKeyConvert() {
    byte[] compressed = Secp256k1.publicKey(repeated(0x11));
    byte[] uncompressed = Secp256k1.uncompressed(compressed);
    assertEquals(65, uncompressed.length);
    assertEquals(4, uncompressed[0]);
    assertArrayEquals(compressed, Secp256k1.compressed(uncompressed));
    uncompressed[64] ^= 1;
    assertThrows(IllegalArgumentException.class, () -> Secp256k1.compressed(uncompressed));
  }

  @Test
  void badPublicKeysAreRefused() {
    String x = "4f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa";
    assertTrue(Secp256k1.isPoint(HEX.parseHex("03" + x)));
    assertTrue(Secp256k1.isPointX(HEX.parseHex(x)));
    refused("00" + x);
    refused("04" + x);
    refused("06" + x);
    refused("02" + PRIME);
    refused("02" + "ff".repeat(32));
    refused("00".repeat(33));
    refused("02" + "00".repeat(32));
    refused("02" + "00".repeat(31) + "05");
    refused("02" + x + "00");
    refused("02");
    refused("");
    assertFalse(Secp256k1.isPoint(HEX.parseHex(x)));
    assertFalse(Secp256k1.isPointX(HEX.parseHex(PRIME)));
    assertFalse(Secp256k1.isPointX(HEX.parseHex("00".repeat(31) + "05")));
    assertThrows(
        IllegalArgumentException.class, () -> Secp256k1.sharedX(repeated(1), new byte[65]));
    assertThrows(IllegalArgumentException.class, () -> Secp256k1.sharedX(repeated(1), new byte[1]));
  }

  @Test
  void badPrivateKeysAreRefused() {
    byte[] point = Secp256k1.publicKey(repeated(0x11));
    for (String key : new String[] {"", "01", "00".repeat(32), "ff".repeat(32), ORDER}) {
      byte[] bytes = HEX.parseHex(key);
      assertFalse(Secp256k1.isPrivateKey(bytes));
      assertThrows(IllegalArgumentException.class, () -> Secp256k1.publicKey(bytes));
      assertThrows(IllegalArgumentException.class, () -> Secp256k1.sharedX(bytes, point));
      assertThrows(IllegalArgumentException.class, () -> Secp256k1.sign(bytes, DIGEST));
    }
    assertTrue(Secp256k1.isPrivateKey(HEX.parseHex(ORDER.replace("4141", "4140"))));
    assertThrows(IllegalArgumentException.class, () -> Secp256k1.sign(repeated(1), new byte[31]));
  }

  @Test
  void badSignaturesRecoverNothing() {
    byte[] good = Secp256k1.sign(repeated(0x33), DIGEST);
    for (int header : new int[] {0, 26, 35, 255}) {
      byte[] bad = good.clone();
      bad[0] = (byte) header;
      assertTrue(Secp256k1.recover(DIGEST, bad).isEmpty());
    }
    // Headers 27 to 30 say "uncompressed key" but name the same key.
    byte[] old = good.clone();
    old[0] = (byte) (old[0] - 4);
    assertArrayEquals(
        Secp256k1.publicKey(repeated(0x33)), Secp256k1.recover(DIGEST, old).orElseThrow());
    // r + order lies past the prime.
    byte[] overflowing = good.clone();
    overflowing[0] = (byte) (overflowing[0] + 2);
    assertTrue(Secp256k1.recover(DIGEST, overflowing).isEmpty());
    assertTrue(Secp256k1.recover(DIGEST, parse("20", "00".repeat(32), "01".repeat(32))).isEmpty());
    assertTrue(Secp256k1.recover(DIGEST, parse("20", "01".repeat(32), "00".repeat(32))).isEmpty());
    assertTrue(Secp256k1.recover(DIGEST, parse("20", ORDER, "01".repeat(32))).isEmpty());
    assertTrue(Secp256k1.recover(DIGEST, parse("20", "01".repeat(32), ORDER)).isEmpty());
    assertTrue(Secp256k1.recover(DIGEST, new byte[64]).isEmpty());
    assertTrue(Secp256k1.recover(new byte[31], good).isEmpty());
  }

  /** The commitment equals the generator and cancels: the recovered point would be infinity. */
  @Test
  void signatureOfThePointAtInfinityRecoversNothing() {
    byte[] generator = HEX.parseHex(GENERATOR_X);
    byte[] signature = new byte[65];
    signature[0] = 31;
    System.arraycopy(generator, 0, signature, 1, 32);
    System.arraycopy(DIGEST, 0, signature, 33, 32);
    assertTrue(Secp256k1.recover(DIGEST, signature).isEmpty());
  }

  private static final String GENERATOR_X =
      "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

  @Test
  void noiseNeverThrowsAnythingElse() {
    for (int i = 0; i < 2000; i++) {
      byte[] key = entropy.bytes(33);
      key[0] = (byte) (2 + (key[0] & 1));
      byte[] signature = entropy.bytes(65);
      signature[0] = (byte) (27 + (signature[0] & 7));
      Secp256k1.recover(entropy.bytes(32), signature).ifPresent(k -> assertEquals(33, k.length));
      if (Secp256k1.isPoint(key)) {
        assertEquals(32, Secp256k1.sharedX(repeated(0x11), key).length);
      } else {
        assertThrows(IllegalArgumentException.class, () -> Secp256k1.sharedX(repeated(0x11), key));
      }
    }
  }

  private static void assertPublic(String expected, int octet) {
    assertEquals(expected, HEX.formatHex(Secp256k1.publicKey(repeated(octet))));
  }

  private static void refused(String hex) {
    byte[] key = HEX.parseHex(hex);
    assertFalse(Secp256k1.isPoint(key), hex);
    if (key.length != 32) {
      assertThrows(
          IllegalArgumentException.class, () -> Secp256k1.sharedX(repeated(0x11), key), hex);
    }
  }

  private static byte[] parse(String... parts) {
    return HEX.parseHex(String.join("", parts));
  }

  private static byte[] repeated(int octet) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) octet);
    return bytes;
  }
}
