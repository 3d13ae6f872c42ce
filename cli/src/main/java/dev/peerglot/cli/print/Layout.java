// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text in columns of a terminal: how wide it is, cut to a room, wrapped below itself. */
public final class Layout {
  private Layout() {}

  /** How many columns a text takes: East Asian wide letters take two, combining ones none. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      width += width(letter);
      i += Character.charCount(letter);
    }
    return width;
  }

  private static int width(int letter) {
    if (letter < 0x300) {
      return 1;
    }
    int type = Character.getType(letter);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        letter >= 0x1100 && letter <= 0x115f
            || letter >= 0x2e80 && letter <= 0xa4cf && letter != 0x303f
            || letter >= 0xac00 && letter <= 0xd7a3
            || letter >= 0xf900 && letter <= 0xfaff
            || letter >= 0xfe30 && letter <= 0xfe6f
            || letter >= 0xff00 && letter <= 0xff60
            || letter >= 0xffe0 && letter <= 0xffe6
            || letter >= 0x1f300 && letter <= 0x1f64f
            || letter >= 0x1f900 && letter <= 0x1f9ff
            || letter >= 0x20000 && letter <= 0x3fffd;
    return wide ? 2 : 1;
  }

  /** The text if it fits the room, else its beginning with a mark that there is more. */
  public static String cut(String text, int room, Console console) {
    if (text.length() <= room && width(text) <= room) {
      return text;
    }
    String mark = console.mark("…", "...");
    StringBuilder kept = new StringBuilder();
    int left = room - width(mark);
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      left -= width(letter);
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(letter);
      i += Character.charCount(letter);
    }
    return kept.append(mark).toString();
  }

  /** The text with blanks behind it up to a width. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The text in lines of at most so many columns, broken at blanks where there are some. */
  public static List<String> wrap(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text with each of its lines wrapped to so many columns. */
  public static String wrapLines(String text, int room) {
    return text.lines()
        .flatMap(line -> wrap(line, room).stream())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Appends a text behind what stands in {@code column} columns of its line already; its further
   * lines begin below its first letter. Where hardly any room is left it is not wrapped.
   */
  public static void hang(StringBuilder out, String text, int column, Console console) {
    int room = console.columns() - column;
    if (room < 20 || !console.outTerminal()) {
      out.append(text);
      return;
    }
    String between = "\n" + " ".repeat(column);
    out.append(String.join(between, wrap(text, room)));
  }
}
