// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.driver.Inputs;
import dev.peerglot.cli.driver.Inputs.Input;
import dev.peerglot.cli.driver.Interrupt;
import dev.peerglot.cli.print.Console;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code decode}: captures, hex and raw bytes to messages. */
public final class Decode implements Verb {
  /** The command. */
  public Decode() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        Common.rest(
            0,
            "0..*",
            "INPUT",
            "capture files or folders of them, files with hex or raw bytes, hex itself, or - for"
                + " standard input (the default)"));
    spec.addOption(Common.values("FILE", "a key log that opens encrypted traffic", "--keys"));
    spec.addOption(Common.value("NETWORK", "take everything for traffic of this network", "--as"));
    spec.addOption(Common.value("MESSAGE", "the bytes are the bare payload of this", "--type"));
    spec.addOption(Common.flag("wait for more at the end of the file", "--follow"));
    spec.addOption(Common.flag("no messages, only the byte balance and counts", "--stats"));
    spec.addOption(Common.value("CONDITION", "only records that fulfil it", "--where"));
    spec.addOption(Common.flag("only records with a fault", "--only-faults"));
    spec.addOption(
        Common.value("KEY,…", "a line a record: these keys, with tabs between them", "--fields"));
    spec.addOption(Common.flag("any fault makes the exit status 5", "--strict"));
    spec.addOption(Common.flag("all fields with offset and bytes (terminal view)", "-x", "--tree"));
    spec.addOption(Common.value("N", "threads that make text (default: processors - 1)", "--jobs"));
    Peers.options(spec);
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws IOException {
    String as = Common.text(line, "--as", null);
    Peers.Target insisted = as == null ? null : Peers.network(as, line);
    try (Interrupt interrupt = Interrupt.watch()) {
      Decoding decoding = new Decoding(line, console, insisted, interrupt);
      List<Input> inputs =
          Inputs.open(
              Common.rest(line, 0),
              decoding.guess(),
              line.hasMatchedOption("--follow"),
              interrupt,
              Inputs.ofProcess());
      return decoding.run(inputs);
    }
  }
}
