// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.crawl.Peer;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.cli.print.CrawlRecords;
import dev.peerglot.codec.bytes.Out;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes one batch. Rows go in the order of their keys, or two workers might wait for each other.
 */
final class Writer {
  private static final int MOST = 2000;

  private static final String INSERT =
      "insert into peers (peer, url, host, prefix, depth, teller, heard, state, due, attempts,"
          + " verdict, reason, worker, batch) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";

  private static final String MOVE =
      "update peers set state = ?, due = ?, attempts = ?, verdict = ?, reason = ?,"
          + " lease_owner = null, worker = ?, batch = ? where peer = ? and state <> 'done'"
          + " and (lease_owner is null or lease_owner = ?)";

  private static final String RESULT =
      "update peers set state = 'done', attempts = ?, verdict = ?, reason = ?, identity = ?,"
          + " agent = ?, version = ?, services = ?, height = ?, facts = ?, connect_ms = ?,"
          + " crypto_ms = ?, handshake_ms = ?, addresses_ms = ?, visited = ?, lease_owner = null,"
          + " worker = ?, batch = ? where peer = ? and state <> 'done'";

  private static final String TOLD =
      "insert into told (teller, peer, number, heard, seen) values (?, ?, ?, ?, ?)"
          + " on conflict do nothing";

  private final Store store;
  private final long batch;

  Writer(Store store, long batch) {
    this.store = store;
    this.batch = batch;
  }

  void write(Batch changes) throws SQLException {
    List<Batch.Row> rows =
        changes.rows().values().stream()
            .sorted(Comparator.comparing(row -> row.peer().key()))
            .toList();
    each(INSERT, rows.stream().filter(Batch.Row::isNew).toList(), this::insert);
    each(
        MOVE,
        rows.stream()
            .filter(row -> !row.isNew() && !changes.results().containsKey(row.peer()))
            .toList(),
        this::move);
    each(
        RESULT,
        rows.stream().filter(row -> changes.results().containsKey(row.peer())).toList(),
        (statement, row) -> result(statement, row, changes.results()));
    each(TOLD, changes.told(), Writer::told);
  }

  private interface Setter<T> {
    void set(PreparedStatement statement, T value) throws SQLException;
  }

  private <T> void each(String sql, List<T> values, Setter<T> setter) throws SQLException {
    if (values.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = store.prepare(sql)) {
      int count = 0;
      for (T value : values) {
        setter.set(statement, value);
        statement.addBatch();
        if (++count % MOST == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private void insert(PreparedStatement statement, Batch.Row row) throws SQLException {
    Peer peer = row.peer();
    Store.set(
        statement,
        peer.key(),
        peer.address().toString(),
        peer.address().host(),
        peer.prefix(),
        peer.depth(),
        peer.teller() == null ? null : peer.teller().key(),
        peer.heard(),
        row.state(),
        row.due(),
        row.attempts(),
        row.verdict(),
        clean(row.reason()),
        store.worker(),
        batch);
  }

  private void move(PreparedStatement statement, Batch.Row row) throws SQLException {
    Store.set(
        statement,
        row.state(),
        row.due(),
        row.attempts(),
        row.verdict(),
        clean(row.reason()),
        store.worker(),
        batch,
        row.peer().key(),
        store.worker());
  }

  private void result(PreparedStatement statement, Batch.Row row, Map<Peer, Batch.Result> results)
      throws SQLException {
    Batch.Result result = results.get(row.peer());
    Visit visit = result.visit();
    Map<String, Object> facts = visit.facts();
    Out json = new Out(256);
    CrawlRecords.facts(json, visit);
    Store.set(
        statement,
        row.attempts(),
        row.verdict(),
        clean(row.reason()),
        text(facts.get("identity")),
        text(facts.get("agent")),
        text(facts.get("version")),
        text(facts.get("services")),
        facts.get("height") instanceof Number height ? height.longValue() : null,
        clean(new String(json.array(), 0, json.size(), StandardCharsets.UTF_8)),
        millis(visit, "connect"),
        millis(visit, "crypto"),
        millis(visit, "handshake"),
        millis(visit, "addresses"),
        result.when(),
        store.worker(),
        batch,
        row.peer().key());
  }

  private static void told(PreparedStatement statement, Batch.Told told) throws SQLException {
    Store.set(statement, told.teller(), told.peer(), told.number(), told.heard(), told.seen());
  }

  private static Double millis(Visit visit, String stage) {
    Long nanos = visit.timings().get(stage);
    return nanos == null ? null : nanos / 1000 / 1000.0;
  }

  private static String text(Object fact) {
    return fact == null ? null : clean(fact.toString());
  }

  /** PostgreSQL takes no zero letter in texts. */
  private static String clean(String text) {
    return text.indexOf(0) < 0 ? text : text.replace('\0', '\ufffd');
  }
}
