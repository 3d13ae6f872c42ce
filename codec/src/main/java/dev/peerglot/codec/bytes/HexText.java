// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads bytes from text in every spelling that people paste; which one it is is told from the text.
 *
 * <ul>
 *   <li>hex digits, plain or split by spaces, line ends, colons, commas or dashes, each group with
 *       or without {@code 0x};
 *   <li>C arrays {@code {0x12, 0x34}}: each pair of braces is one byte string;
 *   <li>string escapes: {@code \x12\x34}, and whole quoted strings in the spelling of C or Python;
 *   <li>dumps with offsets: {@code xxd} with and without {@code -e}, {@code hexdump} with and
 *       without {@code -C}, {@code od}, {@code tcpdump -X}, Wireshark and tshark; an offset of 0
 *       starts a new byte string;
 *   <li>base64, standard or URL alphabet, with or without padding.
 * </ul>
 *
 * <p>Lines that start with {@code #} or {@code //} are comments. Outside of dumps and arrays an
 * empty line starts a new byte string. Text that is all hex digits is hex, never base64.
 */
public final class HexText {
  /** One line of the input with its number from 1. */
  record Line(int number, String text) {
    boolean isBlank() {
      return text.isBlank();
    }

    boolean isComment() {
      String start = text.stripLeading();
      return start.startsWith("#") || start.startsWith("//");
    }
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<byte[]> items = new ArrayList<>();

  private HexText() {}

  /**
   * Reads all byte strings of a text.
   *
   * @return the byte strings in order, none of them empty
   * @throws HexTextFault where the text is wrong
   */
  public static List<byte[]> parse(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      Line each = new Line(++number, line);
      if (!each.isComment()) {
        lines.add(each);
      }
    }
    if (HexTextDump.isDump(lines)) {
      return HexTextDump.parse(lines);
    }
    if (text.indexOf('\\') >= 0) {
      return HexTextEscapes.parse(lines);
    }
    if (text.indexOf('{') >= 0) {
      return new HexText().arrays(lines);
    }
    if (HexTextBase64.isBase64(lines)) {
      return HexTextBase64.parse(lines);
    }
    return new HexText().plain(lines);
  }

  private List<byte[]> plain(List<Line> lines) {
    for (Line line : lines) {
      if (line.isBlank()) {
        endItem();
      } else {
        groups(line, 0, line.text.length());
      }
    }
    endItem();
    return items;
  }

  /** Takes what is between braces, without C comments; what is outside are declarations. */
  private List<byte[]> arrays(List<Line> lines) {
    boolean inside = false;
    boolean comment = false;
    for (Line line : lines) {
      String text = line.text;
      int at = 0;
      while (at < text.length()) {
        if (comment) {
          int end = text.indexOf("*/", at);
          comment = end < 0;
          at = end < 0 ? text.length() : end + 2;
        } else if (text.startsWith("/*", at)) {
          comment = true;
          at += 2;
        } else if (text.startsWith("//", at)) {
          at = text.length();
        } else if (text.charAt(at) == '{') {
          inside = true;
          at++;
        } else if (text.charAt(at) == '}') {
          inside = false;
          endItem();
          at++;
        } else {
          int end = at + 1;
          while (end < text.length() && "{}/".indexOf(text.charAt(end)) < 0) {
            end++;
          }
          if (inside) {
            groups(line, at, end);
          }
          at = end;
        }
      }
    }
    endItem();
    return items;
  }

  /** Reads groups of hex digits between separators. */
  private void groups(Line line, int from, int to) {
    String text = line.text;
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || ":,;-".indexOf(c) >= 0) {
        at++;
        continue;
      }
      boolean prefixed = c == '0' && at + 1 < to && (text.charAt(at + 1) | 32) == 'x';
      int start = prefixed ? at + 2 : at;
      int end = start;
      while (end < to && digit(text.charAt(end)) >= 0) {
        end++;
      }
      if (end == start) {
        throw new HexTextFault(line.number, start + 1, strange(text, start));
      }
      at = start;
      if ((end - start) % 2 != 0) {
        if (!prefixed || end - start > 1) {
          throw new HexTextFault(line.number, start + 1, "odd number of hex digits");
        }
        bytes.write(digit(text.charAt(at++)));
      }
      for (; at < end; at += 2) {
        bytes.write(digit(text.charAt(at)) << 4 | digit(text.charAt(at + 1)));
      }
    }
  }

  private void endItem() {
    if (bytes.size() > 0) {
      items.add(bytes.toByteArray());
      bytes.reset();
    }
  }

  static String strange(String text, int at) {
    return at < text.length()
        ? "'" + text.charAt(at) + "' is no hex digit"
        : "hex digits are missing";
  }

  /** Returns the value of a hex digit, or -1; letters of other scripts count for nothing. */
  static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
