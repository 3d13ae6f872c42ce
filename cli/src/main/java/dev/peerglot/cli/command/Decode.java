// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.KeyFiles;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.driver.CaptureDriver;
import dev.peerglot.cli.driver.EventPipe;
import dev.peerglot.cli.driver.Inputs;
import dev.peerglot.cli.driver.Inputs.Input;
import dev.peerglot.cli.print.BalanceView;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.EventText;
import dev.peerglot.codec.capture.CaptureFault;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
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
    spec.addOption(Common.flag("no messages, only the byte balance and counts", "--stats"));
    spec.addOption(Common.flag("any fault makes the exit status 5", "--strict"));
    spec.addOption(Common.flag("all fields with offset and bytes (terminal view)", "-x", "--tree"));
    spec.addOption(Common.value("N", "threads that make text (default: processors - 1)", "--jobs"));
    Peers.options(spec);
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws IOException {
    String as = Common.text(line, "--as", null);
    List<Input> inputs = Inputs.open(Common.rest(line, 0));
    Peers.Target insisted = as == null ? null : Peers.network(as, line);
    int status = ExitStatus.OK;
    for (Input input : inputs) {
      int one =
          switch (input) {
            case Input.Packets packets -> packets(packets, insisted, line, console);
            case Input.Loose loose -> Loose.decode(loose, insisted, line, console);
          };
      status = Math.max(status, one);
    }
    return status;
  }

  private static int packets(
      Input.Packets input, Peers.Target insisted, ParseResult line, Console console)
      throws IOException {
    boolean stats = line.hasMatchedOption("--stats");
    boolean tree = line.hasMatchedOption("-x");
    EventText.Maker maker =
        stats
            ? EventText::silent
            : console.json()
                ? () -> EventText.json(console.verbosity() > 0)
                : () -> EventText.chat(console, tree);
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    EventPipe pipe = new EventPipe(console, maker, Common.number(line, "--jobs", workers, 1));
    List<Protocol> candidates = insisted == null ? Protocols.all() : List.of(insisted.protocol());
    CaptureDriver driver =
        new CaptureDriver(
            KeyFiles.read(Common.texts(line, "--keys")),
            candidates,
            insisted == null ? null : insisted.network(),
            pipe);
    CaptureFault broken = null;
    try (pipe;
        var source = input.source()) {
      driver.read(source);
    } catch (CaptureFault e) {
      broken = e;
    }
    BalanceView.show(driver, pipe, stats, console);
    if (broken != null) {
      console.error("peerglot: " + broken.getMessage());
      return ExitStatus.BAD_INPUT;
    }
    return line.hasMatchedOption("--strict") && pipe.faults() > 0
        ? ExitStatus.BAD_INPUT
        : ExitStatus.OK;
  }
}
