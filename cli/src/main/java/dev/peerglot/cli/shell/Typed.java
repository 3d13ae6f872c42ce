// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** A line and where the cursor is in it, for completion. */
record Typed(String line, int cursor, List<String> words, int start)
    implements CompletingParsedLine {

  static Typed of(String line, int cursor) {
    Words before = Words.of(line.substring(0, cursor));
    boolean blank = cursor == 0 || Character.isWhitespace(line.charAt(cursor - 1));
    List<String> words = new ArrayList<>(before.words());
    boolean fresh = words.isEmpty() || blank && !before.isOpen();
    int start = fresh ? cursor : before.starts().getLast();
    if (fresh) {
      words.add("");
    }
    return new Typed(line, cursor, List.copyOf(words), start);
  }

  @Override
  public String word() {
    return words.getLast();
  }

  @Override
  public int wordCursor() {
    return word().length();
  }

  @Override
  public int wordIndex() {
    return words.size() - 1;
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return cursor - start;
  }

  @Override
  public int rawWordLength() {
    return cursor - start;
  }
}
