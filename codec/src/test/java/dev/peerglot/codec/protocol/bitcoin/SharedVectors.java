// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Bitcoin Core's data files that lie beside the project. */
final class SharedVectors {
  private SharedVectors() {}

  /** The entries of a file, each of them a list. */
  static List<Source> of(String file) {
    Path path =
        Path.of(System.getProperty("peerglot.root", "."), "../shared/vectors/bitcoin", file);
    assumeTrue(Files.isRegularFile(path), "SKIPPED: no shared vectors in " + path);
    try {
      JsonSource all = JsonSource.parse(Files.readString(path));
      List<Source> entries = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        entries.add(all.item(i));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
