// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.nio.charset.StandardCharsets;

/**
 * The tokens of JSON text (RFC 8259) in a window: each call takes one from the cursor, white space
 * before it included, and throws {@link Malformed} with the byte's offset. Strings come and go as
 * UTF-8 bytes. What is written is what serde_json writes: compact, with the short escapes.
 */
public final class JsonTokens {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private JsonTokens() {}

  /** Passes over white space. */
  public static void space(In in) {
    while (in.left() > 0 && JsonScanner.isSpace(in.peek())) {
      in.take(1);
    }
  }

  /** The first byte of the next token, which stays. */
  public static int next(In in) {
    space(in);
    return in.peek();
  }

  /** Takes a punctuation mark that must be there. */
  public static void take(In in, char mark) {
    if (next(in) != mark) {
      throw unexpected(in, "expected " + mark);
    }
    in.take(1);
  }

  /** Takes a punctuation mark if it is there. */
  public static boolean tryTake(In in, char mark) {
    boolean there = next(in) == mark;
    if (there) {
      in.take(1);
    }
    return there;
  }

  /** Takes the word null, which must be there. */
  public static void nothing(In in) {
    int at = at(in);
    for (byte b : NULL) {
      if (in.u8() != b) {
        throw Malformed.wrong("expected null", at);
      }
    }
  }

  /** The offset of the next token. */
  public static int at(In in) {
    next(in);
    return in.at();
  }

  /** A fault at the next byte, which it shows. */
  public static Malformed unexpected(In in, String what) {
    return Malformed.wrong(what + ", not " + shown((byte) in.peek()), in.at());
  }

  static String shown(byte b) {
    return b > 32 && b < 127 ? "'" + (char) b + "'" : String.format("byte 0x%02x", b & 0xff);
  }

  /**
   * Takes a string; returns its text as bytes, escapes resolved. They are UTF-8 unless the string
   * has bytes that are none: see {@link #badUtf8}.
   */
  public static byte[] text(In in) {
    if (next(in) != '"') {
      throw unexpected(in, "expected a string");
    }
    in.take(1);
    int from = in.index();
    Out unescaped = null;
    while (true) {
      int at = in.at();
      int b = in.u8();
      if (b == '"') {
        int length = in.index() - 1 - from;
        if (unescaped != null) {
          return unescaped.bytes(in.array(), from, length).toBytes();
        }
        return new In(in.array(), from, length).rest();
      }
      if (b < 32) {
        throw Malformed.wrong("a control character inside of a string", at);
      }
      if (b == '\\') {
        unescaped = unescaped == null ? new Out() : unescaped;
        unescaped.bytes(in.array(), from, in.index() - 1 - from);
        escape(in, unescaped);
        from = in.index();
      }
    }
  }

  private static void escape(In in, Out out) {
    int at = in.at() - 1;
    int b = in.u8();
    switch (b) {
      case '"', '\\', '/' -> out.u8(b);
      case 'b' -> out.u8('\b');
      case 'f' -> out.u8('\f');
      case 'n' -> out.u8('\n');
      case 'r' -> out.u8('\r');
      case 't' -> out.u8('\t');
      case 'u' -> {
        int unit = hex4(in);
        if (Character.isSurrogate((char) unit)) {
          boolean pair =
              Character.isHighSurrogate((char) unit) && in.u8() == '\\' && in.u8() == 'u';
          int low = pair ? hex4(in) : 0;
          if (!pair || !Character.isLowSurrogate((char) low)) {
            throw Malformed.wrong("half of a surrogate pair", at);
          }
          unit = Character.toCodePoint((char) unit, (char) low);
        }
        out.utf8(Character.toString(unit));
      }
      default -> throw Malformed.wrong("an escape that JSON does not have", at);
    }
  }

