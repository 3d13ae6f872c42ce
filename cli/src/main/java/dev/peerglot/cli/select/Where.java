// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.cli.Usage;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/**
 * The language of {@code --where}:
 *
 * <pre>
 *  either     = both { ("or" | "||") both }
 *  both       = single { ("and" | "&amp;&amp;") single }
 *  single     = ("not" | "!") single | "(" either ")" | comparison
 *  comparison = part [ ("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "~" | "!~") value ]
 *  part       = a key of the record, or "fields." and a path
 *  value      = a word, or text in quotes
 * </pre>
 *
 * <p>A part alone asks whether the record has it (and it is not {@code false}). Where a path leads
 * into a list, one item that fits is enough; {@code !=} and {@code !~} are the opposites of {@code
 * ==} and {@code ~}.
 */
final class Where {
  private static final int DEEPEST = 100;
  private static final Set<String> OPERATORS =
      Set.of("==", "=", "!=", "<", "<=", ">", ">=", "~", "!~");

  private final Words words;
  private final Paths paths;
  private int depth;

  private Where(String text, Paths paths) {
    this.words = new Words(text);
    this.paths = paths;
  }

  /** The condition of a text; its places in the fields are added to {@code paths}. */
  static Condition parse(String text, Paths paths) {
    Where where = new Where(text, paths);
    Condition condition = where.either();
    if (!where.words.word().isEmpty()) {
      throw where.words.wrong("'and', 'or' or the end was expected");
    }
    return condition;
  }

  private Condition either() {
    Condition left = both();
    while (words.takes("or", "||")) {
      left = new Condition.Or(left, both());
    }
    return left;
  }

  private Condition both() {
    Condition left = single();
    while (words.takes("and", "&&")) {
      left = new Condition.And(left, single());
    }
    return left;
  }

  private Condition single() {
    if (++depth > DEEPEST) {
      throw words.wrong("conditions are nested more than " + DEEPEST + " levels deep");
    }
    Condition condition;
    if (words.takes("not", "!")) {
      condition = new Condition.Not(single());
    } else if (words.takes("(", "(")) {
      condition = either();
      if (!words.takes(")", ")")) {
        throw words.wrong("a closing parenthesis was expected");
      }
    } else {
      condition = comparison();
    }
    depth--;
    return condition;
  }

  private Condition comparison() {
    if (!words.isPlain()) {
      throw words.wrong("a part of the record was expected, as message or fields.NAME");
    }
    Operand operand = Operand.of(words.word(), paths, words.place());
    words.next();
    String operator = words.word();
    if (!OPERATORS.contains(operator) || words.isQuoted()) {
      return new Condition.Any(operand, value -> !value.text().equals("false"));
    }
    words.next();
    if (!words.isPlain() && !words.isQuoted()) {
      throw words.wrong("a value was expected behind " + operator);
    }
    Condition condition = new Condition.Any(operand, test(operator, operand));
    words.next();
    return operator.startsWith("!") ? new Condition.Not(condition) : condition;
  }

  private Predicate<Value> test(String operator, Operand operand) {
    try {
      return Condition.test(operator, Literal.of(words.word()), operand.isAddress());
    } catch (PatternSyntaxException e) {
      throw words.wrong("no regular expression: " + e.getDescription());
    }
  }

  /** The text word by word. */
  private static final class Words {
    private static final String SIGNS = "()!=<>~&|";

    private final String text;
    private int from;
    private int end;
    private String word = "";
    private boolean quoted;

    private Words(String text) {
      this.text = text;
      next();
    }

    /** The word at hand; empty at the end. */
    private String word() {
      return word;
    }

    private boolean isQuoted() {
      return quoted;
    }

    /** Whether it is a word of letters and digits, not a sign. */
    private boolean isPlain() {
      return !quoted && !word.isEmpty() && SIGNS.indexOf(word.charAt(0)) < 0;
    }

    /** Moves on if the word at hand is one of two. */
    private boolean takes(String one, String other) {
      boolean takes = !quoted && (word.equalsIgnoreCase(one) || word.equals(other));
      if (takes) {
        next();
      }
      return takes;
    }

    private void next() {
      from = end;
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      end = from;
      quoted = false;
      if (from == text.length()) {
        word = "";
      } else if (text.charAt(from) == '"' || text.charAt(from) == '\'') {
        quoted();
      } else if (SIGNS.indexOf(text.charAt(from)) >= 0) {
        sign();
      } else {
        while (end < text.length()
            && !Character.isWhitespace(text.charAt(end))
            && SIGNS.indexOf(text.charAt(end)) < 0) {
          end++;
        }
        word = text.substring(from, end);
      }
    }

    /** Text in quotes; a backslash before a quote or backslash takes its meaning from it. */
    private void quoted() {
      char quote = text.charAt(from);
      StringBuilder inner = new StringBuilder();
      int at = from + 1;
      while (at < text.length() && text.charAt(at) != quote) {
        boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
        if (escape && (text.charAt(at + 1) == quote || text.charAt(at + 1) == '\\')) {
          at++;
        }
        inner.append(text.charAt(at++));
      }
      if (at == text.length()) {
        throw wrong("this quote is not closed");
      }
      end = at + 1;
      word = inner.toString();
      quoted = true;
    }

    private void sign() {
      for (int length = 2; length >= 1; length--) {
        String sign = text.substring(from, Math.min(text.length(), from + length));
        if (length == 1 || OPERATORS.contains(sign) || sign.equals("&&") || sign.equals("||")) {
          word = sign;
          end = from + sign.length();
          return;
        }
      }
    }

    /** Where the word at hand stands, for messages. */
    private String place() {
      return "--where, character " + (from + 1);
    }

    private Usage wrong(String what) {
      String seen = from == text.length() ? "the end" : "'" + text.substring(from, end(from)) + "'";
      return Usage.wrong(place() + ": " + what + ", here is " + seen);
    }

    private int end(int at) {
      return Math.clamp(end, at + 1, Math.min(text.length(), at + 40));
    }
  }
}
