// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.KeyFiles;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.driver.CaptureDriver;
import dev.peerglot.cli.driver.Captures;
import dev.peerglot.cli.driver.EventPipe;
import dev.peerglot.cli.driver.Guess;
import dev.peerglot.cli.driver.Inputs;
import dev.peerglot.cli.driver.Inputs.Input;
import dev.peerglot.cli.driver.Interrupt;
import dev.peerglot.cli.driver.LogDriver;
import dev.peerglot.cli.driver.PlainExport;
import dev.peerglot.cli.driver.Totals;
import dev.peerglot.cli.print.BalanceView;
import dev.peerglot.cli.print.ChatText;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.EventText;
import dev.peerglot.cli.print.JsonText;
import dev.peerglot.cli.print.Progress;
import dev.peerglot.cli.print.SilentText;
import dev.peerglot.cli.print.StatsView;
import dev.peerglot.cli.print.Tally;
import dev.peerglot.cli.select.Columns;
import dev.peerglot.cli.select.Filter;
import dev.peerglot.codec.capture.CaptureFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** One run of {@code decode}: what its options ask for, put together. */
final class Decoding {
  private final ParseResult line;
  private final Console console;
  private final Peers.Target insisted;
  private final Interrupt interrupt;
  private final boolean stats;
  private final Filter filter = new Filter();
  private final Columns columns;
  private final Tally tally;
  private final EventPipe pipe;
  private final Guess guess;
  private final Totals totals = new Totals();
  private final CaptureDriver driver;
  private boolean streams;
  private int status = ExitStatus.OK;

  /**
   * A run.
   *
   * @param insisted the network that everything is taken for, or null
   */
  Decoding(ParseResult line, Console console, Peers.Target insisted, Interrupt interrupt) {
    this.line = line;
    this.console = console;
    this.insisted = insisted;
    this.interrupt = interrupt;
    this.stats = line.hasMatchedOption("--stats");
    String where = Common.text(line, "--where", null);
    if (where != null) {
      filter.where(where);
    }
    if (line.hasMatchedOption("--only-faults")) {
      filter.where("fault");
    }
    String fields = Common.text(line, "--fields", null);
    this.columns = fields == null ? null : new Columns(fields);
    if (stats && columns != null) {
      throw Usage.wrong("--stats prints no records, so leave --fields out");
    }
    this.tally = new Tally(stats);
    this.pipe = new EventPipe(console, filter.around(maker()), tally, workers());
    if (stats && !filter.isOpen()) {
      pipe.gate(filter.gate());
    }
    this.guess =
        insisted == null ? Guess.open() : Guess.only(insisted.protocol(), insisted.network());
    this.driver =
        new CaptureDriver(
            KeyFiles.read(Common.texts(line, "--keys")), guess, pipe, totals, interrupt);
  }

  /** Decodes all inputs and exports what was decoded, if that is wanted; the exit status. */
  int run(List<Input> inputs) throws IOException {
    String file = Common.text(line, "--export", null);
    if (file == null) {
      return decode(inputs);
    }
    refuseInput(file);
    try (PlainExport export = new PlainExport(file)) {
      driver.export(export);
      int result = decode(inputs);
      console.note(export.summary());
      return result;
    }
  }

  private void refuseInput(String file) throws IOException {
    Path target = Path.of(file);
    for (String word : Common.rest(line, 0)) {
      if (Files.exists(target) && Inputs.isFile(word) && Files.isSameFile(Path.of(word), target)) {
        throw Usage.wrong("--export would overwrite " + word + ", which is to be read");
      }
    }
  }

  /** What connections may speak. */
  Guess guess() {
    return guess;
  }

  private EventText.Maker maker() {
    boolean steps = console.verbosity() > 0;
    if (stats) {
      return out -> new SilentText();
    }
    if (columns != null) {
      return columns.maker(steps);
    }
    if (console.json()) {
      return out -> new JsonText(out, steps);
    }
    boolean tree = line.hasMatchedOption("-x");
    return out -> new ChatText(console, tree, out);
  }

  /** The terminal view has a memory from line to line, and terminals are slow. */
  private int workers() {
    int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    int wanted = Common.number(line, "--jobs", others, 0);
    return console.json() || stats || columns != null ? wanted : 0;
  }

  private int decode(List<Input> inputs) throws IOException {
    try (pipe) {
      long next = 0;
      for (Input input : inputs) {
        streams |= !(input instanceof Input.Loose);
        try {
          // A start with one message is spared the switch over types, which Java builds at run
          // time.
          next = input instanceof Input.Loose loose ? loose(loose, next) : run(input, next);
        } catch (CaptureFault e) {
          complain(e);
        }
      }
    }
    if (interrupt.isAsked()) {
      console.note("peerglot: interrupted; what had been read by then:");
    }
    if (stats) {
      StatsView.show(totals, tally, console);
    } else if (streams) {
      BalanceView.show(totals, tally, !filter.isOpen(), console);
    }
    unseen(filter.unseen(), "--where");
    unseen(columns == null ? List.of() : columns.unseen(), "--fields");
    boolean bad = tally.faults() > 0 && (line.hasMatchedOption("--strict") || !streams);
    return bad ? ExitStatus.BAD_INPUT : status;
  }

  /** Decodes an input whose first connection has that number; returns the next one's. */
  private long run(Input input, long first) throws IOException {
    switch (input) {
      case Input.Packets packets -> {
        Captures captures = packets.captures();
        try (Progress progress =
            new Progress(console, captures.size(), captures::position, !stats)) {
          driver.read(captures, first, progress::look);
        }
        return driver.next();
      }
      case Input.Logs logs -> {
        LogDriver log = new LogDriver(pipe, totals, interrupt);
        log.read(logs.files(), first);
        return log.next();
      }
      case Input.Loose loose -> {
        return loose(loose, first);
      }
    }
  }

  private long loose(Input.Loose loose, long first) {
    if (!Loose.decode(loose, insisted, line, pipe)) {
      status = ExitStatus.BAD_INPUT;
    }
    return first;
  }

  private void complain(CaptureFault fault) {
    if (interrupt.isAsked()) {
      return;
    }
    pipe.flush();
    console.error("peerglot: " + fault.getMessage());
    for (Throwable more : fault.getSuppressed()) {
      console.error("peerglot: " + more.getMessage());
    }
    status = ExitStatus.BAD_INPUT;
  }

  /** Most likely a name was mistyped, which nobody would notice otherwise. */
  private void unseen(List<String> paths, String option) {
    if (!paths.isEmpty() && tally.messages() > 0) {
      console.note(
          "peerglot: " + option + ": no message looked at has " + String.join(", ", paths));
    }
  }
}
