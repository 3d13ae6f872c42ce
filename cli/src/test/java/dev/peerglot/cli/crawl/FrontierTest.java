// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frontier in virtual time. */
final class FrontierTest {
  private static final Rules RULES = Rules.LOCAL;

  @Test
  void aWalkCountsEverybodyOnce() {
    Frontier frontier = frontier(RULES.within(1, 100));
    frontier.seed(peer("127.0.0.1"), 0);
    Peer seed = frontier.next(0);
    List<Peer> refused =
        frontier.hear(seed, told("127.0.0.2", "10.0.0.1", "224.0.0.1", "127.0.0.2"), 5);
    assertEquals(
        List.of("private address heard in gossip", "no address of a host"),
        refused.stream().map(Peer::reason).toList());
    assertTrue(frontier.done(seed, Verdict.REACHED, "", "id", 5));
    Peer second = frontier.next(5);
    assertEquals("127.0.0.2:1", second.key());
    assertEquals(List.of(seed), second.sources());
    refused = frontier.hear(second, told("127.0.0.3", "127.0.0.1"), 6);
    assertEquals("beyond the depth of 1", refused.getFirst().reason());
    assertFalse(frontier.isOver());
    frontier.done(second, Verdict.FULL, "", "", 6);
    assertTrue(frontier.isOver());
    assertEquals(List.of(second), seed.sources());
    Counts counts = frontier.counts();
    assertTrue(counts.addUp(), counts.toString());
    assertEquals(5, counts.discovered());
    assertEquals(3, counts.of(Verdict.NOT_DIALLED));
  }

  @Test
  void failuresThatMayPassAreTriedAgainLater() {
    Frontier frontier = frontier(RULES.retrying(2, 1000));
    frontier.seed(peer("127.0.0.1"), 0);
    assertFalse(frontier.done(frontier.next(0), Verdict.TIMEOUT, "", "", 50));
    assertNull(frontier.next(1049));
    assertEquals(1050, frontier.wakeAt(60));
    assertFalse(frontier.done(frontier.next(1050), Verdict.HUNG_UP, "", "", 1100));
    assertNull(frontier.next(5099));
    Peer peer = frontier.next(5100);
    assertTrue(frontier.done(peer, Verdict.SILENT, "", "", 5200));
    assertEquals(3, peer.attempts());
    assertTrue(frontier.isOver());
    frontier.seed(peer("127.0.0.2"), 5200);
    assertTrue(frontier.done(frontier.next(5200), Verdict.REFUSED, "", "", 5200));
  }

  @Test
  void thePeerBudgetCountsPeersNotRetries() {
    Frontier frontier = frontier(RULES.within(9, 2));
    for (int i = 1; i <= 3; i++) {
      frontier.seed(peer("127.0.0." + i), 0);
    }
    frontier.done(frontier.next(0), Verdict.TIMEOUT, "", "", 0);
    Peer second = frontier.next(0);
    assertNull(frontier.next(0));
    frontier.done(second, Verdict.REACHED, "", "", 0);
    assertTrue(frontier.isOver());
    frontier.leaveRest("budget");
    assertTrue(frontier.counts().addUp());
    assertEquals(2, frontier.counts().of(Verdict.NOT_DIALLED));
  }

  @Test
  void identitiesUnderTwoAddressesAreCounted() {
    Frontier frontier = frontier(RULES);
    for (int i = 1; i <= 3; i++) {
      frontier.seed(peer("127.0.0." + i), 0);
    }
    frontier.done(frontier.next(0), Verdict.REACHED, "", "a", 0);
    frontier.done(frontier.next(0), Verdict.REACHED, "", "b", 0);
    frontier.done(frontier.next(0), Verdict.REACHED, "", "a", 0);
    assertEquals(1, frontier.counts().duplicates());
  }

  @Test
  void aFloodInOnePrefixIsBoundedAndTruthIsNot() {
    for (boolean honest : new boolean[] {false, true}) {
      Frontier frontier = frontier(RULES.bounding(20, 1_000_000));
      frontier.seed(peer("127.0.0.1"), 0);
      Peer seed = frontier.next(0);
      List<Frontier.Heard> answer = new ArrayList<>();
      for (int port = 1; port <= 5000; port++) {
        answer.add(new Frontier.Heard(new PeerAddress("n", "127.9.9." + port % 200, port), 0, ""));
      }
      frontier.hear(seed, answer, 0);
      frontier.done(seed, Verdict.REACHED, "", "", 0);
      int dialled = 0;
      for (Peer peer = frontier.next(0); peer != null; peer = frontier.next(0)) {
        dialled++;
        frontier.done(peer, honest ? Verdict.REACHED : Verdict.REFUSED, "", "", 0);
        assertTrue(frontier.counts().addUp());
      }
      assertEquals(honest ? 5000 : 20, dialled);
      assertTrue(frontier.isOver());
      assertEquals(honest ? 0 : 4980, frontier.counts().held());
      assertEquals(honest ? 0 : 4980, frontier.leaveRest("").size());
      assertTrue(frontier.counts().addUp());
    }
  }

