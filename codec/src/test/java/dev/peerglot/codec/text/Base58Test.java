// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Base58Test {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /** Examples of the IETF draft draft-msporny-base58-03, section 5. */
  @Test
  void knownTexts() {
    assertEquals(
        "2NEpo7TZRRrLZSi2U", Base58.encode("Hello World!".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "11233QC4", Base58.encode(new byte[] {0, 0, 0x28, 0x7f, (byte) 0xb4, (byte) 0xcd}));
    assertEquals("", Base58.encode(new byte[0]));
    assertEquals("111", Base58.encode(new byte[3]));
  }

  @Test
  void isTheNumberInBase58AndComesBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(70)];
      random.nextBytes(bytes);
      for (int zero = random.nextInt(3); zero > 0 && zero < bytes.length; zero--) {
        bytes[zero - 1] = 0;
      }
      String text = Base58.encode(bytes);
      assertEquals(slow(bytes), text);
      assertArrayEquals(bytes, Base58.decode(text));
    }
  }

  private static String slow(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    BigInteger base = BigInteger.valueOf(58);
    for (BigInteger n = new BigInteger(1, bytes); n.signum() > 0; n = n.divide(base)) {
      text.append(ALPHABET.charAt(n.mod(base).intValue()));
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      text.append('1');
    }
    return text.reverse().toString();
  }

  @Test
  void strangeLettersAreRefused() {
    for (String wrong : new String[] {"0", "O", "I", "l", "a b", "ä"}) {
      assertThrows(IllegalArgumentException.class, () -> Base58.decode(wrong));
    }
  }
}
