// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.Vectors;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EllSwiftTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final String PRIME =
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f";

  private final Entropy entropy = Entropy.seeded(11);

  @Test
  void officialDecodings() {
    var rows = Vectors.csv("bip324/ellswift_decode_test_vectors.csv");
    assertEquals(76, rows.size());
    for (var row : rows) {
      assertEquals(
          row.get("x"),
          HEX.formatHex(EllSwift.decode(HEX.parseHex(row.get("ellswift")))),
          row.get("comment"));
    }
  }

  @Test
  void officialInverses() {
    var rows = Vectors.csv("bip324/xswiftec_inv_test_vectors.csv");
    assertEquals(32, rows.size());
    for (var row : rows) {
      byte[] x = HEX.parseHex(row.get("x"));
      byte[] u = HEX.parseHex(row.get("u"));
      for (int branch = 0; branch < 8; branch++) {
        String t = EllSwift.inverse(x, u, branch).map(HEX::formatHex).orElse("");
        assertEquals(row.get("case" + branch + "_t"), t, row.get("comment"));
        if (!t.isEmpty()) {
          assertEquals(
              row.get("x"), HEX.formatHex(EllSwift.decode(HEX.parseHex(row.get("u") + t))));
        }
      }
    }
  }

  @Test
  void valuesPastThePrimeAreTakenModulo() {
    assertEquals(
        HEX.formatHex(EllSwift.decode(new byte[64])),
        HEX.formatHex(EllSwift.decode(HEX.parseHex(PRIME + PRIME))));
    assertEquals(
        "edd1fd3e327ce90cc7a3542614289aee9682003e9cf7dcc9cf2ca9743be5aa0c",
        HEX.formatHex(EllSwift.decode(new byte[64])));
  }

  @Test
  void encodingsDecodeAndDiffer() {
    for (int i = 0; i < 100; i++) {
      byte[] key = Secp256k1.newPrivateKey(entropy);
      byte[] publicKey = Secp256k1.publicKey(key);
      byte[] encoded = EllSwift.encode(publicKey, entropy);
      assertArrayEquals(Arrays.copyOfRange(publicKey, 1, 33), EllSwift.decode(encoded));
      assertTrue(EllSwift.isEncodingOf(key, encoded));
      assertFalse(EllSwift.isEncodingOf(Secp256k1.newPrivateKey(entropy), encoded));
      assertFalse(Arrays.equals(encoded, EllSwift.encode(publicKey, entropy)));
    }
  }

  @Test
  void anySixtyFourBytesAreAKey() {
    for (int i = 0; i < 300; i++) {
      assertTrue(Secp256k1.isPointX(EllSwift.decode(entropy.bytes(64))));
    }
  }

  @Test
  void bothSidesAgree() {
    for (int i = 0; i < 50; i++) {
      byte[] first = Secp256k1.newPrivateKey(entropy);
      byte[] second = Secp256k1.newPrivateKey(entropy);
      byte[] initiator = EllSwift.encode(Secp256k1.publicKey(first), entropy);
      byte[] responder = EllSwift.encode(Secp256k1.publicKey(second), entropy);
      byte[] secret = EllSwift.sharedSecret(first, true, initiator, responder);
      assertArrayEquals(secret, EllSwift.sharedSecret(second, false, initiator, responder));
      assertFalse(Arrays.equals(secret, EllSwift.sharedSecret(second, true, responder, initiator)));
      assertArrayEquals(
          Secp256k1.sharedX(first, Secp256k1.publicKey(second)),
          EllSwift.sharedX(first, responder));
    }
  }

  @Test
  void wrongInputsAreRefused() {
    byte[] key = Secp256k1.newPrivateKey(entropy);
    byte[] x = EllSwift.decode(new byte[64]);
    assertThrows(IllegalArgumentException.class, () -> EllSwift.decode(new byte[63]));
    assertThrows(IllegalArgumentException.class, () -> EllSwift.sharedX(key, new byte[65]));
    assertThrows(
        IllegalArgumentException.class,
        () -> EllSwift.sharedSecret(key, true, new byte[63], new byte[64]));
    assertThrows(
        IllegalArgumentException.class, () -> EllSwift.sharedX(new byte[32], new byte[64]));
    assertThrows(
        IllegalArgumentException.class, () -> EllSwift.inverse(new byte[32], new byte[32], 0));
    assertThrows(IllegalArgumentException.class, () -> EllSwift.inverse(x, new byte[32], 0));
    assertThrows(IllegalArgumentException.class, () -> EllSwift.inverse(x, HEX.parseHex(PRIME), 0));
    assertThrows(IllegalArgumentException.class, () -> EllSwift.inverse(x, x, 8));
    assertThrows(IllegalArgumentException.class, () -> EllSwift.encode(new byte[33], entropy));
  }
}
