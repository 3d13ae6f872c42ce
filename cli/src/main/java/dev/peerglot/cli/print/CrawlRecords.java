// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.crawl.Peer;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Json;
import java.util.List;
import java.util.Map;

/** Crawl records, and the same without a crawl for {@code dial}: the shape of docs/records.md. */
public final class CrawlRecords {
  private static final List<String> ORDER =
      List.of("identity", "agent", "version", "services", "height");

  private CrawlRecords() {}

  /**
   * Appends the record of a dialled peer and the end of its line.
   *
   * @param peer where it stands in the crawl, or null outside of one
   */
  public static void write(Out out, Visit visit, Peer peer) {
    Json json = new Json(out);
    json.object();
    json.key("peer").text(visit.peer().toString());
    json.key("verdict").text(visit.verdict().word());
    facts(json, visit);
    if (peer != null) {
      json.key("neighbours").list();
      visit.neighbours().stream()
          .map(neighbour -> neighbour.address().toString())
          .distinct()
          .forEach(json::text);
      json.end();
      json.key("sources").list();
      peer.sources().forEach(source -> json.text(source.address().toString()));
      json.end();
      json.key("depth").number(peer.depth());
      if (peer.attempts() > 1) {
        json.key("attempts").number(peer.attempts());
      }
    }
    json.key("timings").object();
    for (Map.Entry<String, Long> stage : visit.timings().entrySet()) {
      json.key(stage.getKey()).digits(millis(stage.getValue()));
    }
    json.end();
    if (!visit.error().isEmpty()) {
      json.key("error").text(visit.error());
    }
    json.end();
    out.u8('\n');
  }

  /** Writes what the peer said of itself, in the order of the record, as members. */
  static void facts(Json json, Visit visit) {
    for (String name : ORDER) {
      if (visit.facts().containsKey(name)) {
        json.key(name);
        Records.value(json, visit.facts().get(name));
      }
    }
    if (!visit.transport().isEmpty()) {
      json.key("transport").text(visit.transport());
    }
    visit
        .facts()
        .forEach(
            (name, value) -> {
              if (!ORDER.contains(name)) {
                json.key(name);
                Records.value(json, value);
              }
            });
  }

  /** Appends what the peer said of itself, in the order of the record, as an object. */
  public static void facts(Out out, Visit visit) {
    Json json = new Json(out);
    json.object();
    facts(json, visit);
    json.end();
  }

  /** Milliseconds with three digits behind the point. */
  static String millis(long nanos) {
    long micros = nanos / 1000;
    return micros / 1000 + "." + String.format("%03d", micros % 1000);
  }
}
