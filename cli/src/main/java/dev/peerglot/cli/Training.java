// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import java.util.List;

/**
 * The training run behind the start-up cache: runs typical short commands in this process, so that
 * the classes they load are in the cache that the launcher makes. What is not trained still works,
 * it only starts slower.
 */
public final class Training {
  private static final List<String[]> COMMANDS = List.<String[]>of(words("--version"));

  private Training() {}

  /** Runs every command of the list once. */
  public static void main(String[] arguments) {
    for (String[] command : COMMANDS) {
      Main.main(command);
    }
  }

  private static String[] words(String line) {
    return line.split(" ");
  }
}
