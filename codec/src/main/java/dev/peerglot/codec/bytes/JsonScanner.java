// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

/**
 * Finds where a JSON value ends (RFC 8259), byte by byte and in any cuts: for streams of values
 * that nothing frames. Checks the grammar on the way and keeps one bit a nesting level, nothing
 * else. Does not look at what strings hold: UTF-8 is for whoever reads them.
 */
public final class JsonScanner {
  private enum State {
    VALUE,
    ITEM_OR_END,
    KEY_OR_END,
    KEY,
    COLON,
    COMMA_OR_END,
    STRING,
    ESCAPE,
    HEX,
    LITERAL,
    MINUS,
    ZERO,
    INTEGER,
    POINT,
    FRACTION,
    EXPONENT,
    EXPONENT_SIGN,
    EXPONENT_DIGITS,
    DONE
  }

  private final boolean[] objects;
  private int depth;
  private State state = State.VALUE;
  private boolean inKey;
  private int hexLeft;
  private String literal = "";
  private int matched;
  private int at;

  /** A scanner of one value; {@code deepest} levels of lists and objects at most. */
  public JsonScanner(int deepest) {
    objects = new boolean[deepest];
  }

  /** How many bytes have been looked at and belong to the value, or to white space before it. */
  public int at() {
    return at;
  }

  /**
   * Whether the value has ended. A bare number ends only with the byte behind it: see {@link #end}.
   */
  public boolean isDone() {
    return state == State.DONE;
  }

  /**
   * Looks at bytes until the value ends or they do.
   *
   * @return how many bytes belong to the value
   * @throws Malformed at the first byte that cannot be, counted from the first byte ever looked at
   */
  public int scan(byte[] array, int index, int length) {
    int i = index;
    int limit = index + length;
    while (i < limit && state != State.DONE) {
      if (!accept(array[i])) {
        break; // the byte behind a bare number
      }
      i++;
      at++;
    }
    return i - index;
  }

  /**
   * Says that nothing more will come.
   *
   * @throws Malformed if the value has not ended
   */
  public void end() {
    boolean number =
        switch (state) {
          case ZERO, INTEGER, FRACTION, EXPONENT_DIGITS -> depth == 0;
          default -> false;
        };
    if (!number && state != State.DONE) {
      throw Malformed.tooShort(1, 0, at);
    }
    state = State.DONE;
  }

  private boolean accept(byte b) {
    switch (state) {
      case STRING -> string(b);
      case INTEGER, ZERO, FRACTION, EXPONENT_DIGITS -> {
        return number(b);
      }
      case ESCAPE -> escape(b);
      case HEX -> hex(b);
      case LITERAL -> literal(b);
      case MINUS -> digit(b, b == '0' ? State.ZERO : State.INTEGER);
      case POINT -> digit(b, State.FRACTION);
      case EXPONENT -> {
        if (b == '+' || b == '-') {
          state = State.EXPONENT_SIGN;
        } else {
          digit(b, State.EXPONENT_DIGITS);
        }
      }
      case EXPONENT_SIGN -> digit(b, State.EXPONENT_DIGITS);
      default -> {
        if (!isSpace(b)) {
          structure(b);
        }
      }
    }
    return true;
  }

  /** Whether a byte is white space between tokens. */
  public static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void structure(byte b) {
    switch (state) {
      case VALUE -> value(b, "a value");
      case ITEM_OR_END -> {
        if (b == ']') {
          close();
        } else {
          value(b, "a value or ]");
        }
      }
      case KEY_OR_END -> {
        if (b == '}') {
          close();
        } else {
          key(b, "a member's name in quotes or }");
        }
      }
      case KEY -> key(b, "a member's name in quotes");
      case COLON -> {
        if (b != ':') {
          throw unexpected(b, ": behind a member's name");
        }
        state = State.VALUE;
      }
      case COMMA_OR_END -> {
        if (b == ',') {
          state = objects[depth - 1] ? State.KEY : State.VALUE;
        } else if (b == (objects[depth - 1] ? '}' : ']')) {
          close();
        } else {
          throw unexpected(b, objects[depth - 1] ? ", or }" : ", or ]");
        }
      }
      default -> throw new IllegalStateException(state.toString());
    }
  }

  private void value(byte b, String expected) {
    switch (b) {
      case '{', '[' -> {
        if (depth == objects.length) {
          throw Malformed.limit("nested more than " + depth + " levels deep", at);
        }
        objects[depth++] = b == '{';
        state = b == '{' ? State.KEY_OR_END : State.ITEM_OR_END;
      }
      case '"' -> {
        inKey = false;
        state = State.STRING;
      }
      case '-' -> state = State.MINUS;
      case '0' -> state = State.ZERO;
      case 't' -> begin("true");
      case 'f' -> begin("false");
      case 'n' -> begin("null");
      default -> {
        if (b < '1' || b > '9') {
          throw unexpected(b, expected);
        }
        state = State.INTEGER;
      }
    }
  }

  private void key(byte b, String expected) {
    if (b != '"') {
      throw unexpected(b, expected);
    }
    inKey = true;
    state = State.STRING;
  }

  private void begin(String word) {
    literal = word;
    matched = 1;
    state = State.LITERAL;
  }

  private void literal(byte b) {
    if (b != literal.charAt(matched)) {
      throw unexpected(b, "the word " + literal);
    }
    if (++matched == literal.length()) {
      ended();
    }
  }

  private void string(byte b) {
    if (b == '"') {
      if (inKey) {
        state = State.COLON;
      } else {
        ended();
      }
    } else if (b == '\\') {
      state = State.ESCAPE;
    } else if (b >= 0 && b < 32) {
      throw Malformed.wrong("a control character inside of a string", at);
    }
  }

  private void escape(byte b) {
    if (b == 'u') {
      hexLeft = 4;
      state = State.HEX;
    } else if ("\"\\/bfnrt".indexOf(b) >= 0) {
      state = State.STRING;
    } else {
      throw unexpected(b, "one of \"\\/bfnrtu behind a backslash");
    }
  }

  private void hex(byte b) {
    if (Character.digit(b, 16) < 0) {
      throw unexpected(b, "a hex digit");
    }
    if (--hexLeft == 0) {
      state = State.STRING;
    }
  }

  private void digit(byte b, State next) {
    if (b < '0' || b > '9') {
      throw unexpected(b, "a digit");
    }
    state = next;
  }

  /** A byte inside or behind a number; false where it stands behind the last one of all. */
  private boolean number(byte b) {
    boolean digit = b >= '0' && b <= '9';
    if (digit && state != State.ZERO) {
      return true;
    }
    if (b == '.' && (state == State.INTEGER || state == State.ZERO)) {
      state = State.POINT;
      return true;
    }
    if ((b == 'e' || b == 'E') && state != State.EXPONENT_DIGITS) {
      state = State.EXPONENT;
      return true;
    }
    if (digit) {
      throw Malformed.wrong("a number with a leading zero", at);
    }
    ended();
    return state != State.DONE && accept(b);
  }

  private void close() {
    depth--;
    ended();
  }

  private void ended() {
    state = depth == 0 ? State.DONE : State.COMMA_OR_END;
  }

  private Malformed unexpected(byte b, String expected) {
    return Malformed.wrong("expected " + expected + ", not " + JsonTokens.shown(b), at);
  }
}
