// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.session.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rates and one connection a host, in virtual time. */
final class PaceTest {
  @Test
  void oneConnectionAHost() {
    Pace pace = new Pace(Rules.LOCAL);
    Peer first = peer("127.0.0.1", 1);
    Peer second = peer("127.0.0.1", 2);
    Peer third = peer("127.0.0.1", 3);
    Peer other = peer("127.0.0.2", 1);
    List.of(first, second, third, other).forEach(pace::add);
    assertSame(first, pace.next(0));
    assertSame(other, pace.next(0));
    assertNull(pace.next(0));
    pace.free(first);
    assertSame(second, pace.next(0));
    assertNull(pace.next(0));
    pace.free(second);
    assertSame(third, pace.next(0));
    assertEquals(0, pace.size());
    pace.free(third);
    assertEquals(Long.MAX_VALUE, pace.wakeAt(0));
  }

  @Test
  void thousandsOnOneHostAreServedInTurn() {
    Pace pace = new Pace(Rules.LOCAL);
    for (int port = 1; port <= 20_000; port++) {
      pace.add(peer("127.0.0.1", port));
    }
    for (int port = 1; port <= 20_000; port++) {
      Peer peer = pace.next(0);
      assertEquals(port, peer.address().port());
      assertNull(pace.next(0));
      pace.free(peer);
    }
  }

  @Test
  void theRateInAllIsKept() {
    Pace pace = new Pace(Rules.LOCAL.at(10, 0));
    for (int i = 1; i <= 50; i++) {
      pace.add(peer("127.0.0." + i, 1));
    }
    assertEquals(List.of(0L, 100L, 200L, 300L, 400L), times(pace, 499).subList(0, 5));
  }

  @Test
  void theRateOfAPrefixDoesNotHoldUpOthers() {
    Pace pace = new Pace(Rules.LOCAL.at(0, 2));
    for (int i = 1; i <= 4; i++) {
      pace.add(peer("127.0.0." + i, 1));
    }
    pace.add(peer("127.0.1.1", 1));
    assertEquals(List.of(0L, 0L, 500L, 1000L, 1500L), times(pace, 2000));
  }

  private static List<Long> times(Pace pace, long until) {
    List<Long> times = new ArrayList<>();
    for (long now = 0; now <= until; now = Math.max(now + 1, pace.wakeAt(now))) {
      for (Peer peer = pace.next(now); peer != null; peer = pace.next(now)) {
        times.add(now);
        pace.free(peer);
      }
    }
    assertTrue(times.size() >= 5);
    return times;
  }

  static Peer peer(String host, int port) {
    return new Peer(
        new PeerAddress("n", host, port), 0, null, 0, new Frontier.Room(Prefix.of(host), 9));
  }
}
