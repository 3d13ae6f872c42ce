// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Dumps whose lines start with an offset: {@code xxd}, {@code hexdump}, {@code od}, {@code tcpdump
 * -X}, Wireshark.
 *
 * <p>A column of text behind the bytes is passed over; {@code *} repeats the line before up to the
 * next offset. Groups of four digits are bytes in order after an offset with a colon (xxd without
 * {@code -e}, tcpdump), and little-endian 16-bit words after one without (hexdump, od). Offsets are
 * hex, octal or decimal, whichever fits the lengths of the lines.
 */
final class HexTextDump {
  private static final int MAX_BYTES = 16 * 1024 * 1024;
  private static final int[] HEX = {16};

  /**
   * Offsets of seven digits are hexdump's in hex, or od's in octal or decimal. Where lines were
   * left out, more than one may fit; then single bytes are taken for od's and words for hexdump's.
   */
  private static final int[] BEFORE_WORDS = {16, 8, 10};

  private static final int[] BEFORE_BYTES = {8, 10, 16};

  /** A line taken apart; no offset means a line of one asterisk. */
  private record Row(HexText.Line line, String offset, boolean colon, int group, byte[] bytes) {
    /** The bytes of a line of {@code xxd -e}; null if it is none. */
    byte[] swapped() {
      return colon ? HexTextWords.swapped(line.text(), line.text().indexOf(':') + 2) : null;
    }

    Row with(byte[] other) {
      return new Row(line, offset, colon, group, other);
    }

    boolean repeats() {
      return offset == null;
    }

