// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Verdict;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Who is known, who is next, who is done. Pure: no sockets, threads or clocks; one thread at a
 * time. At every moment discovered = done by verdict + in flight + queued.
 */
public final class Frontier {
  private static final int MOST_SOURCES = 200;

  /** A peer of the crawl. */
  public static final class Peer {
    private final PeerAddress address;
    private final Set<String> sources = new LinkedHashSet<>();
    private final int depth;

    private Peer(PeerAddress address, int depth) {
      this.address = address;
      this.depth = depth;
    }

    /** Where it is. */
    public PeerAddress address() {
      return address;
    }

    /** Who told us of it: URLs; none for a seed. */
    public Set<String> sources() {
      return sources;
    }

    /** How many steps it is away from the seeds. */
    public int depth() {
      return depth;
    }
  }

  private final Reach reach;
  private final int maxDepth;
  private final long maxPeers;
  private final Map<String, Peer> known = new HashMap<>();
  private final Queue<Peer> queue = new ArrayDeque<>();
  private final Map<Verdict, Long> done = new EnumMap<>(Verdict.class);
  private long dialled;
  private int inFlight;

  /**
   * An empty frontier.
   *
   * @param reach what may be dialled
   * @param maxDepth steps from the seeds beyond which nobody is dialled
   * @param maxPeers how many may be dialled in all
   */
  public Frontier(Reach reach, int maxDepth, long maxPeers) {
    this.reach = reach;
    this.maxDepth = maxDepth;
    this.maxPeers = maxPeers;
  }

  /** A peer to begin with. */
  public void seed(PeerAddress address) {
    String key = address.endpoint();
    if (!known.containsKey(key)) {
      Peer peer = new Peer(address, 0);
      known.put(key, peer);
      queue.add(peer);
    }
  }

  /**
   * A peer was told of.
   *
   * @param whyNot why it cannot be dialled at all, or empty
   * @return the peer and the reason if it was not known yet and will not be dialled
   */
  public Optional<Refused> hear(PeerAddress address, String whyNot, Peer teller) {
    Peer peer = known.get(address.endpoint());
    if (peer != null) {
      if (peer.sources.size() < MOST_SOURCES) {
        peer.sources.add(teller.address.toString());
      }
      return Optional.empty();
    }
    peer = new Peer(address, teller.depth + 1);
    peer.sources.add(teller.address.toString());
    known.put(address.endpoint(), peer);
    String objection = whyNot.isEmpty() ? reach.objection(address.host()) : whyNot;
    if (objection.isEmpty() && peer.depth > maxDepth) {
      objection = "beyond the depth of " + maxDepth;
    }
    if (objection.isEmpty()) {
      queue.add(peer);
      return Optional.empty();
    }
    done.merge(Verdict.NOT_DIALLED, 1L, Long::sum);
    return Optional.of(new Refused(peer, objection));
  }

  /**
   * A peer that will not be dialled.
   *
   * @param peer which one
   * @param reason why
   */
  public record Refused(Peer peer, String reason) {}

  /** The next peer to dial, or null if none is to be dialled now. */
  public Peer next() {
    if (dialled >= maxPeers || queue.isEmpty()) {
      return null;
    }
    dialled++;
    inFlight++;
    return queue.remove();
  }

  /** A dialled peer is done. */
  public void done(Verdict verdict) {
    inFlight--;
    done.merge(verdict, 1L, Long::sum);
  }

  /** The next peer that is left over when the budget is used up, now counted as not dialled. */
  public Peer leftOver() {
    Peer peer = queue.poll();
    if (peer != null) {
      done.merge(Verdict.NOT_DIALLED, 1L, Long::sum);
    }
    return peer;
  }

  /** Whether nothing is queued that may be dialled, and nothing is in flight. */
  public boolean isOver() {
    return inFlight == 0 && (queue.isEmpty() || dialled >= maxPeers);
  }

  /** The numbers of this moment. */
  public Counts counts() {
    return new Counts(known.size(), new EnumMap<>(done), inFlight, queue.size());
  }

  /**
   * The numbers of a moment: discovered = all of {@code done} + in flight + queued.
   *
   * @param discovered peers known
   * @param done peers by verdict
   * @param inFlight peers that are being dialled
   * @param queued peers that wait
   */
  public record Counts(long discovered, Map<Verdict, Long> done, int inFlight, int queued) {
    /** Peers with that verdict. */
    public long of(Verdict verdict) {
      return done.getOrDefault(verdict, 0L);
    }
  }
}
