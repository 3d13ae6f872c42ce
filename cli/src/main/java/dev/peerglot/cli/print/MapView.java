// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.crawl.CrawlFile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The summary of a crawl. */
public final class MapView {
  private static final int MOST = 12;

  private MapView() {}

  /** Counts by verdict and by agent, and the shape of the network. */
  public static String summary(List<CrawlFile.Row> rows) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d peers%n", rows.size()));
    table(text, "verdict", count(rows, CrawlFile.Row::verdict));
    List<CrawlFile.Row> reached =
        rows.stream().filter(row -> row.verdict().equals("reached")).toList();
    table(text, "agent", count(reached, CrawlFile.Row::agent));
    long told = rows.stream().filter(row -> !row.neighbours().isEmpty()).count();
    long edges = rows.stream().mapToLong(row -> row.neighbours().size()).sum();
    text.append(
        String.format(
            Locale.ROOT, "%n%,d peers told of neighbours, %,d times in all", told, edges));
    return text.toString();
  }

  private static Map<String, Long> count(
      List<CrawlFile.Row> rows, Function<CrawlFile.Row, String> by) {
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(by.apply(row), 1L, Long::sum));
    return counts;
  }

  private static void table(StringBuilder text, String title, Map<String, Long> counts) {
    text.append('\n').append(title).append('\n');
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(
            entry -> {
              String name = entry.getKey().isEmpty() ? "(none)" : Paint.safe(entry.getKey());
              text.append(String.format(Locale.ROOT, "%,10d  %s%n", entry.getValue(), name));
            });
    if (counts.size() > MOST) {
      text.append(String.format(Locale.ROOT, "%10s  and %,d more%n", "", counts.size() - MOST));
    }
  }
}
