// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.print.BashCompletion;
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
    spec.addPositional(Common.parameter(0, "SHELL", "bash"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) {
    String shell = Common.parameter(line, 0);
    if (!shell.equals("bash")) {
      throw Usage.wrong("there is completion for bash, not for '" + shell + "'");
    }
    console.line(BashCompletion.script().stripTrailing());
    return ExitStatus.OK;
  }
}
