// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * When each peer that is granted may be dialled: one connection a host at a time, rates in all and
 * for each prefix, not before it is due. Pure: time is an argument.
 */
final class Pace {
  private static final int MOST_BUCKETS = 50_000;

  private final Rules rules;
  private final Bucket all;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private final Deque<Peer> ready = new ArrayDeque<>();
  private final PriorityQueue<Later> later = new PriorityQueue<>();

  /** Hosts that are being talked to, with those who wait for them. */
  private final Map<String, Deque<Peer>> busy = new HashMap<>();

  /** Who waited for a host that is free again, behind the one that is ready. */
  private final Map<String, Deque<Peer>> parked = new HashMap<>();

  private long order;
  private int size;

  private record Later(long time, long order, Peer peer) implements Comparable<Later> {
    @Override
    public int compareTo(Later other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  Pace(Rules rules) {
    this.rules = rules;
    this.all = new Bucket(rules.rate());
  }

  /** A peer is to be dialled as soon as it is due. */
  void add(Peer peer) {
    size++;
    peer.paced = false;
    later.add(new Later(peer.due, order++, peer));
  }

  /** How many wait. */
  int size() {
    return size;
  }

  /** The next peer that may be dialled now, or null. Its host is busy until {@link #free}. */
  Peer next(long now) {
    while (!later.isEmpty() && later.peek().time <= now) {
      ready.add(later.remove().peer);
    }
    if (all.when(now) > now) {
      return null;
    }
    while (!ready.isEmpty()) {
      Peer peer = ready.remove();
      Deque<Peer> others = busy.get(peer.address.host());
      if (others != null) {
        others.add(peer);
      } else if (mayGo(peer, now)) {
        all.take(now);
        size--;
        Deque<Peer> waiting = parked.remove(peer.address.host());
        busy.put(peer.address.host(), waiting == null ? new ArrayDeque<>(0) : waiting);
        return peer;
      }
    }
    return null;
  }

  private boolean mayGo(Peer peer, long now) {
    if (peer.paced || rules.prefixRate() <= 0) {
      return true;
    }
    if (buckets.size() > MOST_BUCKETS) {
      buckets.values().removeIf(bucket -> bucket.when(now) <= now);
    }
    long time =
        buckets.computeIfAbsent(peer.prefix.name, name -> new Bucket(rules.prefixRate())).take(now);
    peer.paced = true;
    if (time > now) {
      later.add(new Later(time, order++, peer));
      return false;
    }
    return true;
  }

  /** The connection with a peer is over. */
  void free(Peer peer) {
    Deque<Peer> others = busy.remove(peer.address.host());
    if (others != null && !others.isEmpty()) {
      ready.addFirst(others.remove());
      if (!others.isEmpty()) {
        parked.put(peer.address.host(), others);
      }
    }
  }

  /** Forgets all who wait; gives them. */
  List<Peer> clear() {
    List<Peer> all = new ArrayList<>(ready);
    later.forEach(entry -> all.add(entry.peer));
    busy.values().forEach(all::addAll);
    parked.values().forEach(all::addAll);
    ready.clear();
    later.clear();
    busy.values().forEach(Deque::clear);
    parked.clear();
    size = 0;
    return all;
  }

  /** When {@link #next} may have one, in milliseconds; far away if only a free host helps. */
  long wakeAt(long now) {
    if (!ready.isEmpty()) {
      return all.when(now);
    }
    return later.isEmpty() ? Long.MAX_VALUE : Math.max(later.peek().time, all.when(now));
  }
}
