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
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Walks a network: a virtual thread a peer, so many at once, until the frontier is empty. */
public final class Crawler {
  private final Frontier frontier;
  private final Settings settings;
  private final Dialler dialler;
  private final Persona persona;
  private final Host host;
  private final Journal journal;
  private final Results results;
  private boolean stopping;
  private boolean finished;
  private long numbers;

  /**
   * How to crawl.
   *
   * @param jobs peers at once
   * @param deadline when to stop dialling, or null
   * @param shared whether the end of the crawl is told by {@link #finish}, since others dial too
   * @param resolving what names in gossip may lead to, or null where a proxy looks names up
   */
  public record Settings(int jobs, Instant deadline, boolean shared, Reach resolving) {}

  /** Who gets what is found. Called by many threads, one at a time. */
  public interface Results {
    /** A peer is done. */
    void done(Visit visit, Peer peer);
  }

  /** A crawl that has not begun. */
  public Crawler(
      Frontier frontier,
      Settings settings,
      Dialler dialler,
      Persona persona,
      Host host,
      Journal journal,
      Results results) {
    this.frontier = frontier;
    this.settings = settings;
    this.dialler = dialler;
    this.persona = persona;
    this.host = host;
    this.journal = journal;
    this.results = results;
  }

  /** Dials until nobody is left, the budget is used up, or {@link #stop} was called. */
  public void run() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Turn turn = take(); turn != null; turn = take()) {
        Turn mine = turn;
        threads.submit(() -> visit(mine.peer, mine.number));
      }
    }
  }

  private record Turn(Peer peer, long number) {}

  /** Waits for the next peer to dial; null at the end. */
  private synchronized Turn take() throws InterruptedException {
    while (true) {
      long now = System.currentTimeMillis();
      stopping |= settings.deadline != null && now >= settings.deadline.toEpochMilli();
      if (stopping || finished || !settings.shared && frontier.isOver()) {
        return null;
      }
      boolean room = frontier.counts().inFlight() < settings.jobs && !journal.isBehind();
      Peer peer = room ? frontier.next(now) : null;
      if (peer != null) {
        return new Turn(peer, numbers++);
      }
      long wake = room ? frontier.wakeAt(now) : Long.MAX_VALUE;
      wait(Math.clamp(wake - now, 1, 100));
    }
  }

  private void visit(Peer peer, long number) {
    Visit visit;
    try {
      visit = dial(peer.address(), number);
    } catch (RuntimeException | StackOverflowError e) {
      visit =
          Visit.failed(peer.address(), Verdict.PROTOCOL_ERROR, "inside peerglot: " + e, Map.of());
    }
    List<Frontier.Heard> answer = visit.neighbours().stream().map(this::heard).toList();
    Object identity = visit.facts().getOrDefault("identity", "");
    synchronized (this) {
      long now = System.currentTimeMillis();
      List<Peer> refused = frontier.hear(peer, answer, now);
      boolean last = frontier.done(peer, visit.verdict(), visit.error(), identity.toString(), now);
      journal.visited(peer, visit, now);
      refused.forEach(other -> results.done(notDialled(other), other));
      if (last) {
        results.done(visit, peer);
      }
      notifyAll();
    }
  }

  /** A proxy takes away what else stands against hosts of Tor and I2P. */
  private Frontier.Heard heard(Findings.Neighbour told) {
    boolean reachable = dialler.settings().reachesOverlay(told.address().host());
    return new Frontier.Heard(told.address(), told.seen(), reachable ? "" : told.whyNot());
  }

  private Visit dial(PeerAddress peer, long number) {
    PeerAddress place = peer;
    boolean ours = settings.resolving != null && dialler.settings().proxyTo(peer.host()) == null;
    if (ours && Reach.zone(peer.host()) == Reach.Zone.NAME) {
      try {
        String host = InetAddress.getByName(peer.host()).getHostAddress();
        String objection = settings.resolving.objection(host);
        if (!objection.isEmpty()) {
          return Visit.failed(peer, Verdict.UNREACHABLE, host + ": " + objection, Map.of());
        }
        place = new PeerAddress(peer.network(), host, peer.port(), peer.options());
      } catch (UnknownHostException e) {
        return Visit.failed(peer, Verdict.UNREACHABLE, "no host has this name", Map.of());
      }
    }
    Errand errand = Errand.to(Errand.Goal.ASK_PEERS);
    Visit visit = dialler.visit(place, errand, persona.meeting(place), number, host);
    return new Visit(
        peer,
        visit.verdict(),
        visit.error(),
        visit.transport(),
        visit.facts(),
        List.<Findings.Neighbour>copyOf(visit.neighbours()),
        visit.roundTrips(),
        visit.timings());
  }

  /** Marks all who still wait as not dialled. */
  public synchronized void leaveRest(String why) {
    frontier.leaveRest(why).forEach(peer -> results.done(notDialled(peer), peer));
  }

  private static Visit notDialled(Peer peer) {
    return Visit.failed(peer.address(), Verdict.NOT_DIALLED, peer.reason(), Map.of());
  }

  /** Dials nobody more; what is in flight is finished. */
  public synchronized void stop() {
    stopping = true;
    notifyAll();
  }

  /** Nobody is left to dial, for others either. */
  public synchronized void finish() {
    finished = true;
    notifyAll();
  }

  /** Whether it was stopped, or ran out of time. */
  public synchronized boolean isStopped() {
    return stopping;
  }

  /** Works on the frontier while nobody else does. */
  public synchronized void with(Consumer<Frontier> work) {
    work.accept(frontier);
    notifyAll();
  }

  /** The numbers of this moment. */
  public synchronized Counts counts() {
    return frontier.counts();
  }
}
