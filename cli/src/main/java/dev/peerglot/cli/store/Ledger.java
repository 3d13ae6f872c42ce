// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.crawl.Counts;
import dev.peerglot.cli.crawl.Crawler;
import dev.peerglot.cli.crawl.Frontier;
import dev.peerglot.cli.crawl.Journal;
import dev.peerglot.cli.crawl.Peer;
import dev.peerglot.cli.crawl.Rules;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps a crawl: writes what the frontier changes several times a second, takes leases for it,
 * tells it what other workers did, and seals the crawl when nobody is left. The frontier's thread
 * calls it as a journal; everything that waits for the database happens on a thread of its own.
 */
public final class Ledger implements Journal, AutoCloseable {
  private static final long EVERY = 200;
  private static final int MOST_WAITING = 400_000;

  private final Store store;
  private final String name;
  private final Rules rules;
  private final int wanted;
  private Crawler crawler;
  private Thread thread;
  private volatile boolean closing;
  private volatile Usage failure;
  private boolean closed;
  private boolean sealed;
  private boolean spent;

  // What is waiting to be written; guarded by the crawler's lock, as is the frontier.
  private Batch pending = new Batch();
  private Map<Peer, Boolean> changed = new LinkedHashMap<>();

  /**
   * Opens a store and begins a crawl in it, or goes on with the one that it holds.
   *
   * @param name a file or {@code postgresql://…}
   * @param jobs how many this process dials at once
   * @param lease how long others wait for this process when it is silent
   */
  public Ledger(
      String name,
      Network network,
      List<PeerAddress> seeds,
      Rules rules,
      int jobs,
      Duration lease) {
    this.name = name;
    this.rules = rules;
    this.wanted = Math.max(2 * jobs, 100);
    this.store = new Store(name, network, seeds, lease.toMillis());
  }

  /** Tells a new frontier what is known; call it before the crawl. */
  public void teach(Frontier fresh, long now) {
    try {
      store.news().forEach(peer -> peer.teach(fresh));
      for (String[] pair : store.openSources()) {
        Peer teller = fresh.get(pair[0]);
        Peer told = fresh.get(pair[1]);
        if (teller != null && told != null) {
          told.toldBy(teller);
        }
      }
      sealed = store.sealed() > 0;
    } catch (SQLException e) {
      throw failed(e);
    }
    fresh.settle(now);
  }

  /** Whether the crawl was finished before. */
  public boolean isSealed() {
    return sealed;
  }

  /** Begins to keep what a crawler does. */
  public void follow(Crawler walker) {
    crawler = walker;
    thread = Thread.ofPlatform().name("store").start(this::work);
  }

  @Override
  public void changed(Peer peer) {
    changed.put(peer, Boolean.TRUE);
  }

  @Override
  public void told(Peer teller, Peer peer, int number, long seen, long now) {
    pending.told().add(new Batch.Told(teller.key(), peer.key(), number, now, seen));
  }

  @Override
  public void visited(Peer peer, Visit visit, long now) {
    if (peer.state() == Peer.State.DONE) {
      pending.results().put(peer, new Batch.Result(visit, now));
    }
  }

  @Override
  public boolean isBehind() {
    return pending.told().size() + changed.size() > MOST_WAITING;
  }

  private void work() {
    try {
      while (!closing && !sealed) {
        long begin = System.nanoTime();
        turn();
        long took = (System.nanoTime() - begin) / 1_000_000;
        Thread.sleep(Math.max(10, EVERY - took));
      }
    } catch (SQLException e) {
      failure = failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (sealed || failure != null) {
      crawler.finish();
    }
  }

  private Usage failed(SQLException e) {
    return Usage.badInput(
        "the store " + Database.safe(name) + " does not take the crawl: " + Database.line(e));
  }

  private void turn() throws SQLException {
    if (flush()) {
      crawler.with(Frontier::revoke);
      store.giveBack();
    }
    int[] room = new int[2];
    crawler.with(
        walk -> {
          room[0] = wanted - walk.granted();
          room[1] = walk.counts().queued() - walk.granted();
        });
    List<String> claimed = List.of();
    if (room[0] > wanted / 4) {
      // Others want some as well.
      long share = Math.max(1, room[1] / Math.max(1, store.living()) + 1);
      claimed = store.claim((int) Math.min(room[0], share), rules.maxPeers());
    }
    List<StoredPeer> news = store.news();
    List<String> mine = claimed;
    boolean[] idle = new boolean[1];
    crawler.with(
        walk -> {
          news.forEach(peer -> peer.teach(walk));
          if (!news.isEmpty()) {
            walk.settle(System.currentTimeMillis());
          }
          mine.stream().map(walk::get).filter(Objects::nonNull).forEach(walk::grant);
          Counts counts = walk.counts();
          idle[0] =
              counts.inFlight() == 0
                  && walk.granted() == 0
                  && changed.isEmpty()
                  && pending.isEmpty();
        });
    if (idle[0] && mine.isEmpty()) {
      spent = store.dialled() >= rules.maxPeers();
      sealed = store.sealed() > 0 || store.isOver(spent) && seal();
    }
  }

  private boolean flush() throws SQLException {
    Batch[] next = new Batch[1];
    crawler.with(walk -> next[0] = drain());
    return store.write(next[0]);
  }

  /** What has changed since the last time; the crawler's lock is held. */
  private Batch drain() {
    Batch batch = pending;
    for (Peer peer : changed.keySet()) {
      batch.rows().put(peer, row(peer));
      peer.keep();
    }
    changed = new LinkedHashMap<>();
    pending = new Batch();
    return batch;
  }

  private static Batch.Row row(Peer peer) {
    String state =
        switch (peer.state()) {
          case HELD -> "held";
          case QUEUED, GRANTED, FLYING -> "queued";
          case DONE -> "done";
        };
    Verdict verdict = peer.verdict();
    return new Batch.Row(
        peer,
        !peer.isKept(),
        state,
        verdict == null ? null : verdict.word(),
        peer.reason(),
        peer.attempts(),
        peer.due());
  }

  private boolean seal() throws SQLException {
    crawler.leaveRest(spent ? "beyond the budget of " + rules.maxPeers() + " peers" : "left over");
    flush();
    store.seal(json(crawler.counts()));
    return true;
  }

  private static String json(Counts counts) {
    StringBuilder text = new StringBuilder("{\"discovered\":" + counts.discovered());
    counts
        .done()
        .forEach(
            (verdict, n) ->
                text.append(",\"" + verdict.name().toLowerCase(Locale.ROOT) + "\":" + n));
    return text.append('}').toString();
  }

  /** Writes what is left and gives back what was taken. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    closing = true;
    try {
      if (thread != null) {
        thread.join();
        if (failure == null && flush()) {
          crawler.with(Frontier::revoke);
        }
      }
      if (failure == null) {
        store.leave();
      }
    } catch (SQLException e) {
      failure = failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      store.close();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
