// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * String escapes in the spelling of C and Python. Inside quotes printable characters stand for
 * themselves; outside, only escapes and white space may be. Quoted strings that follow one another
 * are one byte string, as in C; an empty line or a comma ends it.
 */
final class HexTextEscapes {
  private final List<byte[]> items = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private HexTextEscapes() {}

  static List<byte[]> parse(List<HexText.Line> lines) {
    HexTextEscapes escapes = new HexTextEscapes();
    for (HexText.Line line : lines) {
      if (line.isBlank()) {
        escapes.endItem();
      } else {
        escapes.line(line);
      }
    }
    escapes.endItem();
    return escapes.items;
  }

  private void line(HexText.Line line) {
    String text = line.text();
    char quote = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at = at + 1 == text.length() ? at + 1 : escape(line, at);
      } else if (quote != 0 && c == quote) {
        quote = 0;
        at++;
      } else if (quote != 0) {
        int point = text.codePointAt(at);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(point);
      } else if (c == '"' || c == '\'') {
        quote = c;
        at++;
      } else if (c == ',') {
        endItem();
        at++;
      } else if (Character.isWhitespace(c) || ";()$".indexOf(c) >= 0 || isPrefix(text, at)) {
        at++;
      } else {
        throw new HexTextFault(line.number(), at + 1, "'" + c + "' stands outside of quotes");
      }
    }
    if (quote != 0) {
      throw new HexTextFault(line.number(), text.length(), "a quote is not closed");
    }
  }

  /** Python's b before a quote. */
  private static boolean isPrefix(String text, int at) {
    return (text.charAt(at) | 32) == 'b'
        && at + 1 < text.length()
        && "\"'".indexOf(text.charAt(at + 1)) >= 0;
  }

  private int escape(HexText.Line line, int at) {
    String text = line.text();
    char c = text.charAt(at + 1);
    if (c == 'x') {
      for (int i = at + 2; i < at + 4; i++) {
        if (i >= text.length() || HexText.digit(text.charAt(i)) < 0) {
          throw new HexTextFault(line.number(), i + 1, HexText.strange(text, i));
        }
      }
      bytes.write(HexText.digit(text.charAt(at + 2)) << 4 | HexText.digit(text.charAt(at + 3)));
      return at + 4;
    }
    if (c >= '0' && c <= '7') {
      int value = 0;
      int end = at + 1;
      while (end < Math.min(at + 4, text.length()) && "01234567".indexOf(text.charAt(end)) >= 0) {
        value = value * 8 + text.charAt(end++) - '0';
      }
      bytes.write(value);
      return end;
    }
    int which = "abtnvfre\\'\"?".indexOf(c);
    if (which < 0) {
      throw new HexTextFault(line.number(), at + 2, "an escape \\" + c + " is not known");
    }
    bytes.write("\u0007\b\t\n\u000b\f\r\u001b\\'\"?".charAt(which));
    return at + 2;
  }

  private void endItem() {
    if (bytes.size() > 0) {
      items.add(bytes.toByteArray());
      bytes.reset();
    }
  }
}
