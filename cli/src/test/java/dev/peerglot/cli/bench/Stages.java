// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.bench;

import dev.peerglot.cli.args.KeyFiles;
import dev.peerglot.cli.driver.CaptureDriver;
import dev.peerglot.cli.driver.EventPipe;
import dev.peerglot.cli.driver.Guess;
import dev.peerglot.cli.driver.Inputs;
import dev.peerglot.cli.driver.Interrupt;
import dev.peerglot.cli.driver.Totals;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.EventText;
import dev.peerglot.cli.print.JsonText;
import dev.peerglot.cli.print.SilentText;
import dev.peerglot.cli.print.Tally;
import dev.peerglot.codec.capture.Capture;
import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.PacketSource;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import dev.peerglot.codec.session.Event;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which share of the processor time each stage of decoding takes, on one thread: {@code Stages
 * FILE.pcap [KEYS]}. Every stage is measured together with all before it, and their time taken off.
 */
public final class Stages {
  private static final int ROUNDS = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private interface Stage {
    void run(Path file, List<String> keys) throws IOException;
  }

  private Stages() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    print(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
  }

  /** Measures all stages and prints a table. */
  static void print(Path file, List<String> keys) throws IOException {
    double bytes = time(Stages::bytes, file, keys);
    double packets = time(Stages::packets, file, keys);
    double streams = time(Stages::streams, file, keys);
    double messages = time((f, k) -> decode(f, k, Mute::new), file, keys);
    double checks = time((f, k) -> decode(f, k, SilentText::new), file, keys);
    double json = time((f, k) -> decode(f, k, null), file, keys);
    System.out.printf(Locale.ROOT, "%n| stage | processor s | share |%n|---|---|---|%n");
    row("the file's bytes", bytes, json);
    row("packets", packets - bytes, json);
    row("reassembly of streams", streams - packets, json);
    row("detection, decryption, frames", messages - streams, json);
    row("fields read and checked", checks - messages, json);
    row("text made and printed", json - checks, json);
    row("all", json, json);
  }

  private static void row(String stage, double seconds, double all) {
    System.out.printf(
        Locale.ROOT, "| %s | %.2f | %.0f %% |%n", stage, seconds, 100 * seconds / all);
  }

  private static double time(Stage stage, Path file, List<String> keys) throws IOException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      stage.run(file, keys);
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
    }
    return best;
  }

  private static void bytes(Path file, List<String> keys) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      while (in.read(buffer) >= 0) {}
    }
  }

  private static void packets(Path file, List<String> keys) throws IOException {
    try (PacketSource source = Capture.open(file)) {
      while (source.next() != null) {}
    }
  }

  private static void streams(Path file, List<String> keys) throws IOException {
    Traffic traffic = new Traffic(new Nobody(), CaptureLimits.standard());
    try (PacketSource source = Capture.open(file)) {
      traffic.drain(source);
    }
  }

  /** Everything on this thread; null: JSON to nowhere. */
  private static void decode(
      Path file, List<String> keys, java.util.function.Supplier<EventText> text)
      throws IOException {
    try (Interrupt interrupt = Interrupt.watch();
        OutputStream nowhere = new FileOutputStream("/dev/null")) {
      Console console = new Console(nowhere, nowhere, false, false, 80);
      EventText.Maker maker = out -> text == null ? new JsonText(out, false) : text.get();
      Guess guess = Guess.open();
      try (EventPipe pipe = new EventPipe(console, maker, new Tally(false), 0)) {
        CaptureDriver driver =
            new CaptureDriver(KeyFiles.read(keys), guess, pipe, new Totals(), interrupt);
        InputStream none = new ByteArrayInputStream(new byte[0]);
        for (Inputs.Input input :
            Inputs.open(List.of(file.toString()), guess, false, interrupt, none)) {
          driver.read(((Inputs.Input.Packets) input).captures(), 0, () -> {});
        }
      }
    }
  }

  /** Looks at nothing. */
  private static final class Mute implements EventText {
    @Override
    public boolean add(dev.peerglot.cli.print.Stream stream, Event event, long nanos, int digits) {
      return false;
    }

    @Override
    public long takeFaults() {
      return 0;
    }
  }

  /** Wants no data. */
  private static final class Nobody implements StreamSink {
    @Override
    public void opened(TcpStream stream) {}

    @Override
    public void data(
        TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long nanos) {}

    @Override
    public void gap(TcpStream stream, boolean fromDialer, long bytes, long nanos) {}

    @Override
    public void closed(TcpStream stream, boolean fromDialer, Ending ending, long nanos) {}
  }
}
