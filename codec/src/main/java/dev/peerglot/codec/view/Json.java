// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.view;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.util.Arrays;

/**
 * A writer of compact JSON as UTF-8 bytes. Commas come by themselves; numbers are exact; a byte of
 * text that is no UTF-8 becomes the escape {@code \}{@code udcXX} (see {@link Utf8}).
 */
public final class Json {
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  /** Takes text away while there is more to come, so that a giant value needs no giant memory. */
  public interface Drain {
    /** The first {@code length} bytes of the output are complete; they are dropped afterwards. */
    void take(Out out, int length);
  }

  /** What a writer may still have to look back at: the last two signs. */
  private static final int KEPT = 2;

  /** Bytes of a long text of hex that are written at once. */
  private static final int PIECE = 64 << 10;

  private final Out out;
  private Drain drain;
  private int drainAt = Integer.MAX_VALUE;
  private long drained;
  private byte[] closers = new byte[32];
  private int depth;
  private boolean comma;

  /** Appends to that output. */
  public Json(Out out) {
    this.out = out;
  }

  /** Begins a value that has nothing to do with those before. */
  public Json start() {
    depth = 0;
    comma = false;
    return this;
  }

  /** From now on hands over text whenever more than {@code size} bytes have come together. */
  public Json drain(Drain taker, int size) {
    drain = taker;
    drainAt = taker == null ? Integer.MAX_VALUE : size;
    return this;
  }

  /** How many bytes were written in all, those handed over included. */
  public long written() {
    return drained + out.size();
  }

  private void drain() {
    int length = out.size() - KEPT;
    drain.take(out, length);
    out.drop(length);
    drained += length;
  }

  /** The output behind. */
  public Out out() {
    return out;
  }

  /** How many objects and lists are open. */
  public int depth() {
    return depth;
  }

  /** Opens an object. */
  public Json object() {
    return open('{', '}');
  }

  /** Opens a list. */
  public Json list() {
    return open('[', ']');
  }

  private Json open(char opener, char closer) {
    before();
    out.u8(opener);
    if (depth == closers.length) {
      closers = Arrays.copyOf(closers, depth * 2);
    }
    closers[depth++] = (byte) closer;
    comma = false;
    return this;
  }

  /** Closes the innermost object or list. */
  public Json end() {
    out.u8(closers[--depth]);
    comma = true;
    return this;
  }

  /** Takes back the end of the object that was closed last, so that it can have one more member. */
  public Json reopen() {
    int last = out.size() - 1;
    if (out.array()[last] != '}') {
      throw new IllegalStateException("the last value is no object");
    }
    out.truncate(last);
    closers[depth++] = '}';
    comma = out.array()[last - 1] != '{';
    return this;
  }

  /** Closes everything opened deeper than {@code to}; a key without a value is taken back. */
  public void closeAll(int to) {
    dropKey();
    while (depth > to) {
      end();
    }
  }

  private void dropKey() {
    byte[] text = out.array();
    int end = out.size();
    if (end < 2 || text[end - 1] != ':' || text[end - 2] != '"') {
      return;
    }
    int start = end - 3;
    while (text[start] != '"' || text[start - 1] == '\\') {
      start--;
    }
    out.truncate(text[start - 1] == ',' ? start - 1 : start);
    comma = text[out.size() - 1] != '{';
  }

  private void before() {
    if (out.size() > drainAt) {
      drain();
    }
    if (comma) {
      out.u8(',');
    }
    comma = true;
  }

  /** A key; the next call writes its value. */
  public Json key(String name) {
    before();
    quote(name);
    out.u8(':');
    comma = false;
    return this;
  }

  /** A key that is ready as bytes, with quotes and colon. */
  public Json rawKey(byte[] ready) {
    if (out.size() > drainAt) {
      drain();
    }
    int length = ready.length;
    int at = out.grow(comma ? length + 1 : length);
    byte[] text = out.array();
    if (comma) {
      text[at++] = ',';
    }
    System.arraycopy(ready, 0, text, at, length);
    comma = false;
    return this;
  }

  /** A key as {@link #rawKey} wants it. */
  public static byte[] ready(String name) {
    Out key = new Out(name.length() + 4);
    new Json(key).key(name);
    return key.toBytes();
  }

  /** A whole number of up to 64 bits. */
  public Json number(long value, boolean unsigned) {
    before();
    if (value < 0) {
      if (unsigned || value == Long.MIN_VALUE) {
        out.utf8(unsigned ? Long.toUnsignedString(value) : Long.toString(value));
        return this;
      }
      out.u8('-');
      decimal(-value);
    } else {
      decimal(value);
    }
    return this;
  }

