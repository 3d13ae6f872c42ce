// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.swarm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Who is in a swarm and who knows whom. Pure: the same seed gives the same plan. Node 0 is honest
 * and the seed of crawls; every honest node is told of by another one in such a way that all can be
 * found from node 0 through honest nodes alone; a node knows only a few others, so that a crawl has
 * to walk.
 *
 * @param kinds what each node is like
 * @param knows which nodes each of them tells of
 */
public record Plan(List<Kind> kinds, List<List<Integer>> knows) {
  private static final int EXTRA = 5;

  /**
   * A plan for so many nodes, of which a percentage is awkward, each kind of them equally often.
   */
  public static Plan of(int nodes, int awkwardPercent, long seed) {
    Random random = new Random(seed);
    List<Kind> kinds = kinds(nodes, awkwardPercent, random);
    List<Set<Integer>> knows = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      knows.add(new LinkedHashSet<>());
    }
    List<Integer> honest = new ArrayList<>(List.of(0));
    for (int i = 1; i < nodes; i++) {
      // A tree of honest nodes first: each new one hangs below one that is found already.
      int teller = honest.get(random.nextInt(honest.size()));
      knows.get(teller).add(i);
      if (kinds.get(i) == Kind.HONEST) {
        honest.add(i);
      }
    }
    for (int i = 0; i < nodes; i++) {
      int extra = 1 + random.nextInt(EXTRA);
      for (int k = 0; k < extra && nodes > 1; k++) {
        int other = random.nextInt(nodes);
        if (other != i) {
          knows.get(i).add(other);
        }
      }
    }
    List<List<Integer>> lists = new ArrayList<>();
    for (Set<Integer> known : knows) {
      List<Integer> list = new ArrayList<>(known);
      Collections.shuffle(list, random);
      lists.add(List.copyOf(list));
    }
    return new Plan(List.copyOf(kinds), List.copyOf(lists));
  }

  private static List<Kind> kinds(int nodes, int awkwardPercent, Random random) {
    List<Kind> kinds = new ArrayList<>();
    int awkward = (int) Math.min(nodes - 1L, Math.round(nodes * (awkwardPercent / 100.0)));
    for (int i = 0; i < nodes; i++) {
      boolean good = i < nodes - awkward;
      kinds.add(good ? Kind.HONEST : Kind.values()[1 + i % (Kind.values().length - 1)]);
    }
    Collections.shuffle(kinds.subList(1, nodes), random);
    return kinds;
  }
}
