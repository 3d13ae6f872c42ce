// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.cli.Usage;
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
import java.util.List;

/** Crawl records read back from JSON lines, as {@code crawl} prints them. */
public final class CrawlFile {
  private CrawlFile() {}

  /**
   * A peer of a crawl.
   *
   * @param peer its URL
   * @param verdict the word
   * @param agent what it calls itself, or empty
   * @param identity who it is, or empty
   * @param neighbours the URLs that it told of
   * @param line the record as it was
   */
  public record Row(
      String peer,
      String verdict,
      String agent,
      String identity,
      List<String> neighbours,
      String line) {}

  /** All records of a file, or of standard input for {@code -}. */
  public static List<Row> read(String name) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    try (BufferedReader reader =
        name.equals("-")
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            : Files.newBufferedReader(Path.of(name))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          rows.add(row(line));
        }
      }
    } catch (IOException e) {
      throw Usage.badInput("cannot read the crawl " + name);
    } catch (Malformed e) {
      throw Usage.badInput(name + ", line " + number + ", is no crawl record: " + e.line());
    }
    return rows;
  }

  private static Row row(String line) {
    Source record = JsonSource.parse(line);
    Source neighbours = record.field("neighbours");
    List<String> urls = new ArrayList<>();
    for (int i = 0; neighbours != null && i < neighbours.size(); i++) {
      urls.add(neighbours.item(i).text());
    }
    if (record.field("peer") == null || record.field("verdict") == null) {
      throw Malformed.wrong("it has no peer or no verdict", -1);
    }
    return new Row(
        record.field("peer").text(),
        record.field("verdict").text(),
        text(record, "agent"),
        text(record, "identity"),
        urls,
        line);
  }

  private static String text(Source record, String name) {
    Source value = record.field(name);
    return value == null ? "" : value.text();
  }
}
