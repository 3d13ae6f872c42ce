// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.shell.Shell;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code shell}: an interactive session with peers, or a script of one. */
public final class ShellCommand implements Verb {
  /** The command. */
  public ShellCommand() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        Common.rest(
            0,
            "0..*",
            "PEER",
            "peers to connect with; without a terminal, lines come" + " from standard input"));
    Talking.options(spec, "5s to be greeted");
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws Exception {
    List<String> peers = Common.rest(line, 0);
    boolean live = console.environment("PEERGLOT_TTY").contains("i") && console.outTerminal();
    return live ? Shell.live(peers, line, console) : Shell.script(System.in, peers, line, console);
  }
}