  @Test
  void aFloodFromOneSourceIsBounded() {
    Frontier frontier = frontier(new Rules(9, 1_000_000, 0, 0, 0, 0, 1_000_000, 30, 100));
    frontier.seed(peer("127.0.0.1"), 0);
    Peer seed = frontier.next(0);
    List<Frontier.Heard> answer = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      answer.add(new Frontier.Heard(new PeerAddress("n", "127.9." + i + ".1", 5), 0, ""));
    }
    frontier.hear(seed, answer, 0);
    frontier.done(seed, Verdict.REACHED, "", "", 0);
    int dialled = 0;
    for (Peer peer = frontier.next(0); peer != null; peer = frontier.next(0)) {
      frontier.done(peer, dialled++ < 10 ? Verdict.REACHED : Verdict.TIMEOUT, "", "", 0);
    }
    assertEquals(40, dialled);
    assertEquals(101, frontier.counts().discovered());
    assertEquals(50, frontier.counts().overheard());
  }

  @Test
  void excludedPeersAreNeverDialled() {
    Frontier frontier =
        new Frontier(
            new Reach(List.of(peer("127.0.0.1"))),
            RULES,
            new Exclusions(List.of("127.0.0.1", "127.0.1.0/24"), "x"),
            false,
            Frontier.Log.NONE);
    frontier.seed(peer("127.0.0.1"), 0);
    assertNull(frontier.next(0));
    frontier.seed(peer("127.0.0.2"), 0);
    Peer seed = frontier.next(0);
    assertEquals(1, frontier.hear(seed, told("127.0.1.7", "127.0.2.7"), 0).size());
    assertEquals(2, frontier.counts().reasons().get("excluded"));
  }

  @Test
  void whatOthersDidIsLearned() {
    Frontier frontier =
        new Frontier(
            new Reach(List.of(peer("127.0.0.1"))), RULES, Exclusions.NONE, true, Frontier.Log.NONE);
    frontier.seed(peer("127.0.0.1"), 0);
    assertNull(frontier.next(0), "nothing was granted");
    Peer seed = frontier.get("127.0.0.1:1");
    frontier.learn(
        peer("127.0.0.2"),
        1,
        seed,
        3,
        new Frontier.Standing(Peer.State.QUEUED, 1, 7, null, "", ""));
    frontier.learn(
        peer("127.0.0.1"),
        0,
        null,
        3,
        new Frontier.Standing(Peer.State.DONE, 1, 7, Verdict.REACHED, "", "id"));
    assertFalse(frontier.isOver());
    frontier.grant(frontier.get("127.0.0.2:1"));
    assertNull(frontier.next(6), "it is not due");
    Peer second = assertDialled(frontier, 7);
    assertEquals(2, second.attempts());
    frontier.done(second, Verdict.REACHED, "", "id", 8);
    assertTrue(frontier.isOver());
    assertEquals(1, frontier.counts().duplicates());
    assertTrue(frontier.counts().addUp());
  }

  private static Peer assertDialled(Frontier frontier, long now) {
    Peer peer = frontier.next(now);
    assertNotNull(peer);
    return peer;
  }

  /** Random networks: all that can be found are found once, whatever fails, in any order. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomNetworksAreWalked(int seed) {
    Random random = new Random(seed);
    int nodes = 200;
    Frontier frontier = frontier(RULES.bounding(5 + random.nextInt(50), 50));
    Set<String> dialled = new HashSet<>();
    List<Peer> flying = new ArrayList<>();
    Set<String> hosts = new HashSet<>();
    frontier.seed(node(0), 0);
    long now = 0;
    while (!frontier.isOver()) {
      now += random.nextInt(50);
      Peer next = frontier.next(now);
      if (next != null && flying.size() < 20) {
        assertTrue(dialled.add(next.key()) || next.attempts() > 1, next.key());
        assertTrue(hosts.add(next.address().host()), "two at once with one host");
        flying.add(next);
      } else if (next != null) {
        flying.add(next);
        hosts.add(next.address().host());
      } else if (flying.isEmpty()) {
        now = Math.max(now, frontier.wakeAt(now));
      }
      if (!flying.isEmpty() && random.nextInt(3) > 0) {
        Peer peer = flying.remove(random.nextInt(flying.size()));
        hosts.remove(peer.address().host());
        int index = Integer.parseInt(peer.address().host().split("\\.")[3]);
        List<Frontier.Heard> answer = new ArrayList<>();
        for (int k = 1; k <= 3; k++) {
          answer.add(new Frontier.Heard(node((index * 3 + k) % nodes), 0, ""));
        }
        boolean passes = random.nextInt(10) == 0 && peer.attempts() == 1;
        frontier.hear(peer, passes ? List.of() : answer, now);
        frontier.done(peer, passes ? Verdict.TIMEOUT : Verdict.REACHED, "", peer.key(), now);
      }
      assertTrue(frontier.counts().addUp());
    }
    assertEquals(nodes, frontier.counts().of(Verdict.REACHED));
    assertEquals(0, frontier.counts().held());
  }

  private static PeerAddress node(int index) {
    return new PeerAddress("n", "127.3." + index % 3 + "." + index, 1 + index % 2);
  }

  private static Frontier frontier(Rules rules) {
    return new Frontier(
        new Reach(List.of(peer("127.0.0.1"))), rules, Exclusions.NONE, false, Frontier.Log.NONE);
  }

  private static PeerAddress peer(String host) {
    return new PeerAddress("n", host, 1);
  }

  private static List<Frontier.Heard> told(String... hosts) {
    List<Frontier.Heard> told = new ArrayList<>();
    for (String host : hosts) {
      told.add(new Frontier.Heard(peer(host), 0, ""));
    }
    return told;
  }
}
