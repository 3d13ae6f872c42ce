// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.print.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command. */
public interface Verb {
  /** Its options and parameters; built only when the command is asked for. */
  CommandSpec spec();

  /** Runs it; returns the exit status. */
  int run(ParseResult line, Console console) throws Exception;
}
