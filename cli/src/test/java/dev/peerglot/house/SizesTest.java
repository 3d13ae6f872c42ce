// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files are small: none over 600 lines, and half of the product's files have at most 120. */
final class SizesTest {
  static final int LARGEST = 600;
  static final int MEDIAN = 120;

  @Test
  void noFileIsLong() {
    SourceTree tree = SourceTree.project();
    assertEquals(List.of(), longFiles(lines(tree, tree.java())));
  }

  @Test
  void theMedianIsSmall() {
    SourceTree tree = SourceTree.project();
    assertEquals(List.of(), highMedian(lines(tree, tree.mainJava())));
  }

  @Test
  void aLongFileAndAHighMedianAreSeen() {
    Map<String, Integer> sample = Map.of("A", 601, "B", 600, "C", 1);
    assertEquals(List.of("A has 601 lines, more than 600"), longFiles(sample));
    assertEquals(
        List.of("half of 3 files have more than 120 lines: median 600"), highMedian(sample));
    assertEquals(List.of(), highMedian(Map.of("A", 601, "B", 120, "C", 1)));
  }

  /** The middle of some numbers; of an even count the lower middle. */
  static int median(List<Integer> numbers) {
    return numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
  }

  private static List<String> longFiles(Map<String, Integer> lines) {
    List<String> faults = new ArrayList<>();
    new TreeMap<>(lines)
        .forEach(
            (name, count) -> {
              if (count > LARGEST) {
                faults.add(name + " has " + count + " lines, more than " + LARGEST);
              }
            });
    return faults;
  }

  private static List<String> highMedian(Map<String, Integer> lines) {
    int median = median(List.copyOf(lines.values()));
    return median <= MEDIAN
        ? List.of()
        : List.of(
            "half of %d files have more than %d lines: median %d"
                .formatted(lines.size(), MEDIAN, median));
  }

  private static Map<String, Integer> lines(SourceTree tree, List<Path> files) {
    Map<String, Integer> lines = new TreeMap<>();
    files.forEach(file -> lines.put(tree.name(file), (int) SourceTree.text(file).lines().count()));
    return lines;
  }
}
