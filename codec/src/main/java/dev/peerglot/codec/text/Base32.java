// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import java.nio.charset.StandardCharsets;

/**
 * Base32 (RFC 4648) in lower case and without padding, as onion services and I2P destinations are
 * spelled. Unused bits of the last letter are zero; a text whose are not is refused.
 */
public final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final byte[] LETTERS = ALPHABET.getBytes(StandardCharsets.ISO_8859_1);

  private Base32() {}

  /** The text of bytes: 8 letters for 5 bytes. */
  public static String encode(byte[] bytes) {
    byte[] text = new byte[(bytes.length * 8 + 4) / 5];
    int size = 0;
    int bits = 0;
    int held = 0;
    for (byte b : bytes) {
      held = held << 8 | b & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text[size++] = LETTERS[held >> bits & 31];
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text[size] = LETTERS[held << 5 - bits & 31];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /**
   * The bytes of a text, in either case.
   *
   * @throws IllegalArgumentException for a letter outside the alphabet, or bits left over
   */
  public static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int value = ALPHABET.indexOf(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
      if (value < 0) {
        throw new IllegalArgumentException("'" + letter + "' is no base32 letter");
      }
      held = held << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[size++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    if (bits >= 5 || held != 0) {
      throw new IllegalArgumentException("a base32 text with bits left over");
    }
    return bytes;
  }
}
