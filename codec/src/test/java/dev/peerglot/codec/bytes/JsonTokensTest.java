// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTokensTest {
  private static In in(String text) {
    return new In(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String json) {
    return new String(JsonTokens.text(in(json)), StandardCharsets.UTF_8);
  }

  @Test
  void escapesAreResolved() {
    assertEquals("\"\\/\b\f\n\r\té", text("  \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\""));
    assertEquals("a😀b", text("\"a\\ud83d\\uDE00b\""));
    assertEquals("é😀", text("\"é😀\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"\\ud83d\"|1", "\"\\ud83dx\"|1", "\"\\ude00\"|1", "\"\\ud83d\\u0041\"|1"})
  void halfAPairIsRefused(String json, int at) {
    assertEquals(at, assertThrows(Malformed.class, () -> text(json)).at());
  }

  @Test
  void whatIsWrittenIsWhatSerdeJsonWrites() {
    Out out = new Out();
    JsonTokens.quote(out, "\"\\/\b\f\n\r\t\u0001\u001f\u007fé😀");
    assertEquals(
        "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007fé😀\"",
        new String(out.toBytes(), StandardCharsets.UTF_8));
    assertArrayEquals(
        "\"\\/\b\f\n\r\t\u0001\u001f\u007fé😀".getBytes(StandardCharsets.UTF_8),
        JsonTokens.text(new In(out.toBytes())));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 64, false, 0",
    "18446744073709551615, 64, false, -1",
    "9223372036854775807, 64, true, 9223372036854775807",
    "-9223372036854775808, 64, true, -9223372036854775808",
    "2147483647, 32, true, 2147483647",
    "-2147483648, 32, true, -2147483648",
    "255, 8, false, 255",
  })
  void wholeNumbersUpToTheirEdges(String json, int bits, boolean signed, long value) {
    assertEquals(value, JsonTokens.whole(in(json), bits, signed));
    assertEquals(value, JsonTokens.whole(in(json + ","), bits, signed));
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551616, 64, false",
    "99999999999999999999999999999999, 64, false",
    "9223372036854775808, 64, true",
    "-9223372036854775809, 64, true",
    "2147483648, 32, true",
    "-2147483649, 32, true",
    "256, 8, false",
    "-1, 64, false",
    "-0, 64, true",
    "01, 64, false",
    "1.0, 64, false",
    "1e0, 64, false",
    "\"1\", 64, false",
    "true, 64, false",
    "-, 64, true",
  })
  void otherNumbersAreRefused(String json, int bits, boolean signed) {
    assertThrows(Malformed.class, () -> JsonTokens.whole(in(json), bits, signed));
  }

  @Test
  void membersAndItemsAreFound() {
    In object = in(" { \"a\" : [1,{\"b\":2}], \"b\" : 7 }");
    assertTrue(JsonTokens.find(object, "b", 0, 8));
    assertEquals(7, JsonTokens.whole(object, 8, false));
    In list = in("[{\"b\":1}, \"x\", 9]");
    assertTrue(JsonTokens.find(list, "b", 2, 8));
    assertEquals(9, JsonTokens.whole(list, 8, false));
    assertFalse(JsonTokens.find(in("{}"), "b", 0, 8));
    assertFalse(JsonTokens.find(in("[]"), "b", 0, 8));
    assertFalse(JsonTokens.find(in("[1]"), "b", 1, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1", "[1,", "\"abc", "\"a\\", "\"\\u00", "", "  "})
  void cutTextIsShort(String json) {
    assertEquals(
        Malformed.Kind.SHORT,
        assertThrows(Malformed.class, () -> JsonTokens.skip(in(json), 8)).kind());
  }

  @Test
  void placesOfFaultsCountFromTheWindow() {
    In in = in("   [1,x]");
    assertEquals(6, assertThrows(Malformed.class, () -> JsonTokens.skip(in, 8)).at());
  }
}
