// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of this machine that tests compare with; tests are skipped where they are absent. */
final class Tool {
  private Tool() {}

  /** Runs a program to its end and returns what it printed. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Process process;
    Path errors = folder.resolve("errors.txt");
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "SKIPPED: this machine has no " + command[0]);
      throw e;
    }
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    int status = process.waitFor();
    assertEquals(0, status, () -> String.join(" ", command) + ": " + read(errors));
    return new String(output, StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
