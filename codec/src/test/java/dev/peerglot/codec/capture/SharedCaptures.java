// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The recordings of real nodes that lie beside the project. */
final class SharedCaptures {
  private SharedCaptures() {}

  static Path folder() {
    Path folder = Path.of(System.getProperty("peerglot.root", "."), "../shared/captures");
    assumeTrue(Files.isDirectory(folder), "SKIPPED: no shared captures in " + folder);
    return folder;
  }

  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".pcap")).sorted().toList();
    }
  }
}
