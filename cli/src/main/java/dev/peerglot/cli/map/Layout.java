// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import java.util.Arrays;
import java.util.Random;

/**
 * Places for the peers of a graph: forces after Fruchterman and Reingold (1991), repulsion by a
 * Barnes-Hut tree (1986), so that tens of thousands take seconds. The same graph gives the same
 * places.
 */
public final class Layout {
  private static final double SPACING = 60;

  private final double[] x;
  private final double[] y;

  /** Computes the places. */
  public Layout(Graph graph) {
    int count = graph.nodes().size();
    Random random = new Random(1);
    double size = SPACING * Math.sqrt(Math.max(1, count));
    x = random.doubles(count, -size / 2, size / 2).toArray();
    y = random.doubles(count, -size / 2, size / 2).toArray();
    int rounds = count < 2000 ? 300 : count < 20_000 ? 120 : 50;
    double[] fx = new double[count];
    double[] fy = new double[count];
    Quadtree tree = new Quadtree(count);
    for (int round = 0; round < rounds; round++) {
      Arrays.fill(fx, 0);
      Arrays.fill(fy, 0);
      tree.build(x, y);
      for (int i = 0; i < count; i++) {
        tree.push(i, SPACING * SPACING, fx, fy);
        // A little gravity keeps parts that hang together by nothing from drifting away.
        fx[i] -= x[i] * 0.02;
        fy[i] -= y[i] * 0.02;
      }
      attract(graph, fx, fy);
      double reach = size / 10 * (1 - round / (double) rounds) + 1;
      for (int i = 0; i < count; i++) {
        double length = Math.max(1e-9, Math.hypot(fx[i], fy[i]));
        double step = Math.min(length, reach) / length;
        x[i] += fx[i] * step;
        y[i] += fy[i] * step;
      }
    }
  }

  private void attract(Graph graph, double[] fx, double[] fy) {
    for (int e = 0; e < graph.edges(); e++) {
      int a = graph.from(e);
      int b = graph.to(e);
      double dx = x[a] - x[b];
      double dy = y[a] - y[b];
      double pull = Math.hypot(dx, dy) / SPACING / 2;
      fx[a] -= dx * pull;
      fy[a] -= dy * pull;
      fx[b] += dx * pull;
      fy[b] += dy * pull;
    }
  }

  /** How far to the right a peer is. */
  public int x(int node) {
    return (int) Math.round(x[node]);
  }

  /** How far down a peer is. */
  public int y(int node) {
    return (int) Math.round(y[node]);
  }
}
