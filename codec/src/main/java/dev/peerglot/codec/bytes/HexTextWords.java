// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.util.Arrays;

/**
 * Lines of {@code xxd -e}: each group is a little-endian word, the last one padded on the left.
 * Nothing but the column of text, which is in the order of the bytes, tells them from {@code xxd
 * -g}.
 */
final class HexTextWords {
  private static final int MAX_COLUMNS = 256;

  private HexTextWords() {}

  /** Whether the column of text at the end of a line shows other bytes than these. */
  static boolean contradicts(byte[] bytes, String line) {
    String shown = shown(bytes);
    return !line.endsWith(shown) && !line.stripTrailing().endsWith(shown.stripTrailing());
  }

  /**
   * The bytes of a line whose groups are words.
   *
   * @param from where the first group starts, or the padding in front of it
   * @return null when the line and its column of text do not fit that
   */
  static byte[] swapped(String line, int from) {
    for (int size = 8; size >= 2; size /= 2) {
      for (int groups = 1; groups * size <= MAX_COLUMNS; groups++) {
        int end = from + groups * (2 * size + 1);
        if (end >= line.length() || line.charAt(end) != ' ') {
          continue;
        }
        byte[] bytes = words(line, from, groups, size);
        if (bytes != null && line.length() - end - 1 <= bytes.length && !contradicts(bytes, line)) {
          return bytes;
        }
      }
    }
    return null;
  }

  private static byte[] words(String line, int from, int groups, int size) {
    byte[] bytes = new byte[groups * size];
    int count = 0;
    for (int group = 0; group < groups; group++) {
      int at = from + group * (2 * size + 1);
      for (int end = at + 2 * size; end > at; end -= 2) {
        int high = HexText.digit(line.charAt(end - 2));
        int low = HexText.digit(line.charAt(end - 1));
        if (high >= 0 && low >= 0) {
          bytes[count++] = (byte) (high << 4 | low);
        } else if (!line.substring(at, end).isBlank()) {
          return null;
        } else {
          break;
        }
      }
      if (line.charAt(at + 2 * size) != ' ') {
        return null;
      }
    }
    return count == 0 ? null : Arrays.copyOf(bytes, count);
  }

  private static String shown(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      text.append(b >= ' ' && b <= '~' ? (char) b : '.');
    }
    return text.toString();
  }
}
