// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one run of a whole process took, by GNU time.
 *
 * @param wall seconds from start to end
 * @param processor seconds of processor time, its own and the system's for it
 * @param peak megabytes of memory at most
 */
record Measured(double wall, double processor, double peak) {
  /**
   * Runs a shell command, its output thrown away.
   *
   * @param folder where the numbers may lie meanwhile
   */
  static Measured run(Path folder, String command) throws IOException, InterruptedException {
    Path numbers = folder.resolve("time.txt");
    List<String> words =
        new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S %M", "-o", numbers.toString()));
    words.addAll(List.of("sh", "-c", "exec " + command));
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("said.txt").toFile())
            .start();
    process.getOutputStream().close();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + Files.readString(folder.resolve("said.txt")));
    }
    String[] said = Files.readAllLines(numbers).getLast().split(" ");
    return new Measured(
        Double.parseDouble(said[0]),
        Double.parseDouble(said[1]) + Double.parseDouble(said[2]),
        Double.parseDouble(said[3]) * 1024 / 1e6);
  }

  /** The run that took the least processor time, with the highest peak of all. */
  static Measured best(List<Measured> runs) {
    Measured best =
        runs.stream().min(Comparator.comparingDouble(Measured::processor)).orElseThrow();
    double wall = runs.stream().mapToDouble(Measured::wall).min().orElseThrow();
    double peak = runs.stream().mapToDouble(Measured::peak).max().orElseThrow();
    return new Measured(wall, best.processor, peak);
  }
}
