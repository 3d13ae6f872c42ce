// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Json;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The records of a stored crawl as {@code crawl} prints them. */
public final class StoredCrawl {
  private static final int MOST_SOURCES = 200;

  private final Map<String, String> urls = new HashMap<>();
  private final Map<String, List<String>> neighbours = new HashMap<>();
  private final Map<String, List<String>> sources = new HashMap<>();

  private StoredCrawl() {}

  /** Gives the record of every peer that is done, as a line of JSON, nearest to the seeds first. */
  public static void records(String name, Consumer<String> lines) {
    try (Database database = Database.open(name)) {
      new StoredCrawl().read(database, lines);
    } catch (SQLException e) {
      throw Usage.badInput(Database.safe(name) + " holds no crawl: " + Database.line(e));
    }
  }

  private void read(Database database, Consumer<String> lines) throws SQLException {
    try (PreparedStatement query =
            database.connection().prepareStatement("select peer, url from peers");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        urls.put(row.getString(1), row.getString(2));
      }
    }
    try (PreparedStatement query =
            database
                .connection()
                .prepareStatement("select teller, peer from told order by teller, number");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String teller = url(row.getString(1));
        String peer = url(row.getString(2));
        neighbours.computeIfAbsent(teller, key -> new ArrayList<>()).add(peer);
        List<String> tellers = sources.computeIfAbsent(peer, key -> new ArrayList<>(1));
        if (tellers.size() < MOST_SOURCES) {
          tellers.add(teller);
        }
      }
    }
    try (PreparedStatement query =
            database
                .connection()
                .prepareStatement(
                    "select url, verdict, facts, depth, attempts, connect_ms, crypto_ms,"
                        + " handshake_ms, addresses_ms, reason from peers where state = 'done'"
                        + " order by depth, peer");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        lines.accept(line(row));
      }
    }
  }

  private String url(String peer) {
    return urls.getOrDefault(peer, peer);
  }

  private String line(ResultSet row) throws SQLException {
    Json json = new Json(new Out(512));
    String url = row.getString(1);
    json.object().key("peer").text(url).key("verdict").text(row.getString(2));
    String facts = row.getString(3);
    if (facts != null && facts.length() > 2) {
      json.out().utf8("," + facts.substring(1, facts.length() - 1));
    }
    list(json, "neighbours", neighbours.getOrDefault(url, List.of()));
    list(json, "sources", sources.getOrDefault(url, List.of()));
    json.key("depth").number(row.getInt(4));
    if (row.getInt(5) > 1) {
      json.key("attempts").number(row.getInt(5));
    }
    json.key("timings").object();
    String[] stages = {"connect", "crypto", "handshake", "addresses"};
    for (int i = 0; i < stages.length; i++) {
      double millis = row.getDouble(6 + i);
      if (!row.wasNull()) {
        json.key(stages[i]).digits(String.format(Locale.ROOT, "%.3f", millis));
      }
    }
    json.end();
    if (!row.getString(10).isEmpty()) {
      json.key("error").text(row.getString(10));
    }
    json.end();
    return new String(json.out().array(), 0, json.out().size(), StandardCharsets.UTF_8);
  }

  private static void list(Json json, String name, List<String> texts) {
    json.key(name).list();
    texts.forEach(json::text);
    json.end();
  }
}
