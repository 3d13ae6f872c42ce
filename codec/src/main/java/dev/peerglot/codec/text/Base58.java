// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import java.util.Arrays;

/**
 * Base58 in Bitcoin's alphabet: a big-endian number in base 58, a leading zero byte as a leading 1.
 * No checksum; the networks differ in theirs.
 */
public final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private Base58() {}

  /** The text of bytes. */
  public static String encode(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    int[] digits = new int[bytes.length * 138 / 100 + 1];
    int used = 0;
    for (int i = zeros; i < bytes.length; i++) {
      int carry = bytes[i] & 0xff;
      for (int j = 0; j < used || carry > 0; j++) {
        carry += digits[j] << 8;
        digits[j] = carry % 58;
        carry /= 58;
        used = Math.max(used, j + 1);
      }
    }
    StringBuilder text = new StringBuilder("1".repeat(zeros));
    for (int j = used - 1; j >= 0; j--) {
      text.append(ALPHABET.charAt(digits[j]));
    }
    return text.toString();
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
