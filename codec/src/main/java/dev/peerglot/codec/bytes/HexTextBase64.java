// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Base64 in both alphabets of RFC 4648, with or without padding; an empty line ends a string. */
final class HexTextBase64 {
  private HexTextBase64() {}

  /**
   * Tells base64 from hex. A text of base64 has letters beyond f in two places of three; where they
   * are fewer than one in eight, it is hex with a slip. The padding = is base64's alone.
   */
  static boolean isBase64(List<HexText.Line> lines) {
    int hex = 0;
    int other = 0;
    boolean padded = false;
    for (HexText.Line line : lines) {
      if (line.text().startsWith("-----")) {
        continue;
      }
      for (int i = 0; i < line.text().length(); i++) {
        char c = line.text().charAt(i);
        if (HexText.digit(c) >= 0) {
          hex++;
        } else if (isLetter(c)) {
          other++;
        } else if (c == '=') {
          padded = true;
        } else if (!Character.isWhitespace(c)) {
          return false;
        }
      }
    }
    // Pairs with 0x or a dash between hex digits are spellings of hex, too.
    return padded || (other > 0 && other * 8 > hex && !isSpelledHex(lines));
  }

  private static boolean isSpelledHex(List<HexText.Line> lines) {
    for (HexText.Line line : lines) {
      for (String word : line.text().split("[\\s:,;-]+")) {
        if (!word.isEmpty() && !word.matches("(0[xX])?[0-9a-fA-F]*")) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "+/-_".indexOf(c) >= 0);
  }

  static List<byte[]> parse(List<HexText.Line> lines) {
    List<byte[]> items = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    HexText.Line last = lines.getFirst();
    for (HexText.Line line : lines) {
      if (line.isBlank() || line.text().startsWith("-----")) {
        end(items, letters, last);
        continue;
      }
      last = line;
      for (int i = 0; i < line.text().length(); i++) {
        char c = line.text().charAt(i);
        if (c == '=') {
          // Padding ends a string wherever it stands.
          end(items, letters, line);
        } else if (!Character.isWhitespace(c)) {
          letters.append(c == '-' ? '+' : c == '_' ? '/' : c);
        }
      }
    }
    end(items, letters, last);
    return items;
  }

  private static void end(List<byte[]> items, StringBuilder letters, HexText.Line line) {
    if (letters.isEmpty()) {
      return;
    }
    try {
      items.add(Base64.getDecoder().decode(letters.toString()));
    } catch (IllegalArgumentException e) {
      throw new HexTextFault(
          line.number(),
          line.text().stripTrailing().length(),
          "neither hex nor whole base64: " + letters.length() + " letters");
    }
    letters.setLength(0);
  }
}
