// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Host;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Walks a network: a virtual thread a peer, so many at once, until the frontier is empty. */
public final class Crawler {
  private final Frontier frontier;
  private final Dialler dialler;
  private final Persona persona;
  private final int jobs;
  private final Instant deadline;
  private final Host host;
  private final Results results;
  private boolean stopping;
  private long numbers;

  /** Who gets what is found. Called by many threads, one at a time. */
  public interface Results {
    /** A peer is done. */
    void done(Visit visit, Frontier.Peer peer);
  }

  /**
   * A crawl that has not begun.
   *
   * @param jobs peers at once
   * @param deadline when to stop dialling, or null
   */
  public Crawler(
      Frontier frontier,
      Dialler dialler,
      Persona persona,
      int jobs,
      Instant deadline,
      Host host,
      Results results) {
    this.frontier = frontier;
    this.dialler = dialler;
    this.persona = persona;
    this.jobs = jobs;
    this.deadline = deadline;
    this.host = host;
    this.results = results;
  }

  /** Dials until nobody is left, the budget is used up, or {@link #stop} was called. */
  public void run() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        Frontier.Peer peer;
        long number;
        synchronized (this) {
          while (!stopping && !frontier.isOver() && !mayDial()) {
            wait(100);
            stopping |= deadline != null && !Instant.now().isBefore(deadline);
          }
          peer = stopping ? null : frontier.next();
          if (peer == null) {
            break;
          }
          number = numbers++;
        }
        threads.submit(() -> visit(peer, number));
      }
    }
    leaveRest();
  }

  private boolean mayDial() {
    Frontier.Counts counts = frontier.counts();
    return counts.inFlight() < jobs && counts.queued() > 0;
  }

  private void visit(Frontier.Peer peer, long number) {
    Visit visit;
    try {
      visit =
          dialler.visit(peer.address(), Errand.to(Errand.Goal.ASK_PEERS), persona, number, host);
    } catch (RuntimeException e) {
      visit =
          Visit.failed(peer.address(), Verdict.PROTOCOL_ERROR, "inside peerglot: " + e, Map.of());
    }
    synchronized (this) {
      for (Findings.Neighbour neighbour : visit.neighbours()) {
        Optional<Frontier.Refused> refused =
            frontier.hear(neighbour.address(), neighbour.whyNot(), peer);
        refused.ifPresent(r -> results.done(notDialled(r.peer().address(), r.reason()), r.peer()));
      }
      frontier.done(visit.verdict());
      results.done(visit, peer);
      notifyAll();
    }
  }

  private synchronized void leaveRest() {
    for (Frontier.Peer peer = frontier.leftOver(); peer != null; peer = frontier.leftOver()) {
      results.done(notDialled(peer.address(), "the crawl ended before its turn"), peer);
    }
  }

  private static Visit notDialled(PeerAddress peer, String reason) {
    return new Visit(
        peer, Verdict.NOT_DIALLED, reason, "", Map.of(), List.of(), List.of(), Map.of());
  }

  /** Dials nobody more; what is in flight is finished. */
  public synchronized void stop() {
    stopping = true;
    notifyAll();
  }

  /** The numbers of this moment. */
  public synchronized Frontier.Counts counts() {
    return frontier.counts();
  }
}
