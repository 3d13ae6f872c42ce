// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who told of whom, as pictures want it. */
public final class Graph {
  private final List<CrawlFile.Row> rows;

  /** The graph of crawl records. */
  public Graph(List<CrawlFile.Row> rows) {
    this.rows = rows;
  }

  /**
   * Graphviz: a node a peer, an edge from who told to whom it told of; peers that were not reached
   * as boxes. Addresses that were never dialled are left out.
   */
  public String dot() {
    Map<String, String> ids = new HashMap<>();
    StringBuilder text = new StringBuilder("digraph network {\n  node [fontsize=9];\n");
    for (CrawlFile.Row row : rows) {
      if (row.verdict().equals("not-dialled")) {
        continue;
      }
      String id = "n" + ids.size();
      ids.put(row.peer(), id);
      boolean reached = row.verdict().equals("reached");
      text.append("  ").append(id).append(" [label=").append(quoted(label(row)));
      text.append(reached ? ", shape=ellipse" : ", shape=box, style=dashed").append("];\n");
    }
    for (String edge : edges(ids)) {
      text.append("  ").append(edge).append(";\n");
    }
    return text.append("}\n").toString();
  }

  private Set<String> edges(Map<String, String> ids) {
    Set<String> edges = new LinkedHashSet<>();
    for (CrawlFile.Row row : rows) {
      for (String neighbour : row.neighbours()) {
        if (ids.containsKey(row.peer()) && ids.containsKey(neighbour)) {
          edges.add(ids.get(row.peer()) + " -> " + ids.get(neighbour));
        }
      }
    }
    return edges;
  }

  private static String label(CrawlFile.Row row) {
    String place = row.peer().substring(row.peer().indexOf("://") + 3);
    return row.agent().isEmpty() ? place : place + "\n" + row.agent();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
