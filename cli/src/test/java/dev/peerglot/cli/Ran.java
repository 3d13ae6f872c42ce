// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.print.Console;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A command that ran in this process.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it said beside that
 */
public record Ran(int status, String out, String err) {
  private static final Map<String, String> PLACE = Map.of("LANG", "C.UTF-8");

  /** Runs a command in a pipe. */
  public static Ran command(String... words) {
    return run(PLACE, 0, words);
  }

  /** Runs a command on a terminal of so many columns. */
  public static Ran terminal(int columns, String... words) {
    return run(PLACE, columns, words);
  }

  /** Runs a command in an environment; 0 columns are a pipe. */
  public static Ran run(Map<String, String> environment, int columns, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    boolean terminal = columns > 0;
    Console console =
        new Console(out, err, terminal, terminal, terminal ? columns : 80, environment);
    int status = Main.run(console, words);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines that it printed. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
