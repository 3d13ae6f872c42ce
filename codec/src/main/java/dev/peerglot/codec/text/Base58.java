// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base58 in Bitcoin's alphabet: a big-endian number in base 58, a leading zero byte as a leading 1.
 * No checksum; the networks differ in theirs.
 */
public final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final byte[] LETTERS = ALPHABET.getBytes(StandardCharsets.US_ASCII);

  /** How many digits are split off by one division: the most whose number fits 30 bits. */
  private static final int DIGITS = 5;

  private static final long STEP = 58L * 58 * 58 * 58 * 58;

  private Base58() {}

  /** The text of bytes. */
  public static String encode(byte[] bytes) {
    return new String(ascii(bytes), StandardCharsets.US_ASCII);
  }

  /** The text of bytes as ASCII. */
  public static byte[] ascii(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    int[] words = words(bytes);
    byte[] text = new byte[zeros + bytes.length * 138 / 100 + 2 + DIGITS];
    int at = text.length;
    for (int high = 0; high < words.length; ) {
      long rest = 0;
      for (int i = high; i < words.length; i++) {
        long value = rest << 32 | words[i] & 0xffffffffL;
        words[i] = (int) (value / STEP);
        rest = value % STEP;
      }
      for (int i = 0; i < DIGITS; i++) {
        text[--at] = LETTERS[(int) (rest % 58)];
        rest /= 58;
      }
      while (high < words.length && words[high] == 0) {
        high++;
      }
    }
    while (at < text.length && text[at] == '1') {
      at++;
    }
    Arrays.fill(text, at - zeros, at, (byte) '1');
    return Arrays.copyOfRange(text, at - zeros, text.length);
  }

  /** The same number in words of 32 bits, high one first. */
  private static int[] words(byte[] bytes) {
    int[] words = new int[(bytes.length + 3) / 4];
    for (int i = 0; i < bytes.length; i++) {
      int place = bytes.length - 1 - i;
      words[words.length - 1 - place / 4] |= (bytes[i] & 0xff) << 8 * (place % 4);
    }
    return words;
  }

  /**
   * The bytes of a text.
   *
   * @throws IllegalArgumentException for a letter outside the alphabet
   */
  public static byte[] decode(String text) {
    int ones = 0;
    while (ones < text.length() && text.charAt(ones) == '1') {
      ones++;
    }
    int[] bytes = new int[text.length()];
    int used = 0;
    for (int i = ones; i < text.length(); i++) {
      int carry = ALPHABET.indexOf(text.charAt(i));
      if (carry < 0) {
        throw new IllegalArgumentException("'" + text.charAt(i) + "' is no base58 letter");
      }
      for (int j = 0; j < used || carry > 0; j++) {
        carry += bytes[j] * 58;
        bytes[j] = carry & 0xff;
        carry >>= 8;
        used = Math.max(used, j + 1);
      }
    }
    byte[] result = new byte[ones + used];
    Arrays.fill(result, (byte) 0);
    for (int j = 0; j < used; j++) {
      result[result.length - 1 - j] = (byte) bytes[j];
    }
    return result;
  }
}
