// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of this machine that make inputs; tests are skipped where they are absent. */
final class Tool {
  private Tool() {}

  /** Runs a program to its end and returns what it printed. */
  static byte[] run(Path folder, Object... command) throws IOException, InterruptedException {
    String[] words = new String[command.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = command[i].toString();
    }
    Path errors = folder.resolve("errors.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "SKIPPED: this machine has no " + words[0]);
      throw e;
    }
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    String said = Files.readString(errors);
    assertEquals(0, process.waitFor(), () -> String.join(" ", words) + ": " + said);
    return output;
  }
}
