// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Lower-case hexadecimal, both ways. What people paste in other spellings is for {@code HexText}.
 */
public final class Hex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  /** Two lower-case digits a byte. */
  public static String of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** Two lower-case digits a byte of a range. */
  public static String of(byte[] bytes, int offset, int length) {
    byte[] text = new byte[length * 2];
    write(bytes, offset, length, text, 0);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** The same with the last byte first, as Bitcoin's people print hashes. */
  public static String reversed(byte[] bytes) {
    byte[] text = new byte[bytes.length * 2];
    writeReversed(bytes, 0, bytes.length, text, 0);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Writes two digits a byte as ASCII into {@code text} from {@code at}. */
  public static void write(byte[] bytes, int offset, int length, byte[] text, int at) {
    for (int i = 0; i < length; i++) {
      int b = bytes[offset + i];
      text[at + 2 * i] = DIGITS[b >> 4 & 15];
      text[at + 2 * i + 1] = DIGITS[b & 15];
    }
  }

  /** Writes two digits a byte, last byte first. */
  public static void writeReversed(byte[] bytes, int offset, int length, byte[] text, int at) {
    for (int i = 0; i < length; i++) {
      int b = bytes[offset + length - 1 - i];
      text[at + 2 * i] = DIGITS[b >> 4 & 15];
      text[at + 2 * i + 1] = DIGITS[b & 15];
    }
  }

  /**
   * The bytes of plain hex, either case.
   *
   * @throws Malformed at the first character that is no digit, or for an odd number of digits
   */
  public static byte[] parse(CharSequence text) {
    int length = text.length();
    if (length % 2 != 0) {
      throw Malformed.wrong("an odd number of hex digits (" + length + ")", -1);
    }
    byte[] bytes = new byte[length / 2];
    for (int i = 0; i < length; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        throw Malformed.wrong("'" + text.charAt(i) + "' is no hex digit (character " + i + ")", -1);
      }
      bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
    }
    return bytes;
  }

  /** Turns bytes around in a copy. */
  public static byte[] flip(byte[] bytes) {
    byte[] flipped = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      flipped[i] = bytes[bytes.length - 1 - i];
    }
    return flipped;
  }
}
