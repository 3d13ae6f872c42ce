// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that loses nothing. A byte that belongs to no valid sequence becomes the lone low surrogate
 * U+DC00 + byte, as in Python's PEP 383, and turns into that byte again on the way back, so that a
 * hostile user agent survives JSON unchanged.
 */
public final class Utf8 {
  private Utf8() {}

  /** The text of a range. */
  public static String decode(byte[] array, int index, int length) {
    StringBuilder text = null;
    int end = index + length;
    int from = index;
    for (int i = index; i < end; ) {
      int size = sequence(array, i, end);
      if (size > 0) {
        i += size;
        continue;
      }
      if (text == null) {
        text = new StringBuilder(length);
      }
      text.append(new String(array, from, i - from, StandardCharsets.UTF_8));
      text.append((char) (0xdc00 + (array[i] & 0xff)));
      i++;
      from = i;
    }
    String tail = new String(array, from, end - from, StandardCharsets.UTF_8);
    return text == null ? tail : text.append(tail).toString();
  }

  /** The bytes of a text. */
  public static byte[] encode(String text) {
    int lone = -1;
    for (int i = 0; i < text.length() && lone < 0; i++) {
      if (isEscape(text, i)) {
        lone = i;
      }
    }
    if (lone < 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    Out out = new Out(text.length() + 16);
    int from = 0;
    for (int i = lone; i < text.length(); i++) {
      if (isEscape(text, i)) {
        out.utf8(text.substring(from, i));
        out.u8(text.charAt(i) - 0xdc00);
        from = i + 1;
      }
    }
    return out.utf8(text.substring(from)).toBytes();
  }

  private static boolean isEscape(String text, int i) {
    char c = text.charAt(i);
    return c >= 0xdc80 && c <= 0xdcff && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /**
   * The length of the valid sequence at {@code i}: 1 to 4, or 0 where there is none (RFC 3629: no
   * overlong forms, no surrogates, nothing above U+10FFFF).
   */
  public static int sequence(byte[] array, int i, int end) {
    int b = array[i];
    if (b >= 0) {
      return 1;
    }
    int first = b & 0xff;
    int size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || i + size > end) {
      return 0;
    }
    int second = array[i + 1] & 0xff;
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return 0;
    }
    for (int k = 2; k < size; k++) {
      if ((array[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return size;
  }
}
