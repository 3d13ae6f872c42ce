// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every source file says its licence in its first line; scripts and XML in the first after what
 * must stand there.
 */
final class SpdxTest {
  private static final String LICENCE = "SPDX-License-Identifier: Apache-2.0";

  @Test
  void everySourceNamesItsLicence() {
    SourceTree tree = SourceTree.project();
    List<String> faults =
        tree.files().stream()
            .flatMap(file -> fault(tree.name(file), firstLines(file)).stream())
            .toList();
    assertEquals(List.of(), faults);
  }

  @Test
  void aMissingLineIsSeen() {
    String java = "// " + LICENCE;
    assertEquals(Optional.empty(), fault("A.java", List.of(java, "class A {}")));
    assertEquals(Optional.of("A.java"), fault("A.java", List.of("class A {}", java)));
    assertEquals(Optional.of("A.java"), fault("A.java", List.of()));
    assertEquals(Optional.empty(), fault("run", List.of("#!/bin/sh", "# " + LICENCE)));
    assertEquals(Optional.of("run"), fault("run", List.of("#!/bin/sh", "", "# " + LICENCE)));
    assertEquals(
        Optional.empty(), fault("pom.xml", List.of("<?xml?>", "<!-- " + LICENCE + " -->")));
    assertEquals(Optional.of("pom.xml"), fault("pom.xml", List.of("<?xml?>", "<project>")));
    assertEquals(Optional.empty(), fault("notes.md", List.of("# Notes")));
  }

  private static Optional<String> fault(String name, List<String> lines) {
    String first = lines.isEmpty() ? "" : lines.getFirst();
    String second = lines.size() < 2 ? "" : lines.get(1);
    boolean right =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "java" -> first.equals("// " + LICENCE);
          case "xml" -> second.equals("<!-- " + LICENCE + " -->");
          default -> !first.startsWith("#!") || second.equals("# " + LICENCE);
        };
    return right ? Optional.empty() : Optional.of(name);
  }

  private static List<String> firstLines(Path file) {
    return TextFile.read(file)
        .map(text -> text.lines().limit(2).toList())
        .orElse(List.of("binary"));
  }
}