  /** A signed whole number. */
  public Json number(long value) {
    return number(value, false);
  }

  private void decimal(long value) {
    if (value < 10) {
      out.u8('0' + (int) value);
      return;
    }
    int digits = 2;
    for (long limit = 100; digits < 19 && value >= limit; limit *= 10) {
      digits++;
    }
    int at = out.grow(digits) + digits;
    byte[] text = out.array();
    long rest = value;
    while (rest > Integer.MAX_VALUE) {
      text[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    int small = (int) rest;
    do {
      text[--at] = (byte) ('0' + small % 10);
      small /= 10;
    } while (small != 0);
  }

  /** A number that is ready as decimal digits. */
  public Json digits(String decimal) {
    before();
    out.utf8(decimal);
    return this;
  }

  /** True or false. */
  public Json bool(boolean value) {
    before();
    out.bytes(value ? TRUE : FALSE);
    return this;
  }

  /** Null, for a value that the wire marks as none. */
  public Json nothing() {
    before();
    out.bytes(NULL);
    return this;
  }

  /** Bytes as a text of lower-case hex. */
  public Json hex(byte[] array, int index, int length, boolean reversed) {
    before();
    if (length > drainAt && !reversed) {
      return longHex(array, index, length);
    }
    int at = out.grow(2 * length + 2);
    byte[] text = out.array();
    text[at] = '"';
    if (reversed) {
      Hex.writeReversed(array, index, length, text, at + 1);
    } else {
      Hex.write(array, index, length, text, at + 1);
    }
    text[at + 1 + 2 * length] = '"';
    return this;
  }

  /** Hex in pieces, each of which may be handed over. */
  private Json longHex(byte[] array, int index, int length) {
    out.u8('"');
    for (int done = 0; done < length; done += PIECE) {
      int part = Math.min(PIECE, length - done);
      int at = out.grow(2 * part);
      Hex.write(array, index + done, part, out.array(), at);
      if (out.size() > drainAt) {
        drain();
      }
    }
    out.u8('"');
    return this;
  }

  /** A text. */
  public Json text(String value) {
    before();
    quote(value);
    return this;
  }

  /** A text of ASCII without quotes, backslashes and control characters. */
  public Json ascii(byte[] value) {
    before();
    int length = value.length;
    int at = out.grow(length + 2);
    byte[] text = out.array();
    text[at] = '"';
    System.arraycopy(value, 0, text, at + 1, length);
    text[at + 1 + length] = '"';
    return this;
  }

  private void quote(String value) {
    int length = value.length();
    int from = out.grow(length + 2);
    byte[] text = out.array();
    int at = from;
    text[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        out.truncate(from);
        byte[] bytes = Utf8.encode(value);
        quote(bytes, 0, bytes.length);
        return;
      }
      text[at++] = (byte) c;
    }
    text[at] = '"';
  }

  /** A text that is expected to be UTF-8. */
  public Json text(byte[] array, int index, int length) {
    before();
    quote(array, index, length);
    return this;
  }

  private void quote(byte[] array, int index, int length) {
    out.u8('"');
    int end = index + length;
    int clean = index;
    int i = index;
    while (i < end) {
      int b = array[i];
      if (b >= 32 && b != '"' && b != '\\' && b != 127) {
        i++;
        continue;
      }
      int size = b < 0 ? Utf8.sequence(array, i, end) : 0;
      if (size > 0) {
        i += size;
        continue;
      }
      out.bytes(array, clean, i - clean);
      escape(b);
      clean = ++i;
    }
    out.bytes(array, clean, end - clean);
    out.u8('"');
  }

  private void escape(int b) {
    switch (b) {
      case '"' -> out.u8('\\').u8('"');
      case '\\' -> out.u8('\\').u8('\\');
      case '\n' -> out.u8('\\').u8('n');
      case '\r' -> out.u8('\\').u8('r');
      case '\t' -> out.u8('\\').u8('t');
      default -> {
        out.utf8(b < 0 ? "\\udc" : "\\u00");
        int at = out.grow(2);
        Hex.write(new byte[] {(byte) b}, 0, 1, out.array(), at);
      }
    }
  }

  /** A value that is ready as JSON bytes. */
  public Json raw(byte[] ready, int index, int length) {
    before();
    out.bytes(ready, index, length);
    return this;
  }
}
