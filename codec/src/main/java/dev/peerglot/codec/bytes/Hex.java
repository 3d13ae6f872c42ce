// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Lower-case hexadecimal, both ways. What people paste in other spellings is for {@code HexText}.
 */
public final class Hex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** Both digits of each byte, the high one in the lower half. */
  private static final short[] PAIRS = pairs();

  private static final VarHandle PAIR =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private Hex() {}

  private static short[] pairs() {
    short[] pairs = new short[256];
    for (int b = 0; b < 256; b++) {
      pairs[b] = (short) (DIGITS[b & 15] << 8 | DIGITS[b >> 4]);
    }
    return pairs;
  }

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
      PAIR.set(text, at + 2 * i, PAIRS[bytes[offset + i] & 0xff]);
    }
  }

  /** Writes two digits a byte, last byte first. */
  public static void writeReversed(byte[] bytes, int offset, int length, byte[] text, int at) {
    for (int i = 0; i < length; i++) {
      PAIR.set(text, at + 2 * i, PAIRS[bytes[offset + length - 1 - i] & 0xff]);
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
