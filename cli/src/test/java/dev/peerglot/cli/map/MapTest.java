// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.MapView;
import dev.peerglot.codec.view.JsonSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Tables, pictures and differences of crawls, with the worst names that peers may give. */
final class MapTest {
  private static final String EVIL = "</script><b>\"&'\u0007\n=1+1\u2028\\";

  private final List<Node> nodes =
      List.of(
          node("127.0.0.1:1", "reached", "a/1", List.of("n://127.0.0.2:1", "n://10.0.0.1:1")),
          node("127.0.0.2:1", "reached", EVIL, List.of("n://127.0.0.1:1", "n://127.0.0.3:1")),
          node("127.0.0.3:1", "refused", "", List.of()),
          node("10.0.0.1:1", "not-dialled", "", List.of()));

  private static Node node(String place, String verdict, String agent, List<String> neighbours) {
    return new Node(
        "n://" + place, verdict, "", "id" + place, agent, "7", "", "", 1, neighbours, "{}");
  }

  @Test
  void xmlPicturesAreWellFormed() throws Exception {
    Graph graph = new Graph(nodes, false);
    Document graphml = xml(lines -> Pictures.graphml(graph, lines));
    assertEquals(3, graphml.getElementsByTagName("node").getLength());
    assertEquals(3, graphml.getElementsByTagName("edge").getLength());
    assertTrue(graphml.getDocumentElement().getTextContent().contains("</script><b>\"&'\ufffd\n"));
    Document gexf = xml(lines -> Pictures.gexf(graph, new Layout(graph), lines));
    assertEquals(3, gexf.getElementsByTagName("node").getLength());
    assertEquals(3, gexf.getElementsByTagName("edge").getLength());
    assertEquals(2, new Graph(nodes, true).nodes().size());
  }

