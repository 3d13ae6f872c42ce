// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ChaChaPolyTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY =
      HEX.parseHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  private static final byte[] NONCE = HEX.parseHex("070000004041424344454647");
  private static final byte[] ASSOCIATED = HEX.parseHex("50515253c0c1c2c3c4c5c6c7");
  private static final byte[] PLAIN =
      ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
              + "future, sunscreen would be it.")
          .getBytes(StandardCharsets.US_ASCII);

  /** RFC 8439, section 2.8.2. */
  @Test
  void theExampleOfTheRfc() {
    ChaChaPoly cipher = new ChaChaPoly(KEY);
    byte[] sealed = cipher.seal(NONCE, ASSOCIATED, PLAIN, 0, PLAIN.length);
    assertEquals(
        "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
            + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
            + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
            + "3ff4def08e4b7a9de576d26586cec64b6116"
            + "1ae10b594f09e26a7e902ecbd0600691",
        HEX.formatHex(sealed));
    assertArrayEquals(
        PLAIN, cipher.open(NONCE, ASSOCIATED, sealed, 0, sealed.length).orElseThrow());
  }

  @Test
  void alteredBytesOpenToNothing() {
    ChaChaPoly cipher = new ChaChaPoly(KEY);
    byte[] sealed = cipher.seal(NONCE, ASSOCIATED, PLAIN, 0, 20);
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertTrue(cipher.open(NONCE, ASSOCIATED, altered, 0, altered.length).isEmpty());
      assertTrue(cipher.open(NONCE, ASSOCIATED, sealed, 0, i).isEmpty());
    }
    assertTrue(cipher.open(NONCE, new byte[0], sealed, 0, sealed.length).isEmpty());
  }

  @Test
  void wrongInputsAreRefused() {
    ChaChaPoly cipher = new ChaChaPoly(KEY);
    byte[] tooShort = new byte[11];
    cipher.seal(NONCE, ASSOCIATED, PLAIN, 0, 1);
    assertThrows(IllegalArgumentException.class, () -> cipher.seal(NONCE, ASSOCIATED, PLAIN, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> cipher.seal(tooShort, ASSOCIATED, PLAIN, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> cipher.open(tooShort, ASSOCIATED, PLAIN, 0, 1));
    assertThrows(
        IndexOutOfBoundsException.class, () -> cipher.open(NONCE, ASSOCIATED, PLAIN, 1, 999));
    assertThrows(IllegalArgumentException.class, () -> new ChaChaPoly(new byte[16]));
  }

  @Test
  void noncesAreLittleEndian() {
    assertEquals(
        "040302010807060504030201",
        HEX.formatHex(ChaChaPoly.nonce(0x01020304, 0x102030405060708L)));
  }
}
