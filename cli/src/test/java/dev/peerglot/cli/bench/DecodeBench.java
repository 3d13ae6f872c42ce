// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures {@code peerglot decode} beside other programs, as whole processes, by hand: {@code
 * DecodeBench FOLDER [ROUNDS [MEGABYTES [SMALL.pcap[,KEYS] …]]]}.
 *
 * <p>In the folder it makes captures of that size (1000 MB) and of a tenth of it from small ones:
 * the samples, or those that are named. The other programs read the tenth, which is said in the
 * table. Each round runs every program once; the fastest run of each counts. It takes GNU time,
 * {@code script} (a terminal for the view of lines) and, if it is there, tshark. Run it from the
 * project's root, with nothing else at work.
 */
public final class DecodeBench {
  private static final double MEGA = 1e6;
  private static final String SAMPLES = "docs/samples/";

  /** A program at work on a capture. */
  private record Job(String name, String command, long bytes, List<Measured> runs) {
    private Job(String name, String command, long bytes) {
      this(name, command, bytes, new ArrayList<>());
    }

    private double rate() {
      return bytes / MEGA / Measured.best(runs).wall();
    }

    private double processorRate() {
      return bytes / MEGA / Measured.best(runs).processor();
    }
  }

  private final Path folder;
  private final long size;
  private final boolean tshark = Files.isExecutable(Path.of("/usr/bin/tshark"));

  private DecodeBench(Path folder, long size) {
    this.folder = folder;
    this.size = size;
  }

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    long size = (arguments.length > 2 ? Long.parseLong(arguments[2]) : 1000) * 1_000_000;
    DecodeBench bench = new DecodeBench(Path.of(arguments[0]), size);
    List<String> captures =
        arguments.length > 3
            ? List.of(arguments).subList(3, arguments.length)
            : List.of(
                SAMPLES + "bitcoin-v1-addrv2.pcap",
                SAMPLES + "bitcoin-v2-addrv2.pcap," + SAMPLES + "bitcoin-v2-addrv2.keys",
                SAMPLES + "bitshares-crawl.pcap," + SAMPLES + "bitshares-crawl.keys");
    Measured.run(bench.folder, "./peerglot --version"); // it may have to be built
    for (String capture : captures) {
      bench.measure(capture.split(","), rounds);
    }
  }

  private void measure(String[] capture, int rounds) throws IOException, InterruptedException {
    Path small = Path.of(capture[0]);
    String name = small.getFileName().toString().replaceFirst("\\..*", "");
    Path large = folder.resolve(name + "-large.pcap");
    Path tenth = folder.resolve(name + "-tenth.pcap");
    Multiply.write(small, large, size);
    Multiply.write(small, tenth, size / 10);
    String keys = capture.length > 1 ? " --keys " + capture[1] : "";
    List<Job> jobs = jobs(large, tenth, keys);
    for (int i = 0; i < rounds; i++) {
      for (Job job : jobs) {
        job.runs.add(Measured.run(folder, job.command));
      }
    }
    print(name, jobs);
    Stages.print(large, capture.length > 1 ? List.of(capture[1]) : List.of());
    Files.delete(large);
    Files.delete(tenth);
  }

  private List<Job> jobs(Path large, Path tenth, String keys) throws IOException {
    long all = Files.size(large);
    long part = Files.size(tenth);
    List<Job> jobs = new ArrayList<>();
    String decode = "./peerglot decode ";
    jobs.add(new Job("peerglot, JSON", decode + large + keys, all));
    jobs.add(new Job("peerglot, JSON, a tenth", decode + tenth + keys, part));
    jobs.add(new Job("peerglot, lines", onTerminal(decode + tenth + keys), part));
    jobs.add(
        new Job("peerglot, --fields message", decode + large + keys + " --fields message", all));
    jobs.add(new Job("peerglot, --stats", decode + large + keys + " --stats", all));
    if (tshark) {
      String read = "tshark -r " + tenth;
      jobs.add(new Job("tshark -T json", read + " -T json", part));
      jobs.add(new Job("tshark -T ek", read + " -T ek", part));
      jobs.add(new Job("tshark -T fields", read + " -T fields -e bitcoin.command", part));
      jobs.add(new Job("tshark, summary", read, part));
    }
    jobs.add(new Job("cat", "cat " + large, all));
    jobs.add(new Job("sha256sum", "sha256sum " + large, all));
    return jobs;
  }

  /** The same with a terminal behind it, whose text is thrown away. */
  private String onTerminal(String command) {
    return "script -qec '" + command + "' /dev/null";
  }

  private static void print(String name, List<Job> jobs) {
    Job first = jobs.getFirst();
    System.out.printf(Locale.ROOT, "%n## %s%n%n", name);
    System.out.println(
        "| program | MB read | s | processor s | peak MB | MB/s | peerglot's JSON is so many times"
            + " as fast | by processor time |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Job job : jobs) {
      Measured best = Measured.best(job.runs);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.2f | %.2f | %.0f | %.1f | %.2f | %.2f |%n",
          job.name,
          job.bytes / MEGA,
          best.wall(),
          best.processor(),
          best.peak(),
          job.rate(),
          first.rate() / job.rate(),
          first.processorRate() / job.processorRate());
    }
  }
}
