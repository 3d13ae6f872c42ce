// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the shell as words, split as a system shell does: at blanks, with {@code '…'}, {@code
 * "…"} and {@code \}. JSON needs no quotes: a word, or the value behind its {@code =}, that begins
 * with a brace or a bracket goes on until that is closed. {@code #} begins a comment.
 *
 * @param words the words without their quotes
 * @param starts where each begins in the line
 * @param isOpen whether a quote or a bracket is not closed, so that another line belongs to it
 */
record Words(List<String> words, List<Integer> starts, boolean isOpen) {

  static Words of(String line) {
    Splitter splitter = new Splitter(line);
    splitter.run();
    return new Words(splitter.words, splitter.starts, splitter.open);
  }

  private static final class Splitter {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int at;
    private boolean open;

    private Splitter(String line) {
      this.line = line;
    }

    private void run() {
      while (true) {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
          at++;
        }
        if (at >= line.length()) {
          return;
        }
        if (line.charAt(at) == '#') {
          int end = line.indexOf('\n', at);
          at = end < 0 ? line.length() : end;
          continue;
        }
        starts.add(at);
        words.add(word());
      }
    }

    private String word() {
      StringBuilder word = new StringBuilder();
      while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
        char c = line.charAt(at);
        boolean fresh = word.isEmpty() || word.charAt(word.length() - 1) == '=';
        switch (c) {
          case '\'' -> single(word);
          case '"' -> quoted(word);
          case '\\' -> {
            at++;
            if (at < line.length()) {
              word.append(line.charAt(at++));
            } else {
              open = true;
            }
          }
          case '{', '[' -> {
            if (fresh) {
              json(word);
            } else {
              word.append(c);
              at++;
            }
          }
          default -> {
            word.append(c);
            at++;
          }
        }
      }
      return word.toString();
    }

    private void single(StringBuilder word) {
      int end = line.indexOf('\'', at + 1);
      open |= end < 0;
      word.append(line, at + 1, end < 0 ? line.length() : end);
      at = end < 0 ? line.length() : end + 1;
    }

    private void quoted(StringBuilder word) {
      at++;
      while (at < line.length() && line.charAt(at) != '"') {
        boolean escape = line.charAt(at) == '\\' && at + 1 < line.length();
        at += escape && "\"\\".indexOf(line.charAt(at + 1)) >= 0 ? 1 : 0;
        word.append(line.charAt(at++));
      }
      open |= at >= line.length();
      at++;
    }

    private void json(StringBuilder word) {
      int depth = 0;
      boolean text = false;
      while (at < line.length()) {
        char c = line.charAt(at++);
        word.append(c);
        if (text && c == '\\' && at < line.length()) {
          word.append(line.charAt(at++));
        } else if (c == '"') {
          text = !text;
        } else if (!text && (c == '{' || c == '[')) {
          depth++;
        } else if (!text && (c == '}' || c == ']') && --depth == 0) {
          return;
        }
      }
      open = true;
    }
  }
}
