// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table = new Table("name", "count", "/s");
    table.row("a", "1", "0.50").row("longer", "1,000,000", "");
    assertEquals(
        """
        name        count    /s
        a               1  0.50
        longer  1,000,000
        """,
        text(table, console(false, 80)));
  }

  @Test
  void namesAreCutWhereATerminalIsTooNarrow() {
    Table table = new Table("name", "count").row("n".repeat(100), "7").row("日本".repeat(30), "8");
    for (int columns = 30; columns < 120; columns += 7) {
      for (String line : text(table, console(true, columns)).split("\n")) {
        assertTrue(Layout.width(line) <= columns, columns + ": " + line);
      }
    }
    assertTrue(text(table, console(false, 30)).contains("n".repeat(100)));
  }

  @Test
  void namesCannotSteerATerminal() {
    assertTrue(
        text(new Table("name", "n").row("\u001b[2J", "1"), console(true, 80)).contains("\\u001b"));
  }

  @Test
  void anEmptyTableIsNothing() {
    assertEquals("", text(new Table("name", "n"), console(true, 80)));
    assertThrows(IllegalArgumentException.class, () -> new Table("name", "n").row("a"));
  }

  private static String text(Table table, Console console) {
    StringBuilder text = new StringBuilder();
    table.appendTo(text, console);
    return text.toString();
  }

  private static Console console(boolean terminal, int columns) {
    OutputStream none = OutputStream.nullOutputStream();
    return new Console(none, none, terminal, false, columns);
  }
}
