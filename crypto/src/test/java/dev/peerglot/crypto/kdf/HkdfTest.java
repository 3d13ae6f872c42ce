// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.kdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {

  private static final HexFormat HEX = HexFormat.of();

  /** RFC 5869, A.1. */
  @Test
  void basicCase() {
    byte[] inputKey = HEX.parseHex("0b".repeat(22));
    byte[] salt = HEX.parseHex("000102030405060708090a0b0c");
    byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");
    byte[] key = Hkdf.extract(salt, inputKey);
    assertEquals(
        "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5", HEX.formatHex(key));
    String output =
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865";
    assertEquals(output, HEX.formatHex(Hkdf.expand(key, info, 42)));
    assertEquals(output, HEX.formatHex(Hkdf.derive(salt, inputKey, info, 42)));
  }

  /** RFC 5869, A.3: neither salt nor info. */
  @Test
  void emptySaltAndInfo() {
    byte[] nothing = {};
    assertEquals(
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d" + "9d201395faa4b61a96c8",
        HEX.formatHex(Hkdf.derive(nothing, HEX.parseHex("0b".repeat(22)), nothing, 42)));
    assertArrayEquals(Hkdf.extract(new byte[32], nothing), Hkdf.extract(nothing, nothing));
  }

  @Test
  void impossibleLengthsAreRefused() {
    byte[] key = new byte[32];
    assertThrows(IllegalArgumentException.class, () -> Hkdf.expand(key, key, 0));
    assertThrows(
        IllegalArgumentException.class, () -> Hkdf.expand(key, key, Hkdf.MAXIMUM_OUTPUT + 1));
    assertThrows(IllegalArgumentException.class, () -> Hkdf.derive(key, key, key, -1));
    assertThrows(IllegalArgumentException.class, () -> Hkdf.expand(new byte[31], key, 1));
    assertEquals(Hkdf.MAXIMUM_OUTPUT, Hkdf.expand(key, key, Hkdf.MAXIMUM_OUTPUT).length);
  }
}
