// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who told of whom, as pictures want it: peers by number, edges as pairs of numbers. Addresses that
 * were never dialled are no peers.
 */
public final class Graph {
  private final List<Node> nodes = new ArrayList<>();
  private final int[] from;
  private final int[] to;

  /**
   * The graph of a crawl.
   *
   * @param onlyAnswered without peers where nobody answered
   */
  public Graph(List<Node> all, boolean onlyAnswered) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Node node : all) {
      if (!node.verdict().equals("not-dialled") && (!onlyAnswered || node.hasAnswered())) {
        numbers.put(node.peer(), nodes.size());
        nodes.add(node);
      }
    }
    int[] tellers = new int[1024];
    int[] told = new int[1024];
    int count = 0;
    for (int i = 0; i < nodes.size(); i++) {
      for (String neighbour : nodes.get(i).neighbours()) {
        Integer number = numbers.get(neighbour);
        if (number != null) {
          if (count == told.length) {
            tellers = Arrays.copyOf(tellers, 2 * count);
            told = Arrays.copyOf(told, 2 * count);
          }
          tellers[count] = i;
          told[count++] = number;
        }
      }
    }
    from = Arrays.copyOf(tellers, count);
    to = Arrays.copyOf(told, count);
  }

  /** The peers; their numbers are their places here. */
  public List<Node> nodes() {
    return nodes;
  }

  /** How many edges there are. */
  public int edges() {
    return from.length;
  }

  /** Who tells in an edge. */
  public int from(int edge) {
    return from[edge];
  }

  /** Who is told of in an edge. */
  public int to(int edge) {
    return to[edge];
  }
}
