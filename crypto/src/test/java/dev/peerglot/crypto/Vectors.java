// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Official vector files beside the project; tests that need them are skipped where they are not.
 */
public final class Vectors {

  private Vectors() {}

  /** The rows of a CSV file without quotes, each as column name to cell. */
  public static List<Map<String, String>> csv(String name) {
    Path file = Path.of(System.getProperty("peerglot.root", "."), "..", "shared", "vectors", name);
    Assumptions.assumeTrue(Files.isReadable(file), () -> "no vectors at " + file.normalize());
    try {
      List<String> lines = Files.readAllLines(file);
      String[] columns = lines.getFirst().split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", columns.length);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
          row.put(columns[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
