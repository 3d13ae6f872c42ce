// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.peerglot.cli.Main;
import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A run of peerglot inside the test: what it printed, what it said, how it ended. */
record Run(int status, String out, String err) {
  /** Runs for a pipe. */
  static Run of(Object... words) {
    return of(false, words);
  }

  /** Runs for a terminal of 120 columns. */
  static Run onTerminal(Object... words) {
    return of(true, words);
  }

  private static Run of(boolean terminal, Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> texts = new ArrayList<>();
    for (Object word : words) {
      texts.add(word.toString());
    }
    Console console = new Console(out, err, terminal, false, 120);
    int status = Main.run(console, texts.toArray(String[]::new));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The same, that must have gone well. */
  Run well() {
    assertEquals(0, status, err);
    return this;
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The lines as records. */
  List<Source> records() {
    return lines().stream().map(line -> (Source) JsonSource.parse(line)).toList();
  }

  /** The only line as a record. */
  Source record() {
    assertEquals(1, lines().size(), out + err);
    return records().getFirst();
  }

  /** The text of a member, or an empty one. */
  static String text(Source record, String name) {
    Source member = record.field(name);
    return member == null ? "" : member.text();
  }

  /** The number of a member, or 0. */
  static long number(Source record, String name) {
    Source member = record.field(name);
    return member == null ? 0 : member.whole().longValueExact();
  }
}
