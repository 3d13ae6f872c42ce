// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.Ran;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terminal views keep to the width of the terminal. */
final class LayoutTest {
  private static final Console CONSOLE =
      new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), true, true, 80);
  private static final Path SAMPLES =
      Path.of(System.getProperty("peerglot.root"), "docs", "samples");

  @ParameterizedTest
  @CsvSource({
    "80, bitshares-crawl, true",
    "200, bitshares-crawl, true",
    "80, bitcoin-v1-addrv2, true",
    "200, bitcoin-v2-addrv2, true",
    "80, bitcoin-v1-addrv2, false"
  })
  void noLineOfACaptureIsWiderThanTheTerminal(int columns, String sample, boolean unicode) {
    Ran ran =
        Ran.run(
            Map.of("NO_COLOR", "1", "LANG", unicode ? "C.UTF-8" : "C"),
            columns,
            "decode",
            SAMPLES.resolve(sample + ".pcap").toString(),
            "--keys",
            SAMPLES.resolve(sample.replace("v1", "v2") + ".keys").toString());
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.lines().size() > 30);
    for (String line : ran.lines()) {
      assertTrue(Layout.width(line) <= columns, line);
      assertEquals(line.stripTrailing(), line);
      assertTrue(unicode || line.matches("\\p{ASCII}*"), line);
    }
  }

  @Test
  void tablesOfTheReferenceKeepToTheWidth() {
    for (String word : List.of("bitcoin", "bitshares", "witnet")) {
      Ran ran = Ran.run(Map.of("NO_COLOR", "1", "LANG", "C.UTF-8"), 100, "explain", word);
      ran.out()
          .lines()
          .dropWhile(line -> !line.equals("messages"))
          .takeWhile(line -> !line.equals("key log labels"))
          .forEach(line -> assertTrue(Layout.width(line) <= 100, line));
    }
  }

  @Test
  void wideAndCombiningLettersCountAsTheyStand() {
    assertEquals(3, Layout.width("abc"));
    assertEquals(4, Layout.width("漢字"));
    assertEquals(1, Layout.width("e\u0301"));
    assertEquals(2, Layout.width("\ud83d\ude00"));
    assertEquals("漢…", Layout.cut("漢字漢", 4, CONSOLE));
    assertEquals("漢字", Layout.cut("漢字", 4, CONSOLE));
    assertEquals("ab…", Layout.cut("abcd", 3, CONSOLE));
    assertEquals("漢  |", Layout.pad("漢", 4) + "|");
  }

  @Test
  void longTextsAreWrappedAtBlanks() {
    assertEquals(List.of("one two", "three"), Layout.wrap("one two three", 8));
    assertEquals(List.of("unbreakable", "x"), Layout.wrap("unbreakable x", 5));
    StringBuilder text = new StringBuilder("key  ");
    Layout.hang(text, "word ".repeat(30).strip(), 5, CONSOLE);
    assertTrue(text.toString().lines().allMatch(line -> line.length() <= 80));
    assertTrue(text.toString().contains("\n     word"));
    assertFalse(text.toString().contains("\n      "));
  }
}
