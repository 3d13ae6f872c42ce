// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Everything public in the product is explained, and so is every package. */
final class DocsTest {
  @Test
  void everyPublicNameIsExplained() {
    SourceTree tree = SourceTree.project();
    assertEquals(List.of(), DocComments.missing(tree.root(), tree.mainJava()));
  }

  @Test
  void everyPackageIsExplained() {
    SourceTree tree = SourceTree.project();
    assertEquals(List.of(), packagesWithoutInfo(tree.mainJava()));
  }

  @Test
  void aPackageWithoutInfoIsSeen() {
    List<Path> files =
        List.of(Path.of("a/A.java"), Path.of("a/package-info.java"), Path.of("b/B.java"));
    assertEquals(List.of("b has no package-info.java"), packagesWithoutInfo(files));
  }

  @Test
  void missingDocCommentsAreSeen() {
    assertEquals(List.of("A.java:1: A"), missing("public class A {}"));
    assertEquals(
        List.of("A.java:3: A.m"), missing("/** A. */\npublic class A {\n  public void m() {}\n}"));
    assertEquals(
        List.of("A.java:2: A.m"), missing("/** A. */ public interface A {\n void m();\n}"));
    assertEquals(
        List.of("A.java:2: A.B"),
        missing("/** A. */ public interface A {\n record B(int x) {}\n}"));
    assertEquals(List.of("A.java:1: A"), missing("/* no doc */ public enum A { ONE }"));
    assertEquals(List.of("A.java:1: A"), missing("/** */ public record A(int x) {}"));
  }

  @Test
  void whatNeedsNoDocCommentIsLeftAlone() {
    assertEquals(List.of(), missing("class A { public void m() {} public static class B {} }"));
    assertEquals(
        List.of(),
        missing(
            "/** A. */ public class A { @Override public String toString() { return \"\"; } }"));
    assertEquals(
        List.of(),
        missing(
            "/** A. */ public class A { void m() {} private static class B { public void n() {}"
                + " } }"));
    assertEquals(
        List.of(),
        missing("/** A. */ public enum A { ONE { public int m() { return 1; } }; A() {} }"));
    assertEquals(
        List.of(),
        missing("/** A. */ public record A(int x) { public A {} public int x() { return x; } }"));
    assertEquals(List.of(), missing("/// A, in Markdown.\npublic record A(int x) {}"));
    assertEquals(
        List.of(), missing("/** A. */ public interface A { int ONE = 1; private void m() {} }"));
  }

  private static List<String> missing(String source) {
    return DocComments.missing(List.of(DocComments.source("A.java", source)));
  }

  private static List<String> packagesWithoutInfo(List<Path> files) {
    TreeSet<Path> folders = new TreeSet<>();
    files.forEach(file -> folders.add(file.getParent()));
    List<String> faults = new ArrayList<>();
    for (Path folder : folders) {
      if (!files.contains(folder.resolve("package-info.java"))) {
        faults.add(folder + " has no package-info.java");
      }
    }
    return faults;
  }
}