  private static Document xml(java.util.function.Consumer<java.util.function.Consumer<String>> way)
      throws Exception {
    List<String> lines = new ArrayList<>();
    way.accept(lines::add);
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text));
  }

  @Test
  void dotQuotesWhatPeersSay() {
    List<String> lines = new ArrayList<>();
    Pictures.dot(new Graph(nodes, false), lines::add);
    assertEquals("digraph network {", lines.getFirst());
    assertTrue(lines.contains("  n0 -> n1;"));
    assertTrue(lines.get(3).contains("</script><b>\\\"&'"), lines.get(3));
    assertEquals(
        2,
        lines.get(3).replace("\\\\", "").replace("\\\"", "").chars().filter(c -> c == '"').count());
  }

  @Test
  void csvHoldsNoFormulas() {
    List<String> lines = new ArrayList<>();
    List<Node> two = List.of(nodes.getFirst(), node("1.1.1.1:1", "reached", "=1+1", List.of()));
    Pictures.csv(two, Geo.NONE, lines::add);
    assertEquals(3, lines.size());
    assertTrue(lines.get(2).contains(",'=1+1,"), lines.get(2));
  }

  @Test
  void thePageIsOneFileThatNoPeerCanBreakOutOf() {
    Graph graph = new Graph(nodes, false);
    String page = Page.of(graph, new Layout(graph), Geo.NONE, "n", 0);
    for (String place : List.of("title", "library", "data")) {
      assertFalse(page.contains("{{" + place + "}}"), place + " was not filled in");
    }
    assertEquals(2, count(page, "</script"), "our own two scripts");
    assertEquals(0, count(page, "src=\"") + count(page, "href=\"http"), "something is loaded");
    assertTrue(page.contains("default-src 'none'"), "the browser may load something");
    int begin = page.indexOf("const data = ") + 13;
    JsonSource data = JsonSource.parse(page.substring(begin, page.indexOf(";\n", begin)));
    assertEquals(EVIL, data.field("agent").item(1).text());
    assertEquals(6, data.field("edges").size());
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void aLayoutSpreadsPeersAndIsTheSameAgain() {
    List<Node> many = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      many.add(
          node("127.0.0.1:" + (i + 1), "reached", "", List.of("n://127.0.0.1:" + (i / 2 + 1))));
    }
    Graph graph = new Graph(many, false);
    Layout one = new Layout(graph);
    Layout two = new Layout(graph);
    double near = 0;
    for (int i = 0; i < 400; i++) {
      assertEquals(one.x(i), two.x(i));
      near += Math.hypot(one.x(i) - one.x(i / 2), one.y(i) - one.y(i / 2)) / 400;
    }
    double far = 0;
    for (int i = 0; i < 400; i++) {
      far += Math.hypot(one.x(i) - one.x(399 - i), one.y(i) - one.y(399 - i)) / 400;
    }
    assertTrue(near > 5 && near * 3 < far, "neighbours " + near + ", others " + far);
  }

  @Test
  void whoJoinedLeftAndChanged() {
    List<Node> now =
        List.of(
            node("127.0.0.1:1", "reached", "a/2", List.of()),
            node("127.0.0.2:1", "timeout", "", List.of()),
            node("127.0.0.3:1", "reached", "b", List.of()));
    List<Diff.Change> changes = Diff.between(nodes, now);
    assertEquals(
        List.of(Diff.Kind.CHANGED, Diff.Kind.LEFT, Diff.Kind.JOINED),
        changes.stream().map(Diff.Change::kind).toList());
    assertEquals("a/2", changes.getFirst().fields().get("agent")[1]);
    assertEquals("timeout", changes.get(1).fields().get("verdict")[1]);
    assertEquals(List.of(), Diff.between(nodes, nodes));
  }

  @Test
  void countriesAndNetworksComeFromTheUsersFile(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("tiny.mmdb"), TinyMmdb.bytes());
    try (Geo geo = Geo.open(List.of(file.toString()))) {
      assertEquals(new Geo.Place("XX", "AS64496 Example"), geo.of("127.0.0.1"));
      assertEquals(new Geo.Place("", ""), geo.of("200.0.0.1"));
      assertEquals(new Geo.Place("", ""), geo.of("name.example"));
      OutputStream none = OutputStream.nullOutputStream();
      Console console = new Console(none, none, false, false, 80);
      String summary = MapView.summary(nodes, geo, console);
      assertTrue(summary.contains("XX           2"), summary);
      assertTrue(summary.contains("AS64496 Example"), summary);
    }
    assertThrows(Usage.class, () -> Geo.open(List.of(folder.resolve("none").toString())));
  }

  /** A MaxMind DB of one node: 0.0.0.0/1 is in country XX, nothing else is known. */
  private static final class TinyMmdb {
    static byte[] bytes() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      // The left record points to the first datum (nodes + 16), the right one to nothing (nodes).
      out.writeBytes(new byte[] {0, 0, 17, 0, 0, 1});
      out.writeBytes(new byte[16]);
      map(out, 3);
      text(out, "country");
      map(out, 1);
      text(out, "iso_code");
      text(out, "XX");
      text(out, "autonomous_system_number");
      whole(out, 6, 64496);
      text(out, "autonomous_system_organization");
      text(out, "Example");
      out.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
      out.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
      map(out, 9);
      text(out, "binary_format_major_version");
      whole(out, 5, 2);
      text(out, "binary_format_minor_version");
      whole(out, 5, 0);
      text(out, "build_epoch");
      out.writeBytes(new byte[] {0x01, 0x02, 1});
      text(out, "database_type");
      text(out, "Tiny");
      text(out, "description");
      map(out, 0);
      text(out, "ip_version");
      whole(out, 5, 4);
      text(out, "languages");
      out.writeBytes(new byte[] {0x00, 0x04});
      text(out, "node_count");
      whole(out, 6, 1);
      text(out, "record_size");
      whole(out, 5, 24);
      return out.toByteArray();
    }

    private static void map(ByteArrayOutputStream out, int size) {
      out.write(7 << 5 | size);
    }

    private static void text(ByteArrayOutputStream out, String text) {
      if (text.length() < 29) {
        out.write(2 << 5 | text.length());
      } else {
        out.write(2 << 5 | 29);
        out.write(text.length() - 29);
      }
      out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void whole(ByteArrayOutputStream out, int type, int value) {
      int size = type == 5 ? 2 : 4;
      out.write(type << 5 | size);
      for (int i = size - 1; i >= 0; i--) {
        out.write(value >> 8 * i);
      }
    }
  }
}
