// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every Java file is as google-java-format would write it; {@code -Dpeerglot.format=fix} rewrites
 * those that differ.
 */
final class FormatTest {
  private static final boolean FIX = "fix".equals(System.getProperty("peerglot.format"));

  @Test
  void everyFileIsFormatted() throws IOException {
    SourceTree tree = SourceTree.project();
    Path memory = tree.root().resolve("cli/target/formatted.txt");
    Set<String> known = Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
    Set<String> formatted = ConcurrentHashMap.newKeySet();
    List<String> differing =
        tree.java().parallelStream()
            .filter(file -> differs(file, known, formatted))
            .map(tree::name)
            .sorted()
            .toList();
    Files.createDirectories(memory.getParent());
    Files.write(memory, formatted);
    assertEquals(List.of(), differing, "run with -Dpeerglot.format=fix to rewrite");
  }

  @Test
  void whatWasFormattedOnceIsKnownByItsText(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), "class A {}\n");
    Set<String> formatted = ConcurrentHashMap.newKeySet();
    assertFalse(differs(file, Set.of(), formatted));
    assertEquals(1, formatted.size());
    Files.writeString(file, "class A { }\n");
    assertTrue(differs(file, formatted, ConcurrentHashMap.newKeySet()));
  }

  @Test
  void anotherIndentationIsSeen() throws FormatterException {
    String good = "class A {\n  int a;\n}\n";
    assertFalse(correction(good).isPresent());
    assertEquals(Optional.of(good), correction("class A {\n    int a;\n}\n"));
  }

  @Test
  void anUnusedImportAndALongLineAreSeen() throws FormatterException {
    assertTrue(correction("import java.util.List;\n\nclass A {}\n").isPresent());
    assertTrue(
        correction("class A {\n  String a = \"" + "word ".repeat(30) + "\";\n}\n").isPresent());
  }

  /**
   * Whether a file differs from its formatted self and was left so.
   *
   * @param known what was found formatted by an earlier run, as {@link #mark}
   * @param formatted collects what is formatted now
   */
  private static boolean differs(Path file, Set<String> known, Set<String> formatted) {
    try {
      String text = SourceTree.text(file);
      String mark = mark(text);
      Optional<String> correction = known.contains(mark) ? Optional.empty() : correction(text);
      if (correction.isEmpty()) {
        formatted.add(mark);
      } else if (FIX) {
        Files.writeString(file, correction.get());
      }
      return correction.isPresent() && !FIX;
    } catch (FormatterException e) {
      throw new IllegalArgumentException(file + " is no Java: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hash of a text and of the formatter that looked at it. */
  private static String mark(String text) {
    String formatter =
        Formatter.class.getProtectionDomain().getCodeSource().getLocation().toString();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(formatter.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the text should be, if that is something else. */
  private static Optional<String> correction(String text) throws FormatterException {
    String formatted = new Formatter().formatSourceAndFixImports(text);
    return formatted.equals(text) ? Optional.empty() : Optional.of(formatted);
  }
}
