// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines of the shell as words. */
final class WordsTest {
  private static List<String> words(String line) {
    Words words = Words.of(line);
    assertFalse(words.isOpen(), line);
    return words.words();
  }

  @Test
  void blanksQuotesAndJsonMakeWords() {
    assertEquals(List.of(), words("  # nothing"));
    assertEquals(List.of("send", "ping", "nonce=7"), words(" send  ping nonce=7 # why"));
    assertEquals(List.of("a b", "c\"d", "e'f", "g h"), words("'a b' \"c\\\"d\" \"e'f\" g\\ h"));
    assertEquals(
        List.of("--body", "{\"a\": [1, \"}\\\"\"], \"b\": {}}", "x"),
        words("--body {\"a\": [1, \"}\\\"\"], \"b\": {}} x"));
    assertEquals(
        List.of("services=[\"network\", \"witness\"]", "y"),
        words("services=[\"network\", \"witness\"] y"));
    assertEquals(
        List.of("bitcoin://[::1]:8333", "[::1]:8333"), words("bitcoin://[::1]:8333 [::1]:8333"));
    assertEquals(List.of("--body", "{\n\"a\": 1\n}"), words("--body {\n\"a\": 1\n}"));
    assertEquals(List.of("a", ""), words("a ''"));
  }

  @Test
  void whatIsNotClosedAsksForMore() {
    for (String line : List.of("'a", "\"a", "{", "x={\"a\": [1}", "a \\", "{\"}")) {
      assertTrue(Words.of(line).isOpen(), line);
    }
  }

  @Test
  void anyLineIsSplitWithoutAFault() {
    Random random = new Random(1);
    String letters = " ab'\"\\{}[]=#\n:";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        line.append(letters.charAt(random.nextInt(letters.length())));
      }
      Words words = Words.of(line.toString());
      assertEquals(words.words().size(), words.starts().size());
    }
  }
}
