// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.map.Geo;
import dev.peerglot.cli.map.Node;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The summary of a crawl. */
public final class MapView {
  private static final int MOST = 12;

  /** A peer that told of at least so many is looked at. */
  private static final int ENOUGH = 10;

  private MapView() {}

  /** Counts by verdict, agent, version, services and place, and the shape of the network. */
  public static String summary(List<Node> nodes, Geo geo, Console console) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d peers%n", nodes.size()));
    table(text, console, "verdict", nodes, Node::verdict);
    table(
        text,
        console,
        "why not dialled",
        nodes.stream().filter(node -> node.verdict().equals("not-dialled")).toList(),
        Node::error);
    List<Node> reached = nodes.stream().filter(Node::isReached).toList();
    table(text, console, "agent", reached, Node::agent);
    table(text, console, "version", reached, Node::version);
    table(text, console, "services", reached, Node::services);
    if (!geo.isEmpty()) {
      table(text, console, "country", reached, node -> geo.of(node.host()).country());
      table(text, console, "network", reached, node -> geo.of(node.host()).network());
    }
    long told = nodes.stream().filter(node -> !node.neighbours().isEmpty()).count();
    long edges = nodes.stream().mapToLong(node -> node.neighbours().size()).sum();
    text.append(
        String.format(
            Locale.ROOT, "%n%,d peers told of neighbours, %,d times in all", told, edges));
    Set<String> identities = new HashSet<>();
    long twice =
        reached.stream()
            .filter(node -> !node.identity().isEmpty() && !identities.add(node.identity()))
            .count();
    if (twice > 0) {
      text.append(
          String.format(
              Locale.ROOT, "%n%,d reached under an identity that has another address too", twice));
    }
    liars(text, nodes, console);
    return text.toString();
  }

  /** Peers most of whose neighbours nobody could reach. */
  private static void liars(StringBuilder text, List<Node> nodes, Console console) {
    Map<String, Boolean> good = new HashMap<>();
    for (Node node : nodes) {
      good.put(node.peer(), node.isReached() || node.verdict().equals("full"));
    }
    Map<String, Long> liars = new TreeMap<>();
    for (Node node : nodes) {
      List<Boolean> known =
          node.neighbours().stream().map(good::get).filter(x -> x != null).toList();
      long bad = known.stream().filter(x -> !x).count();
      if (known.size() >= ENOUGH && bad * 10 >= known.size() * 9L) {
        liars.put(node.place() + " " + node.agent(), bad);
      }
    }
    if (!liars.isEmpty()) {
      text.append("\n\n");
      add(text, console, "nine tenths of what it told of lead nowhere", "addresses", liars);
      text.setLength(text.length() - 1);
    }
  }

  private static void table(
      StringBuilder text,
      Console console,
      String title,
      List<Node> nodes,
      Function<Node, String> by) {
    Map<String, Long> counts = new TreeMap<>();
    nodes.forEach(node -> counts.merge(by.apply(node), 1L, Long::sum));
    if (!counts.isEmpty() && !counts.keySet().equals(Set.of(""))) {
      text.append('\n');
      add(text, console, title, "peers", counts);
    }
  }

  private static void add(
      StringBuilder text, Console console, String title, String what, Map<String, Long> counts) {
    Table table = new Table(title, what);
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(
            entry ->
                table.row(
                    entry.getKey().isEmpty() ? "(none)" : entry.getKey(),
                    String.format(Locale.ROOT, "%,d", entry.getValue())));
    table.appendTo(text, console);
    if (counts.size() > MOST) {
      text.append(String.format(Locale.ROOT, "%,d more%n", counts.size() - MOST));
    }
  }
}
