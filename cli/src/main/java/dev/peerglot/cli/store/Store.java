// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A crawl in SQL as one worker sees it: takes leases, writes batches, reads what others wrote. For
 * one thread.
 */
final class Store implements AutoCloseable {
  private static final int FORMAT = 1;

  private final Database database;
  private final long lease;
  private final long worker = new SecureRandom().nextLong(1L << 53);
  private final Map<Long, Long> read = new HashMap<>();
  private long batch;
  private long begun;

  /**
   * Opens the crawl, or begins it.
   *
   * @param lease after how many milliseconds of silence a worker is taken for dead
   */
  Store(String name, Network network, List<PeerAddress> seeds, long lease) {
    this.lease = lease;
    database = Database.open(name);
    try {
      for (int attempt = 0; ; attempt++) {
        try {
          database.create();
          break;
        } catch (SQLException e) {
          // Another process made the same tables at the same moment.
          if (attempt == 4) {
            throw e;
          }
        }
      }
      enter(name, network, seeds);
      register();
    } catch (SQLException e) {
      database.close();
      throw Usage.badInput(
          "the store " + Database.safe(name) + " cannot be used: " + Database.line(e));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void enter(String name, Network network, List<PeerAddress> seeds) throws SQLException {
    String id = Hex.of(network.id());
    Set<String> urls = new LinkedHashSet<>(seeds.stream().map(PeerAddress::toString).toList());
    begun = database.now();
    try (PreparedStatement insert =
        prepare(
            "insert into crawl values (1, ?, ?, ?, ?, ?, 0, null, null) on conflict do nothing")) {
      set(insert, FORMAT, network.scheme(), id, String.join("\n", urls), begun).executeUpdate();
    }
    try (PreparedStatement query = prepare("select format, network, network_id, begun from crawl");
        ResultSet row = query.executeQuery()) {
      row.next();
      if (row.getInt(1) != FORMAT) {
        throw Usage.badInput(
            "the store " + Database.safe(name) + " is of another version of peerglot");
      }
      if (!row.getString(2).equals(network.scheme()) || !row.getString(3).equals(id)) {
        throw Usage.wrong(
            "the store "
                + Database.safe(name)
                + " holds a crawl of "
                + row.getString(2)
                + " "
                + row.getString(3)
                + ", not of "
                + network.scheme()
                + " "
                + id);
      }
      begun = row.getLong(4);
    }
  }

  private void register() throws SQLException {
    String name = Workers.name();
    if (database.embedded()) {
      // Whoever crawled from this file and is gone was killed: nobody has to wait for its leases.
      try (PreparedStatement query = prepare("select worker, name from workers where until > 0");
          ResultSet rows = query.executeQuery()) {
        List<Long> dead = new ArrayList<>();
        while (rows.next()) {
          if (!Workers.lives(rows.getString(2))) {
            dead.add(rows.getLong(1));
          }
        }
        for (long other : dead) {
          database.run("update workers set until = 0 where worker = " + other);
        }
      }
    }
    try (PreparedStatement insert = prepare("insert into workers values (?, ?, ?, ?, 0)")) {
      long now = database.now();
      set(insert, worker, name, now, now + lease).executeUpdate();
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return database.connection().prepareStatement(sql);
  }

  static PreparedStatement set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  Database database() {
    return database;
  }

  long worker() {
    return worker;
  }

  /** When the crawl was begun, in milliseconds since 1970. */
  long begun() {
    return begun;
  }

  /** When it was sealed, or 0. */
  long sealed() throws SQLException {
    return database.number("select sealed from crawl");
  }

  /** How many peers were taken to be dialled. */
  long dialled() throws SQLException {
    return database.number("select dialled from crawl");
  }

  /** How many workers live. */
  long living() throws SQLException {
    return database.number("select count(*) from workers where until > " + database.now());
  }

  /**
   * Writes what has changed, in one transaction; says that this worker lives.
   *
   * @return whether it was silent for so long that others took it for dead
   */
  boolean write(Batch changes) throws SQLException {
    boolean[] lapsed = new boolean[1];
    again(
        () -> {
          long now = database.now();
          lapsed[0] = database.number("select until from workers where worker = " + worker) < now;
          database.run(
              "update workers set batch = "
                  + (batch + 1)
                  + ", until = "
                  + (now + lease)
                  + " where worker = "
                  + worker);
          new Writer(this, batch + 1).write(changes);
        });
    batch++;
    return lapsed[0];
  }

  /** Work in a transaction. */
  interface Work {
    void run() throws SQLException;
  }

  /** Does it again where others were in the way. */
  void again(Work work) throws SQLException {
    for (int attempt = 0; ; attempt++) {
      database.begin();
      try {
        work.run();
        database.commit();
        return;
      } catch (SQLException e) {
        database.rollback();
        String state = String.valueOf(e.getSQLState());
        if (attempt >= 20 || !state.startsWith("40")) {
          throw e;
        }
      }
    }
  }

  /**
   * Takes peers that nobody else is dialling, at most so many, none on a host that another worker
   * talks to, none beyond the budget.
   *
   * @return their endpoints
   */
  List<String> claim(int most, long maxPeers) throws SQLException {
    List<String> claimed = new ArrayList<>();
    again(
        () -> {
          claimed.clear();
          // All workers claim one after another, so that none sees half of another's leases.
          long left =
              maxPeers - database.number("select dialled from crawl" + database.forUpdate());
          long now = database.now();
          List<String> first = new ArrayList<>();
          try (PreparedStatement query =
                  prepare(
                      "select p.peer, p.attempts, p.lease_owner from peers p where p.state ="
                          + " 'queued' and p.due <= ? and (p.lease_owner is null or p.lease_owner"
                          + " not in (select worker from workers where until >= ?)) and not exists"
                          + " (select 1 from peers q where q.host = p.host and q.state = 'queued'"
                          + " and q.lease_owner is not null and q.lease_owner <> ? and"
                          + " q.lease_owner in (select worker from workers where until >= ?)) order"
                          + " by p.due, p.peer limit ?"
                          + database.skipLocked());
              ResultSet rows = set(query, now, now, worker, now, most).executeQuery()) {
            while (rows.next()) {
              boolean isNew = rows.getInt(2) == 0 && rows.getObject(3) == null;
              if (!isNew || first.size() < left) {
                claimed.add(rows.getString(1));
                if (isNew) {
                  first.add(rows.getString(1));
                }
              }
            }
          }
          try (PreparedStatement update =
              prepare("update peers set lease_owner = ? where peer = ?")) {
            for (String peer : claimed) {
              set(update, worker, peer).addBatch();
            }
            update.executeBatch();
          }
          if (!first.isEmpty()) {
            database.run("update crawl set dialled = dialled + " + first.size());
          }
        });
    return claimed;
  }

  /** What others have written since it was last read; everything, the first time. */
  List<StoredPeer> news() throws SQLException {
    Map<Long, Long> batches = new HashMap<>();
    try (PreparedStatement query = prepare("select worker, batch from workers");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        batches.put(rows.getLong(1), rows.getLong(2));
      }
    }
    List<StoredPeer> news = new ArrayList<>();
    if (read.isEmpty()) {
      read(news, prepare(StoredPeer.QUERY + " order by depth"));
    } else {
      for (Map.Entry<Long, Long> other : batches.entrySet()) {
        long last = read.getOrDefault(other.getKey(), -1L);
        if (other.getKey() != worker && last < other.getValue()) {
          String since = " where worker = ? and batch > ? order by depth";
          read(news, set(prepare(StoredPeer.QUERY + since), other.getKey(), last));
        }
      }
    }
    read.putAll(batches);
    return news;
  }

  private static void read(List<StoredPeer> news, PreparedStatement query) throws SQLException {
    try (query;
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        news.add(StoredPeer.of(rows));
      }
    }
  }

  /** Who told of those who are not done: teller and told, as endpoints. */
  List<String[]> openSources() throws SQLException {
    List<String[]> pairs = new ArrayList<>();
    try (PreparedStatement query =
            prepare(
                "select t.teller, t.peer from told t join peers p on p.peer = t.peer"
                    + " where p.state <> 'done'");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        pairs.add(new String[] {rows.getString(1), rows.getString(2)});
      }
    }
    return pairs;
  }

  /** Gives back what was taken and is not done. */
  void giveBack() throws SQLException {
    again(
        () -> {
          String mine = " where state = 'queued' and lease_owner = " + worker;
          long fresh = database.number("select count(*) from peers" + mine + " and attempts = 0");
          database.run("update crawl set dialled = dialled - " + fresh);
          database.run("update peers set lease_owner = null" + mine);
        });
  }

  /** This worker is done. */
  void leave() throws SQLException {
    giveBack();
    database.run("update workers set until = 0 where worker = " + worker);
  }

  /** Whether nobody dials and nobody is to be dialled any more, but for the budget. */
  boolean isOver(boolean spent) throws SQLException {
    String queued = "select count(*) from peers where state = 'queued'";
    if (!spent) {
      return database.number(queued) == 0;
    }
    String others =
        " and lease_owner in (select worker from workers where until >= "
            + database.now()
            + " and worker <> "
            + worker
            + ")";
    return database.number(queued + others) == 0;
  }

  /** Seals the crawl with its counts, unless somebody has. */
  void seal(String counts) throws SQLException {
    try (PreparedStatement update =
        prepare("update crawl set sealed = ?, counts = ? where sealed is null")) {
      set(update, database.now(), counts).executeUpdate();
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
