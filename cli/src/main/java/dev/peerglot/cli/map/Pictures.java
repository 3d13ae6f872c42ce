// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A graph in the files that other programs read. Gives lines, so that no size is too large. */
public final class Pictures {
  private Pictures() {}

  /** Graphviz: peers that were not reached as dashed boxes. */
  public static void dot(Graph graph, Consumer<String> lines) {
    lines.accept("digraph network {");
    lines.accept("  node [fontsize=9];");
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      String label = node.agent().isEmpty() ? node.place() : node.place() + "\n" + node.agent();
      String shape = node.isReached() ? "shape=ellipse" : "shape=box, style=dashed";
      lines.accept("  n" + i + " [label=" + quoted(label) + ", " + shape + "];");
    }
    for (int e = 0; e < graph.edges(); e++) {
      lines.accept("  n" + graph.from(e) + " -> n" + graph.to(e) + ";");
    }
    lines.accept("}");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** GraphML (graphml.graphdrawing.org), as Gephi, yEd, NetworkX and igraph read it. */
  public static void graphml(Graph graph, Consumer<String> lines) {
    lines.accept("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    lines.accept("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">");
    for (String name : attributes(empty()).keySet()) {
      lines.accept(
          "  <key id=\"%s\" for=\"node\" attr.name=\"%s\" attr.type=\"%s\"/>"
              .formatted(name, name, type(name, "int")));
    }
    lines.accept("  <graph id=\"network\" edgedefault=\"directed\">");
    for (int i = 0; i < graph.nodes().size(); i++) {
      StringBuilder line = new StringBuilder("    <node id=\"n" + i + "\">");
      attributes(graph.nodes().get(i))
          .forEach(
              (name, value) ->
                  line.append("<data key=\"%s\">%s</data>".formatted(name, xml(value))));
      lines.accept(line.append("</node>").toString());
    }
    for (int e = 0; e < graph.edges(); e++) {
      lines.accept("    <edge source=\"n" + graph.from(e) + "\" target=\"n" + graph.to(e) + "\"/>");
    }
    lines.accept("  </graph>");
    lines.accept("</graphml>");
  }

  /** GEXF 1.3 (gexf.net), as Gephi reads it, with the places of a layout. */
  public static void gexf(Graph graph, Layout layout, Consumer<String> lines) {
    lines.accept("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    lines.accept(
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
            + " version=\"1.3\">");
    lines.accept("  <graph defaultedgetype=\"directed\">");
    lines.accept("    <attributes class=\"node\">");
    List<String> names = List.copyOf(attributes(empty()).keySet());
    for (String name : names) {
      lines.accept(
          "      <attribute id=\"%d\" title=\"%s\" type=\"%s\"/>"
              .formatted(names.indexOf(name), name, type(name, "integer")));
    }
    lines.accept("    </attributes>");
    lines.accept("    <nodes>");
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      StringBuilder line = new StringBuilder();
      line.append("      <node id=\"%d\" label=\"%s\"><attvalues>".formatted(i, xml(node.place())));
      attributes(node)
          .forEach(
              (name, value) ->
                  line.append(
                      "<attvalue for=\"%d\" value=\"%s\"/>"
                          .formatted(names.indexOf(name), xml(value))));
      line.append(
          "</attvalues><viz:position x=\"%d\" y=\"%d\" z=\"0\"/></node>"
              .formatted(layout.x(i), layout.y(i)));
      lines.accept(line.toString());
    }
    lines.accept("    </nodes>");
    lines.accept("    <edges>");
    for (int e = 0; e < graph.edges(); e++) {
      lines.accept(
          "      <edge id=\"%d\" source=\"%d\" target=\"%d\"/>"
              .formatted(e, graph.from(e), graph.to(e)));
    }
    lines.accept("    </edges>");
    lines.accept("  </graph>");
    lines.accept("</gexf>");
  }

  /** A table of all peers (RFC 4180), those that were not dialled included. */
  public static void csv(List<Node> nodes, Geo geo, Consumer<String> lines) {
    lines.accept(
        "peer,host,verdict,identity,agent,version,services,height,country,asn,depth,neighbours,error\r");
    for (Node node : nodes) {
      Geo.Place place = geo.of(node.host());
      lines.accept(
          String.join(
                  ",",
                  List.of(
                      cell(node.peer()),
                      cell(node.host()),
                      node.verdict(),
                      cell(node.identity()),
                      cell(node.agent()),
                      cell(node.version()),
                      cell(node.services()),
                      cell(node.height()),
                      cell(place.country()),
                      cell(place.network()),
                      Integer.toString(node.depth()),
                      Integer.toString(node.neighbours().size()),
                      cell(node.error())))
              + "\r");
    }
  }

  /** A cell that no spreadsheet takes for a formula: what peers say of themselves is hostile. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+@\\-\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static Node empty() {
    return new Node("://", "", "", "", "", "", "", "", 0, List.of(), "");
  }

  private static String type(String name, String whole) {
    return name.equals("depth") ? whole : "string";
  }

  private static Map<String, String> attributes(Node node) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("peer", node.peer());
    attributes.put("verdict", node.verdict());
    attributes.put("identity", node.identity());
    attributes.put("agent", node.agent());
    attributes.put("version", node.version());
    attributes.put("services", node.services());
    attributes.put("height", node.height());
    attributes.put("depth", Integer.toString(node.depth()));
    return attributes;
  }

  /** Text for XML 1.0, which has no letters below blank but tab and line ends. */
  static String xml(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\t', '\n', '\r' -> safe.append("&#").append(c).append(';');
                default -> {
                  boolean no = c < 32 || c >= 0xd800 && c < 0xe000 || c == 0xfffe || c == 0xffff;
                  safe.appendCodePoint(no ? 0xfffd : c);
                }
              }
            });
    return safe.toString();
  }
}