  private static int hex4(In in) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int at = in.at();
      int digit = Character.digit(in.u8(), 16);
      if (digit < 0) {
        throw Malformed.wrong("expected a hex digit", at);
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** The index of the first byte that belongs to no UTF-8 sequence, or -1. */
  public static int badUtf8(byte[] text) {
    int i = 0;
    while (i < text.length) {
      int size = Utf8.sequence(text, i, text.length);
      if (size == 0) {
        return i;
      }
      i += size;
    }
    return -1;
  }

  /**
   * Takes a whole number of that many bits; a fraction or exponent is refused, as serde_json does
   * for Rust's integers. Of an unsigned one with 64 bits the {@code long} has the same bits.
   */
  public static long whole(In in, int bits, boolean signed) {
    int at = at(in);
    boolean negative = in.peek() == '-';
    if (negative) {
      in.take(1);
    }
    int first = in.peek();
    if (first < '0' || first > '9') {
      throw unexpected(in, "expected a whole number");
    }
    long value = 0;
    boolean over = false;
    int digits = 0;
    while (in.left() > 0 && in.peek() >= '0' && in.peek() <= '9') {
      int digit = in.u8() - '0';
      over |= Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0;
      value = value * 10 + digit;
      digits++;
    }
    if (digits > 1 && first == '0') {
      throw Malformed.wrong("a number with a leading zero", at);
    }
    if (in.left() > 0 && (in.peek() == '.' || in.peek() == 'e' || in.peek() == 'E')) {
      throw Malformed.wrong("a whole number is written without fraction and exponent", at);
    }
    long most = signed ? (1L << bits - 1) - (negative ? 0 : 1) : -1L >>> 64 - bits;
    if (over || Long.compareUnsigned(value, most) > 0 || negative && (!signed || value == 0)) {
      throw Malformed.wrong(
          "a number outside of " + bits + " bits" + (signed ? "" : " without a sign"), at);
    }
    return negative ? -value : value;
  }

  /** Takes one value of any kind, at most {@code deepest} levels deep; returns its first index. */
  public static int skip(In in, int deepest) {
    int at = at(in);
    int from = in.index();
    JsonScanner scanner = new JsonScanner(deepest);
    try {
      in.take(scanner.scan(in.array(), from, in.left()));
      scanner.end();
    } catch (Malformed e) {
      throw e.moved(at + e.at());
    }
    return from;
  }

  /**
   * Moves the cursor before the value of a member of the object at the cursor, or before an item of
   * the list at the cursor; the values before it are passed over.
   *
   * @return whether there is one
   */
  public static boolean find(In in, String name, int place, int deepest) {
    boolean list = tryTake(in, '[');
    if (!list) {
      take(in, '{');
    }
    if (next(in) == (list ? ']' : '}')) {
      return false;
    }
    int count = 0;
    do {
      boolean found = list ? count == place : member(in, name);
      if (found) {
        space(in);
        return true;
      }
      skip(in, deepest);
      count++;
    } while (tryTake(in, ','));
    return false;
  }

  private static boolean member(In in, String name) {
    byte[] key = text(in);
    take(in, ':');
    return name.equals(new String(key, StandardCharsets.UTF_8));
  }

  /** Appends a string as serde_json writes it; the text must be UTF-8. */
  public static void quote(Out out, byte[] text) {
    out.u8('"');
    for (byte b : text) {
      switch (b) {
        case '"' -> out.u8('\\').u8('"');
        case '\\' -> out.u8('\\').u8('\\');
        case '\b' -> out.u8('\\').u8('b');
        case '\f' -> out.u8('\\').u8('f');
        case '\n' -> out.u8('\\').u8('n');
        case '\r' -> out.u8('\\').u8('r');
        case '\t' -> out.u8('\\').u8('t');
        default -> {
          if (b >= 0 && b < 32) {
            out.utf8("\\u00").utf8(Hex.of(new byte[] {b}));
          } else {
            out.u8(b);
          }
        }
      }
    }
    out.u8('"');
  }

  /** Appends a string as serde_json writes it. */
  public static void quote(Out out, String text) {
    quote(out, text.getBytes(StandardCharsets.UTF_8));
  }
}
