// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.codec.session.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts peers by where they stand; the only place where a peer's state changes. */
final class Tally {
  private static final int MOST_REASONS = 100;

  private final Map<Peer.State, Integer> states = new EnumMap<>(Peer.State.class);
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Long> reasons = new TreeMap<>();

  void move(Peer peer, Peer.State to) {
    if (peer.state != null) {
      states.merge(peer.state, -1, Integer::sum);
    }
    peer.state = to;
    states.merge(to, 1, Integer::sum);
    if (to == Peer.State.DONE) {
      verdicts.merge(peer.verdict, 1L, Long::sum);
      if (peer.verdict == Verdict.NOT_DIALLED) {
        boolean known = reasons.size() < MOST_REASONS || reasons.containsKey(peer.reason);
        reasons.merge(known ? peer.reason : "other reasons", 1L, Long::sum);
      }
    }
  }

  private int in(Peer.State state) {
    return states.getOrDefault(state, 0);
  }

  int flying() {
    return in(Peer.State.FLYING);
  }

  int held() {
    return in(Peer.State.HELD);
  }

  int queued() {
    return in(Peer.State.HELD) + in(Peer.State.QUEUED) + in(Peer.State.GRANTED);
  }

  Counts counts(long discovered, long duplicates, long overheard) {
    return new Counts(
        discovered,
        new EnumMap<>(verdicts),
        new TreeMap<>(reasons),
        flying(),
        queued(),
        held(),
        duplicates,
        overheard);
  }
}
