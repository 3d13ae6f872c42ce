// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/**
 * A graph as one page that needs nothing else: the drawing library, the data and the places of the
 * peers are inside. What peers say of themselves reaches the page as data only, never as markup.
 */
public final class Page {
  private static final String LIBRARY = "/META-INF/resources/webjars/cytoscape/";

  private Page() {}

  /**
   * The page.
   *
   * @param title what the crawl is called
   * @param left how many peers are not drawn, because nobody answered there
   */
  public static String of(Graph graph, Layout layout, Geo geo, String title, long left) {
    return resource("/dev/peerglot/cli/map/page.html")
        .replace("{{title}}", Pictures.xml(title))
        .replace("{{library}}", library().replace("</script", "<\\/script"))
        .replace("{{data}}", data(graph, layout, geo, left));
  }

  private static String library() {
    Properties about = new Properties();
    String place = "/META-INF/maven/org.webjars.npm/cytoscape/pom.properties";
    try (InputStream in = Page.class.getResourceAsStream(place)) {
      about.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String folder = LIBRARY + about.getProperty("version");
    return "/*!\n"
        + resource(folder + "/LICENSE").replace("*/", "")
        + "*/\n"
        + resource(folder + "/dist/cytoscape.min.js");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Columns, which are smaller than objects; nothing in it can end a script. */
  private static String data(Graph graph, Layout layout, Geo geo, long left) {
    Json json = new Json(new Out(1 << 16));
    List<Node> nodes = graph.nodes();
    json.object();
    column(json, "peer", nodes, Node::peer);
    column(json, "verdict", nodes, Node::verdict);
    column(json, "agent", nodes, Node::agent);
    column(json, "version", nodes, Node::version);
    column(json, "services", nodes, Node::services);
    column(json, "height", nodes, Node::height);
    column(json, "identity", nodes, Node::identity);
    column(json, "error", nodes, Node::error);
    column(json, "depth", nodes, node -> Integer.toString(node.depth()));
    if (!geo.isEmpty()) {
      column(json, "country", nodes, node -> geo.of(node.host()).country());
      column(json, "asn", nodes, node -> geo.of(node.host()).network());
    }
    json.key("x").list();
    for (int i = 0; i < nodes.size(); i++) {
      json.number(layout.x(i));
    }
    json.end().key("y").list();
    for (int i = 0; i < nodes.size(); i++) {
      json.number(layout.y(i));
    }
    json.end().key("edges").list();
    for (int e = 0; e < graph.edges(); e++) {
      json.number(graph.from(e)).number(graph.to(e));
    }
    json.end().key("left").number(left);
    json.end();
    String text = new String(json.out().array(), 0, json.out().size(), StandardCharsets.UTF_8);
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static void column(
      Json json, String name, List<Node> nodes, Function<Node, String> value) {
    json.key(name).list();
    nodes.forEach(node -> json.text(value.apply(node)));
    json.end();
  }
}
