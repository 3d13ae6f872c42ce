// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table in docs/design.md shows the tree as it is; {@code -Dpeerglot.docs=fix} writes it anew.
 */
final class HouseTableTest {
  @Test
  void theTableIsFresh() throws IOException {
    SourceTree tree = SourceTree.project();
    Path file = tree.root().resolve("docs/design.md");
    String document = Files.readString(file);
    String renewed = HouseTable.renew(document, HouseTable.of(tree));
    if ("fix".equals(System.getProperty("peerglot.docs"))) {
      Files.writeString(file, renewed);
    } else {
      Set<String> rows = document.lines().collect(Collectors.toSet());
      List<String> fresh = renewed.lines().filter(row -> !rows.contains(row)).toList();
      assertEquals(List.of(), fresh, "stale: run with -Dpeerglot.docs=fix to write it anew");
      assertEquals(
          renewed.lines().count(), document.lines().count(), "rows of packages that are gone");
    }
  }

  @Test
  void countsAndPurposesComeFromTheSources(@TempDir Path root) throws IOException {
    write(
        root,
        "crypto/src/main/java/dev/peerglot/crypto/hash/package-info.java",
        "/**\n * Hashes {@code a|b},\n * and digests. More.\n */\npackage x;\n");
    write(
        root, "crypto/src/main/java/dev/peerglot/crypto/hash/Large.java", "1\n2\n3\n4\n5\n6\n7\n");
    write(root, "crypto/src/main/java/dev/peerglot/crypto/hash/Small.java", "1\n");
    write(root, "cli/src/test/java/dev/peerglot/SomeTest.java", "1\n2\n");
    assertEquals(
        """
        | package | holds | files | lines | median | largest file |
        |---|---|--:|--:|--:|---|
        | **crypto** |  | 3 | 13 | 5 | 7 `Large` |
        | `crypto.hash` | Hashes a\\|b, and digests | 3 | 13 | 5 | 7 `Large` |
        | **tests** |  | 1 | 2 | 2 | 2 `SomeTest` |
        """,
        HouseTable.of(SourceTree.read(root)));
  }

  @Test
  void onlyWhatIsBetweenTheMarksChanges() {
    String document = "a\n" + HouseTable.BEGIN + "\nold\n" + HouseTable.END + "\nb\n";
    assertEquals(document.replace("old", "new"), HouseTable.renew(document, "new\n"));
    assertEquals(document, HouseTable.renew(document, "old\n"));
    assertThrows(IllegalArgumentException.class, () -> HouseTable.renew("no marks", "new\n"));
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
