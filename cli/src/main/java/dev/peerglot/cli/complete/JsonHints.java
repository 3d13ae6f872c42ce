// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

import dev.peerglot.cli.complete.Vocabulary.Word;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may come next in JSON that is being typed: the fields of the object at the cursor that are
 * not there yet, or the words that a value has.
 */
final class JsonHints {
  private final String text;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Type<?> root;
  private int at;

  /** Where the token at the cursor begins; what is before it stays. */
  private int token;

  private boolean quoted;

  private JsonHints(Type<?> root, String text) {
    this.root = root;
    this.text = text;
  }

  /** An object or a list that is not closed. */
  private static final class Frame {
    private final Type<?> type;
    private final boolean object;
    private final Set<String> used = new HashSet<>();
    private String key;
    private boolean due = true;

    private Frame(Type<?> type, boolean object) {
      this.type = type;
      this.object = object;
    }

    private boolean awaitsKey() {
      return object && key == null && due;
    }

    /** The type of the value that is due, or null. */
    private Type<?> value() {
      if (type == null) {
        return null;
      }
      if (object) {
        return members(type).stream()
            .filter(part -> part.name().equals(key))
            .findFirst()
            .map(Type.Part::type)
            .orElse(null);
      }
      List<Type.Part> parts = type.parts();
      return parts.size() == 1 && parts.getFirst().name().isEmpty()
          ? parts.getFirst().type()
          : null;
    }
  }

  /** What fits at the end of a text that begins with a brace or a bracket. */
  static Suggestions of(Type<?> type, String text) {
    JsonHints hints = new JsonHints(type, text);
    hints.read();
    return hints.suggest();
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      token = at;
      switch (c) {
        case '{', '[' -> open.push(new Frame(open.isEmpty() ? root : due(), c == '{'));
        case '}', ']' -> {
          open.poll();
          settle();
        }
        case ',' -> {
          if (!open.isEmpty()) {
            open.peek().key = null;
            open.peek().due = true;
          }
        }
        case '"' -> {
          if (!string()) {
            return;
          }
          continue;
        }
        default -> {
          if (c != ':' && !Character.isWhitespace(c)) {
            settle();
          }
        }
      }
      at++;
      token = at;
    }
  }

  private Type<?> due() {
    return open.peek().value();
  }

  /** A value has been given. */
  private void settle() {
    if (!open.isEmpty()) {
      open.peek().due = false;
    }
  }

  /** Reads a string; returns whether it is closed. */
  private boolean string() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      quoted = true;
      return false;
    }
    Frame frame = open.peek();
    if (frame != null && frame.awaitsKey()) {
      frame.key = text.substring(at + 1, end);
      frame.used.add(frame.key);
    } else {
      settle();
    }
    at = end + 1;
    token = at;
    return true;
  }

  private Suggestions suggest() {
    List<Word> words = new ArrayList<>();
    Frame frame = open.peek();
    if (frame == null || frame.type == null || !frame.due) {
      return new Suggestions(words, false, 0);
    }
    String kept = text.substring(0, token);
    if (frame.awaitsKey()) {
      for (Type.Part part : members(frame.type)) {
        if (!frame.used.contains(part.name())) {
          words.add(new Word(kept + '"' + part.name() + "\": ", Vocabulary.about(part)));
        }
      }
    } else if (quoted || frame.object == afterColon()) {
      values(frame.value(), kept, words);
    }
    return new Suggestions(words, false, token);
  }

  /** Of an object, a value is due only behind the colon. */
  private boolean afterColon() {
    return text.substring(0, token).stripTrailing().endsWith(":");
  }

  private static void values(Type<?> type, String kept, List<Word> words) {
    Names names = type == null ? null : type.names();
    if (names != null) {
      names
          .words()
          .forEach(
              (number, word) ->
                  words.add(
                      new Word(
                          kept + '"' + word + '"',
                          (names.isFlags() ? "bit " : "") + Long.toUnsignedString(number))));
    }
  }

  /** The named fields of a type, or of the one that it wraps. */
  private static List<Type.Part> members(Type<?> type) {
    List<Type.Part> parts = type.parts();
    return !(type instanceof Choice) && parts.size() == 1 && parts.getFirst().name().isEmpty()
        ? members(parts.getFirst().type())
        : Vocabulary.members(type);
  }
}
