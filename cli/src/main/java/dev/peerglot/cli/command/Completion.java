// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.complete.Scripts;
import dev.peerglot.cli.print.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: a completion script for a shell. */
public final class Completion implements Verb {
  /** The command. */
  public Completion() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.parameter(0, "bash|zsh|fish", "which shell"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) {
    String shell = Common.parameter(line, 0);
    if (!Scripts.SHELLS.contains(shell)) {
      throw Usage.wrong("there is completion for bash, zsh and fish, not for '" + shell + "'");
    }
    console.line(Scripts.of(shell).stripTrailing());
    return ExitStatus.OK;
  }
}
