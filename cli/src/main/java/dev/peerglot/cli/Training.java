// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.print.Console;
import java.util.List;

/**
 * The training run behind the start-up cache: runs typical short commands in this process, so that
 * the classes they load are in the cache that the launcher makes. What is not trained still works,
 * it only starts slower.
 */
public final class Training {
  private static final List<String[]> COMMANDS =
      List.of(
          words("--version"),
          words("--help"),
          words("explain --json bitshares"),
          words("explain bitshares hello_message"),
          words("dial --help"),
          words("decode --json 00000000911300000000000000000000"),
          words("decode --color=always 00000000911300000000000000000000"),
          words("encode bitshares address_request"),
          words("dial bitshares://127.0.0.1:9 --timeout 100ms"));

  private Training() {}

  /** Runs every command of the list once. */
  public static void main(String[] arguments) {
    for (String[] command : COMMANDS) {
      Main.run(Console.ofProcess(), command);
    }
  }

  private static String[] words(String line) {
    return line.split(" ");
  }
}