    long value(int radix) {
      try {
        return Long.parseLong(offset, radix);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }

  private HexTextDump() {}

  /** Tells a dump from hex without offsets. */
  static boolean isDump(List<HexText.Line> lines) {
    List<Row> rows = new ArrayList<>();
    for (HexText.Line line : lines) {
      if (line.isBlank()) {
        continue;
      }
      Row row;
      try {
        row = row(line);
      } catch (HexTextFault e) {
        // Enough of a dump to say where it is wrong, if its first line was one.
        return isClearly(rows);
      }
      if (row == null) {
        return isClearly(rows);
      }
      rows.add(row);
    }
    if (rows.isEmpty() || rows.getFirst().repeats()) {
      return false;
    }
    Row first = rows.getFirst();
    if (first.colon) {
      return true;
    }
    boolean offsetStandsOut = first.offset.length() > first.group && first.bytes.length > 0;
    if (rows.size() == 1) {
      return offsetStandsOut && isClearly(rows);
    }
    return offsetStandsOut && radixOf(rows) > 0;
  }

  /** Tells whether the first line alone shows that this is a dump, so that faults have a place. */
  private static boolean isClearly(List<Row> rows) {
    if (rows.isEmpty() || rows.getFirst().repeats()) {
      return false;
    }
    Row first = rows.getFirst();
    boolean fromZero = first.offset.chars().allMatch(c -> c == '0');
    return first.colon || (fromZero && first.group == 2);
  }

  static List<byte[]> parse(List<HexText.Line> lines) {
    List<Row> rows = new ArrayList<>();
    for (HexText.Line line : lines) {
      if (line.isBlank()) {
        continue;
      }
      Row row = row(line);
      if (row == null) {
        throw new HexTextFault(line.number(), 1, "a line without offset inside a dump");
      }
      rows.add(row);
    }
    swapWords(rows);
    int radix = radixOf(rows);
    return new Reader(radix > 0 ? radix : 16).read(rows);
  }

  /** Turns the words of {@code xxd -e} around, if it is clear that the dump is one. */
  private static void swapWords(List<Row> rows) {
    boolean clear = false;
    List<byte[]> swapped = new ArrayList<>();
    for (Row row : rows) {
      byte[] words = row.bytes.length == 0 ? row.bytes : row.swapped();
      if (words == null) {
        return;
      }
      swapped.add(words);
      boolean padded = words.length != row.bytes.length;
      String text = row.line.text();
      boolean left = row.bytes.length > 0 && text.startsWith(" ", text.indexOf(':') + 2);
      clear |= padded || left || HexTextWords.contradicts(row.bytes, text);
    }
    for (int i = 0; clear && i < rows.size(); i++) {
      rows.set(i, rows.get(i).with(swapped.get(i)));
    }
  }

  /** Returns the first radix in which every offset follows from the line before, or 0. */
  private static int radixOf(List<Row> rows) {
    Row first = rows.getFirst();
    int[] radixes = HEX;
    if (!first.repeats() && !first.colon && first.offset.length() == 7) {
      radixes = first.group == 2 ? BEFORE_BYTES : BEFORE_WORDS;
    }
    for (int radix : radixes) {
      try {
        new Reader(radix).read(rows);
        return radix;
      } catch (HexTextFault e) {
        continue;
      }
    }
    return 0;
  }

  /** Takes a line apart; null when it does not start with an offset. */
  private static Row row(HexText.Line line) {
    String text = line.text();
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (text.substring(at).strip().equals("*")) {
      return new Row(line, null, false, 0, new byte[0]);
    }
    if (text.startsWith("0x", at)) {
      at += 2;
    }
    int end = digits(text, at);
    String offset = text.substring(at, end);
    boolean colon = end < text.length() && text.charAt(end) == ':';
    int rest = colon ? end + 1 : end;
    boolean apart = rest == text.length() || Character.isWhitespace(text.charAt(rest));
    if (offset.length() < 3 || offset.length() > 16 || !apart) {
      return null;
    }
    while (rest < text.length() && Character.isWhitespace(text.charAt(rest))) {
      rest++;
    }
    int group = digits(text, rest) - rest;
    return new Row(line, offset, colon, group, bytes(line, rest, colon));
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && HexText.digit(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** Reads groups that stand one space apart (two in the middle) up to the column of text. */
  private static byte[] bytes(HexText.Line line, int from, boolean colon) {
    String text = line.text();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = from;
    while (at < text.length() && "|>".indexOf(text.charAt(at)) < 0) {
      int end = digits(text, at);
      boolean whole = end == text.length() || Character.isWhitespace(text.charAt(end));
      if (end == at || !whole) {
        throw new HexTextFault(line.number(), end + 1, HexText.strange(text, end));
      }
      if ((end - at) % 2 != 0) {
        throw new HexTextFault(line.number(), at + 1, "odd number of hex digits");
      }
      boolean words = !colon && end - at == 4;
      for (int i = at; i < end; i += 2) {
        int digits = words ? at + end - 2 - i : i;
        bytes.write(
            HexText.digit(text.charAt(digits)) << 4 | HexText.digit(text.charAt(digits + 1)));
      }
      at = end;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      int gap = at - end;
      if (gap > 2 || (gap == 2 && (colon || bytes.size() != 8))) {
        break;
      }
    }
    return bytes.toByteArray();
  }

  /** Strings rows together, checking each offset against the bytes before it. */
  private static final class Reader {
    private final int radix;
    private final List<byte[]> items = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long start;
    private byte[] last = new byte[0];
    private boolean repeat;

    private Reader(int radix) {
      this.radix = radix;
    }

    private List<byte[]> read(List<Row> rows) {
      for (Row row : rows) {
        if (row.repeats()) {
          repeat = true;
          continue;
        }
        place(row);
        bytes.writeBytes(row.bytes);
        last = row.bytes;
      }
      end();
      return items;
    }

    private void place(Row row) {
      long offset = row.value(radix);
      if (offset == 0 || (bytes.size() == 0 && items.isEmpty())) {
        end();
        start = offset;
        return;
      }
      long expected = start + bytes.size();
      while (repeat && last.length > 0 && expected + last.length <= offset) {
        if (bytes.size() > MAX_BYTES) {
          throw new HexTextFault(row.line.number(), 1, "more than " + MAX_BYTES + " bytes");
        }
        bytes.writeBytes(last);
        expected += last.length;
      }
      repeat = false;
      if (offset == expected - 1 && row.bytes.length == 0) {
        // The last 16-bit word of an odd number of bytes was filled up with a zero.
        byte[] padded = bytes.toByteArray();
        bytes.reset();
        bytes.writeBytes(Arrays.copyOf(padded, padded.length - 1));
      } else if (offset != expected) {
        throw new HexTextFault(
            row.line.number(),
            1,
            "the offset is " + row.offset + " but the lines before reach " + expected);
      }
    }

    private void end() {
      if (bytes.size() > 0) {
        items.add(bytes.toByteArray());
        bytes.reset();
      }
      repeat = false;
    }
  }
}
