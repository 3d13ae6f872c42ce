// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.schema.JsonAny;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The length of the first value, fed in pieces of that size. */
  private static int scan(byte[] text, int step) {
    JsonScanner scanner = new JsonScanner(128);
    int at = 0;
    while (at < text.length && !scanner.isDone()) {
      int length = Math.min(step, text.length - at);
      at += scanner.scan(text, at, length);
    }
    scanner.end();
    assertEquals(at, scanner.at());
    return at;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}", "[]", "{\"a\":1}", "[1,2,[3,{}],\"]\"]",
            "{\"a\":{\"b\":[true,false,null]},\"c\":-0.5e+7}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", " \t\r\n{ \"a\" : [ ] }", "\"\"", "{\"\":\"{[\"}",
            "true"
      })
  void findsTheEndWhateverFollows(String value) {
    for (String more : new String[] {"", "{}", " {\"x\":", "}", "5", "\""}) {
      byte[] text = utf8(value + more);
      for (int step = 1; step <= text.length; step++) {
        assertEquals(utf8(value).length, scan(text, step), value + more);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,|1",
        "-12.5e-3]|8",
        "7 |1",
        "10}|2",
        "1e5,|3",
      })
  void aBareNumberEndsWithTheByteBehindIt(String text, int end) {
    JsonScanner scanner = new JsonScanner(1);
    assertEquals(end, scanner.scan(utf8(text), 0, text.length()));
    assertTrue(scanner.isDone() || text.length() == end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "}|0",
        "{,|1",
        "{a|1",
        "{\"a\",|4",
        "{\"a\":}|5",
        "{\"a\":1,}|7",
        "{\"a\":1]|6",
        "[1,]|3",
        "[1}|2",
        "[01|2",
        "[1.|3",
        "[-a|2",
        "[1e,|3",
        "[1e+]|4",
        "[tru,|4",
        "[nul1|4",
        "\"\\x|2",
        "\"\\u12g|5",
        "[1 2|3",
        "nan|1",
        "+1|0",
        ".5|0",
        "'a'|0",
        "[\"a\" \"b\"|5",
        "{\"a\" 1|5"
      })
  void theFirstWrongByteIsNamed(String text, int at) {
    byte[] padded = utf8(text + "   ");
    for (int step : new int[] {1, 2, padded.length}) {
      Malformed fault = assertThrows(Malformed.class, () -> scan(padded, step), text);
      assertEquals(at, fault.at(), text);
    }
  }

  @Test
  void controlCharactersInStringsAreRefused() {
    for (int b = 0; b < 32; b++) {
      byte[] text = {'"', 'a', (byte) b, '"'};
      assertEquals(2, assertThrows(Malformed.class, () -> scan(text, 4)).at());
    }
  }

  @Test
  void bytesThatAreNoUtf8AreForWhoReadsTheString() {
    byte[] text = {'"', (byte) 0xff, (byte) 0xc0, '"', '"'};
    assertEquals(4, scan(text, 1));
  }

  @Test
  void depthIsLimited() {
    assertEquals(256, scan(utf8("[".repeat(128) + "]".repeat(128)), 3));
    byte[] deep = utf8("[{\"a\":".repeat(5_000));
    Malformed fault = assertThrows(Malformed.class, () -> scan(deep, 1000));
    assertEquals(Malformed.Kind.LIMIT, fault.kind());
    assertEquals(64 * 6, fault.at());
  }

  @Test
  void aValueThatDoesNotEndIsShort() {
    for (String text : new String[] {"{\"a\":[1,2", "\"abc", "-", "[", "tru", "1.", ""}) {
      Malformed fault = assertThrows(Malformed.class, () -> scan(utf8(text), 1));
      assertEquals(Malformed.Kind.SHORT, fault.kind(), text);
      assertEquals(text.length(), fault.at());
    }
  }

  /**
   * Agrees with a JSON parser on what is a value, for samples and for what mutation makes of them.
   */
  @Test
  void agreesWithAnotherParser() {
    SplittableRandom random = new SplittableRandom(11);
    int good = 0;
    for (int round = 0; round < 20_000; round++) {
      Out sample = new Out();
      JsonAny.ANY.sample(random, sample);
      byte[] text = sample.toBytes();
      if (round % 2 == 1) {
        String letters = "{}[]\",:0123456789.e+-\\ntrufals ";
        for (int i = random.nextInt(3); i >= 0; i--) {
          text[random.nextInt(text.length)] =
              (byte) letters.charAt(random.nextInt(letters.length()));
        }
      }
      String shown = "[" + new String(text, StandardCharsets.UTF_8) + "]";
      boolean ours = isValue(utf8(shown));
      assertEquals(isValueElsewhere(shown), ours, shown);
      good += ours ? 1 : 0;
    }
    assertTrue(good > 10_000 && good < 20_000, good + " good ones");
  }

  private static boolean isValue(byte[] text) {
    try {
      In in = new In(text);
      JsonTokens.skip(in, 128);
      JsonTokens.space(in);
      return in.left() == 0;
    } catch (Malformed e) {
      return false;
    }
  }

  private static boolean isValueElsewhere(String text) {
    try {
      return JsonSource.parse(text) != null;
    } catch (Malformed e) {
      return false;
    }
  }

  @Test
  void afterItsEndNothingIsTaken() {
    JsonScanner scanner = new JsonScanner(4);
    assertEquals(2, scanner.scan(utf8("{}{}"), 0, 4));
    assertEquals(0, scanner.scan(utf8("{}"), 0, 2));
    assertFalse(new JsonScanner(1).isDone());
  }
}
