// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures reading and reassembly, by hand: {@code CaptureBench FILE.pcap [MEGABYTES [ROUNDS]]}.
 *
 * <p>The file is repeated to the size asked for (1024 MB) in a temporary file, each time with other
 * client ports, so that every repetition is a set of new connections. Beside the rate of the whole
 * it prints that of reading alone.
 */
public final class CaptureBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CaptureBench() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    Path small = Path.of(arguments[0]);
    long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1024;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    Path large = Files.createTempFile("capture-bench", ".pcap");
    try {
      repeat(small, large, megabytes << 20);
      for (int i = 0; i < rounds; i++) {
        bytes(large);
        packets(large);
        streams(large);
      }
    } finally {
      Files.delete(large);
    }
  }

  private static void bytes(Path file) throws IOException {
    Start start = Start.now();
    try (InputWindow window = new InputWindow(Files.newInputStream(file), "bench")) {
      while (window.ensure(1)) {
        window.skip(window.available());
      }
    }
    report("bytes", file, start, "no parsing");
  }

  private static void packets(Path file) throws IOException {
    Start start = Start.now();
    long packets = 0;
    try (PacketSource source = Capture.open(file)) {
      while (source.next() != null) {
        packets++;
      }
    }
    report("packets", file, start, packets + " packets");
  }

  private static void streams(Path file) throws IOException {
    Start start = Start.now();
    Totals totals = new Totals();
    Traffic traffic = new Traffic(totals, CaptureLimits.standard());
    try (PacketSource source = Capture.open(file)) {
      traffic.drain(source);
    }
    Runtime runtime = Runtime.getRuntime();
    report(
        "streams",
        file,
        start,
        totals.streams
            + " streams, "
            + totals.bytes
            + " payload bytes, "
            + totals.missing
            + " missing, heap "
            + (runtime.totalMemory() >> 20)
            + " MB");
  }

  private static void report(String what, Path file, Start start, String more) throws IOException {
    double megabytes = Files.size(file) / 1e6;
    double wall = (System.nanoTime() - start.wall) / 1e9;
    double cpu = (THREADS.getCurrentThreadCpuTime() - start.cpu) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-8s %6.0f MB/s, %6.0f MB per second of its own processor time; %s%n",
        what,
        megabytes / wall,
        megabytes / cpu,
        more);
  }

  private record Start(long wall, long cpu) {
    private static Start now() {
      return new Start(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
    }
  }

  private static final class Totals implements StreamSink {
    private long streams;
    private long bytes;
    private long missing;

    @Override
    public void opened(TcpStream stream) {
      streams++;
    }

    @Override
    public void data(
        TcpStream stream,
        boolean fromDialer,
        byte[] buffer,
        int offset,
        int length,
        long epochNanos) {
      bytes += length;
    }

    @Override
    public void gap(TcpStream stream, boolean fromDialer, long gap, long epochNanos) {
      missing += gap;
    }

    @Override
    public void closed(TcpStream stream, boolean fromDialer, Ending ending, long epochNanos) {}
  }

  /**
   * Writes a capture again and again; the second byte of loopback addresses tells the rounds apart.
   */
  private static void repeat(Path small, Path large, long size) throws IOException {
    byte[] bytes = Files.readAllBytes(small);
    try (OutputStream out = Files.newOutputStream(large)) {
      out.write(bytes, 0, 24);
      long written = 24;
      for (int round = 0; written < size; round++) {
        int at = 24;
        while (at < bytes.length) {
          int length = Octets.i32(bytes, at + 8, true);
          int ip = at + 16 + 14;
          if (length >= 34 && bytes[ip] == 0x45) {
            Octets.put16(bytes, ip + 13, round);
            Octets.put16(bytes, ip + 17, round);
          }
          at += 16 + length;
        }
        out.write(bytes, 24, bytes.length - 24);
        written += bytes.length - 24;
      }
    }
  }
}
