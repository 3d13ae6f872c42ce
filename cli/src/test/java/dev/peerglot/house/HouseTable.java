// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of packages in docs/design.md: what each holds, how many files and lines, and how large
 * they are.
 */
final class HouseTable {
  static final String BEGIN = "<!-- house:begin -->";
  static final String END = "<!-- house:end -->";

  private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private HouseTable() {}

  /** The document with the table between its marks made new. */
  static String renew(String document, String table) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no " + BEGIN + " and " + END);
    }
    return document.substring(0, begin + BEGIN.length()) + "\n" + table + document.substring(end);
  }

  /** The table of a tree: a row a package, a sum a module, and the tests in one row. */
  static String of(SourceTree tree) {
    StringBuilder table = new StringBuilder();
    table.append(
        "| package | holds | files | lines | median | largest file |\n|---|---|--:|--:|--:|---|\n");
    for (String module : SourceTree.MODULES) {
      List<Path> files = tree.mainJava(module).toList();
      Map<Path, List<Path>> packages = new TreeMap<>();
      files.forEach(
          file ->
              packages.computeIfAbsent(file.getParent(), folder -> new ArrayList<>()).add(file));
      Path base = tree.root().resolve(module).resolve("src/main/java/dev/peerglot");
      row(table, "**" + module + "**", "", files);
      packages.forEach(
          (folder, members) ->
              row(
                  table,
                  "`"
                      + base.relativize(folder).toString().replace('\\', '/').replace('/', '.')
                      + "`",
                  purpose(folder),
                  members));
    }
    row(
        table,
        "**tests**",
        "",
        tree.java().stream().filter(file -> tree.name(file).contains("/src/test/")).toList());
    return table.toString();
  }

  private static void row(StringBuilder table, String name, String purpose, List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    List<Integer> lines = files.stream().map(HouseTable::lines).toList();
    int sum = lines.stream().mapToInt(Integer::intValue).sum();
    int largest = lines.stream().mapToInt(Integer::intValue).max().orElseThrow();
    String file = files.get(lines.indexOf(largest)).getFileName().toString().replace(".java", "");
    table.append(
        "| %s | %s | %d | %d | %d | %d `%s` |%n"
            .formatted(name, purpose, files.size(), sum, SizesTest.median(lines), largest, file)
            .replace("\r\n", "\n"));
  }

  /** The first sentence of the package's doc comment, as plain text. */
  private static String purpose(Path folder) {
    Path info = folder.resolve("package-info.java");
    Matcher comment = DOC.matcher(info.toFile().isFile() ? SourceTree.text(info) : "");
    if (!comment.find()) {
      return "";
    }
    String text = comment.group(1).replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\s+", " ").strip();
    String sentence = text.split("(?<=[.:]) (?=[A-Z<{])|\\.$| ?<p", 2)[0];
    return sentence
        .replaceAll("\\{@\\w+ ([^}]*)\\}", "$1")
        .replaceAll("<[^>]*>", "")
        .replaceAll("[.:]$", "")
        .replace("|", "\\|");
  }

  private static int lines(Path file) {
    return (int) SourceTree.text(file).lines().count();
  }
}
