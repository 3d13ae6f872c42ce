// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as google-java-format would write it; {@code -Dpeerglot.format=fix} rewrites
 * those that differ.
 */
final class FormatTest {
  private static final boolean FIX = "fix".equals(System.getProperty("peerglot.format"));

  @Test
  void everyFileIsFormatted() {
    SourceTree tree = SourceTree.project();
    List<String> differing =
        tree.java().parallelStream().filter(FormatTest::differs).map(tree::name).sorted().toList();
    assertEquals(List.of(), differing, "run with -Dpeerglot.format=fix to rewrite");
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

  /** Whether a file differs from its formatted self and was left so. */
  private static boolean differs(Path file) {
    try {
      Optional<String> correction = correction(SourceTree.text(file));
      if (correction.isPresent() && FIX) {
        Files.writeString(file, correction.get());
        return false;
      }
      return correction.isPresent();
    } catch (FormatterException e) {
      throw new IllegalArgumentException(file + " is no Java: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the text should be, if that is something else. */
  private static Optional<String> correction(String text) throws FormatterException {
    String formatted = new Formatter().formatSourceAndFixImports(text);
    return formatted.equals(text) ? Optional.empty() : Optional.of(formatted);
  }
}
