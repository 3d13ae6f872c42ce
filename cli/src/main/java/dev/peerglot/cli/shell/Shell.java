// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.print.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The shell: a script from standard input, or somebody at a terminal. */
public final class Shell {
  private static final int LONGEST = 16 << 20;

  private Shell() {}

  /** Runs the lines of a script; the worst status of its lines, or that of {@code exit}. */
  public static int script(InputStream in, List<String> peers, ParseResult options, Console console)
      throws IOException, InterruptedException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int worst = ExitStatus.OK;
    try (Interpreter interpreter = new Interpreter(console, options, false)) {
      for (String peer : peers) {
        worst = Math.max(worst, interpreter.connect(peer));
      }
      StringBuilder statement = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        statement.append(statement.isEmpty() ? "" : "\n").append(line);
        if (Words.of(statement.toString()).isOpen() && statement.length() < LONGEST) {
          continue;
        }
        int status = interpreter.run(statement.toString());
        statement.setLength(0);
        if (interpreter.isOver()) {
          return line.strip().matches("(exit|quit)\\s+\\d+") ? status : worst;
        }
        worst = Math.max(worst, status);
      }
      if (!statement.isEmpty()) {
        console.error("peerglot: the script ends within a quote or a bracket: " + statement);
        return ExitStatus.USAGE;
      }
    }
    return worst;
  }

  /** Talks with somebody at a terminal; the status of {@code exit}. */
  public static int live(List<String> peers, ParseResult options, Console console)
      throws IOException, InterruptedException {
    try (Live live = new Live(options, console)) {
      return live.run(peers);
    }
  }
}
