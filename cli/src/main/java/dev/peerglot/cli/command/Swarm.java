// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.print.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** To come. */
public final class Swarm implements Verb {
  /** The command. */
  public Swarm() {}

  @Override
  public CommandSpec spec() {
    return CommandSpec.create();
  }

  @Override
  public int run(ParseResult line, Console console) {
    return 0;
  }
}
