// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.store.Database;
import dev.peerglot.cli.store.StoredCrawl;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Crawls read back: a store, or JSON lines as {@code crawl} prints them. */
public final class CrawlFile {
  private CrawlFile() {}

  /**
   * All peers of a store, of a file of JSON lines, or of standard input for {@code -}. Of several
   * records of one peer the last counts.
   */
  public static List<Node> read(String name) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    if (Database.isStore(name)) {
      StoredCrawl.records(
          name,
          line -> {
            Node node = node(line);
            nodes.put(node.peer(), node);
          });
      return new ArrayList<>(nodes.values());
    }
    int number = 0;
    try (BufferedReader reader =
        name.equals("-")
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            : Files.newBufferedReader(Path.of(name))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          Node node = node(line);
          nodes.put(node.peer(), node);
        }
      }
    } catch (IOException e) {
      throw Usage.badInput("cannot read the crawl " + name);
    } catch (Malformed e) {
      throw Usage.badInput(name + ", line " + number + ", is no crawl record: " + e.line());
    }
    return new ArrayList<>(nodes.values());
  }

  private static Node node(String line) {
    Source record = JsonSource.parse(line);
    Source neighbours = record.field("neighbours");
    List<String> urls = new ArrayList<>();
    for (int i = 0; neighbours != null && i < neighbours.size(); i++) {
      urls.add(neighbours.item(i).text());
    }
    String peer = text(record, "peer");
    if (!peer.contains("://") || record.field("verdict") == null) {
      throw Malformed.wrong("it has no peer URL or no verdict", -1);
    }
    Source depth = record.field("depth");
    return new Node(
        peer,
        text(record, "verdict"),
        text(record, "error"),
        text(record, "identity"),
        text(record, "agent"),
        text(record, "version"),
        text(record, "services"),
        text(record, "height"),
        depth == null ? 0 : depth.whole().intValue(),
        urls,
        line);
  }

  private static String text(Source record, String name) {
    Source value = record.field(name);
    if (value == null || value.kind() == Source.Kind.NOTHING) {
      return "";
    }
    if (value.kind() != Source.Kind.LIST) {
      return value.text();
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      items.add(value.item(i).text());
    }
    return String.join(" ", items);
  }
}
