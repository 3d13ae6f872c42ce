// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Every library and every plugin of the build has a row with its version and its reason in
 * docs/dependencies.md.
 */
final class DependenciesTest {
  private static final String OURS = "dev.peerglot";

  /** A row of the document: name in code marks, version, reason. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| ([^|]*\\S) \\| ([^|]*\\S) \\|$", Pattern.MULTILINE);

  @Test
  void everyDependencyHasItsReason() throws Exception {
    SourceTree tree = SourceTree.project();
    List<String> poms = new ArrayList<>();
    poms.add(SourceTree.text(tree.root().resolve("pom.xml")));
    for (String module : SourceTree.MODULES) {
      poms.add(SourceTree.text(tree.root().resolve(module).resolve("pom.xml")));
    }
    assertEquals(
        List.of(), faults(poms, SourceTree.text(tree.root().resolve("docs/dependencies.md"))));
  }

  @Test
  void missingStaleAndUnusedRowsAreSeen() throws Exception {
    String pom =
        """
        <project><properties><a.version>2</a.version></properties>
        <dependencies>
          <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${a.version}</version></dependency>
          <dependency><groupId>dev.peerglot</groupId><artifactId>own</artifactId></dependency>
        </dependencies>
        <build><plugins><plugin><artifactId>p</artifactId><version>3</version></plugin></plugins></build>
        </project>\
        """;
    assertEquals(
        List.of("a has no row", "p has no row", "z is no dependency"),
        faults(List.of(pom), "| `z` | 1 | why |\n"));
    assertEquals(
        List.of("a is 2, its row says 1"),
        faults(List.of(pom), "| `a` | 1 | why |\n| `p` | 3 | why |\n"));
    assertEquals(
        List.of("a has two rows"),
        faults(List.of(pom), "| `a` | 2 | why |\n| `p` | 3 | why |\n| `a` | 2 | again |\n"));
    assertEquals(List.of(), faults(List.of(pom), "| `a` | 2 | why |\n| `p` | 3 | why |\n"));
  }

  private static List<String> faults(List<String> poms, String document) throws Exception {
    Map<String, String> properties = new TreeMap<>();
    Map<String, String> used = new TreeMap<>();
    for (String pom : poms) {
      Element project =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(pom.getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement();
      elements(project, "properties")
          .forEach(
              block ->
                  children(block)
                      .forEach(
                          property ->
                              properties.put(
                                  "${" + property.getTagName() + "}",
                                  property.getTextContent().strip())));
      for (String kind : List.of("dependency", "plugin", "path")) {
        elements(project, kind).forEach(element -> add(used, element));
      }
    }
    used.replaceAll((name, version) -> properties.getOrDefault(version, version));

    Map<String, String> rows = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    Matcher matcher = ROW.matcher(document);
    while (matcher.find()) {
      if (rows.put(matcher.group(1), matcher.group(2)) != null) {
        faults.add(matcher.group(1) + " has two rows");
      }
    }
    used.forEach(
        (name, version) -> {
          if (!rows.containsKey(name)) {
            faults.add(name + " has no row");
          } else if (!version.isEmpty() && !rows.get(name).equals(version)) {
            faults.add(name + " is " + version + ", its row says " + rows.get(name));
          }
        });
    rows.keySet().stream()
        .filter(name -> !used.containsKey(name))
        .forEach(name -> faults.add(name + " is no dependency"));
    return faults;
  }

  private static void add(Map<String, String> used, Element element) {
    if (!child(element, "groupId").equals(OURS)) {
      used.merge(
          child(element, "artifactId"),
          child(element, "version"),
          (old, other) -> old.isEmpty() ? other : old);
    }
  }

  private static String child(Element element, String name) {
    return children(element).stream()
        .filter(child -> child.getTagName().equals(name))
        .map(child -> child.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static List<Element> elements(Element root, String name) {
    List<Element> found = new ArrayList<>();
    var nodes = root.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
