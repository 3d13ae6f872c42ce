// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.print.Console;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The training run behind the start-up cache: runs typical short commands in this process, so that
 * the classes they load are in the cache that the launcher makes. What is not trained still works,
 * it only starts slower; a command that fails is as good a training as any. To train another
 * command, add a line to {@link #commands}.
 */
public final class Training {
  private Training() {}

  /**
   * Runs every command for a pipe and for a terminal, and prints their exit statuses.
   *
   * @param arguments the folder of the project, whose samples are read
   */
  public static void main(String[] arguments) {
    for (boolean terminal : new boolean[] {false, true}) {
      for (List<String> command : commands(Path.of(arguments[0]))) {
        int status = run(command, OutputStream.nullOutputStream(), terminal);
        System.out.println(status + " " + String.join(" ", command));
      }
    }
  }

  private static List<List<String>> commands(Path root) {
    List<String> hello =
        new ArrayList<>(words("encode bitshares hello_message user_agent=training"));
    hello.add("node_public_key=02" + "11".repeat(32));
    hello.add("signed_shared_secret=" + "22".repeat(65));
    hello.add("chain_id=" + "33".repeat(32));
    hello.add("--frame");
    List<List<String>> commands = new ArrayList<>();
    Collections.addAll(
        commands,
        words("--version"),
        words("--help"),
        words("no-such-command"),
        words("decode --help"),
        words("explain bitshares hello_message"),
        hello,
        List.of("decode", output(hello)),
        List.of("decode", "--tree", output(hello)),
        List.of(
            "decode",
            root.resolve("docs/samples/bitshares-crawl.pcap").toString(),
            "--keys",
            root.resolve("docs/samples/bitshares-crawl.keys").toString()),
        words("dial --timeout 2s bitshares://127.0.0.1:1"));
    return commands;
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  private static String output(List<String> command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(command, out, false);
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private static int run(List<String> command, OutputStream out, boolean terminal) {
    OutputStream silence = OutputStream.nullOutputStream();
    return Main.run(
        new Console(out, silence, terminal, terminal, 100), command.toArray(String[]::new));
  }
}
