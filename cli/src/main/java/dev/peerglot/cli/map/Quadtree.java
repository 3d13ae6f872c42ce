// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import java.util.Arrays;

/** Points in squares of squares, each with its centre of mass. Flat arrays: it is built often. */
final class Quadtree {
  /** A square that is seen under a smaller angle than this counts as one point. */
  private static final double ANGLE = 1.0;

  private static final int DEEPEST = 24;

  private double[] px;
  private double[] py;
  private int[] child;
  private int[] point;
  private double[] mass;
  private double[] sumX;
  private double[] sumY;
  private double[] side;
  private int used;

  Quadtree(int points) {
    int cells = Math.max(16, 4 * points);
    child = new int[4 * cells];
    point = new int[cells];
    mass = new double[cells];
    sumX = new double[cells];
    sumY = new double[cells];
    side = new double[cells];
  }

  void build(double[] x, double[] y) {
    px = x;
    py = y;
    used = 0;
    double low = 0;
    double high = 1;
    for (int i = 0; i < x.length; i++) {
      low = Math.min(low, Math.min(x[i], y[i]));
      high = Math.max(high, Math.max(x[i], y[i]));
    }
    cell(high - low);
    for (int i = 0; i < x.length; i++) {
      insert(i, low, low, high - low);
    }
  }

  private int cell(double size) {
    if (used == point.length) {
      int cells = 2 * used;
      child = Arrays.copyOf(child, 4 * cells);
      point = Arrays.copyOf(point, cells);
      mass = Arrays.copyOf(mass, cells);
      sumX = Arrays.copyOf(sumX, cells);
      sumY = Arrays.copyOf(sumY, cells);
      side = Arrays.copyOf(side, cells);
    }
    Arrays.fill(child, 4 * used, 4 * used + 4, 0);
    point[used] = -1;
    mass[used] = 0;
    sumX[used] = 0;
    sumY[used] = 0;
    side[used] = size;
    return used++;
  }

  private void insert(int i, double left, double top, double size) {
    int at = 0;
    for (int depth = 0; ; depth++) {
      double half = size / 2;
      boolean leaf = mass[at] == 0;
      if (!leaf && point[at] >= 0 && depth < DEEPEST) {
        int other = point[at];
        point[at] = -1;
        int quarter = quarter(other, left + half, top + half);
        int below = cell(half);
        child[4 * at + quarter] = below;
        add(below, other);
        point[below] = other;
      }
      add(at, i);
      if (leaf) {
        point[at] = i;
        return;
      }
      if (depth >= DEEPEST) {
        return;
      }
      int quarter = quarter(i, left + half, top + half);
      if (child[4 * at + quarter] == 0) {
        int below = cell(half);
        child[4 * at + quarter] = below;
      }
      at = child[4 * at + quarter];
      left += (quarter & 1) * half;
      top += (quarter >> 1) * half;
      size = half;
    }
  }

  private int quarter(int i, double middleX, double middleY) {
    return (px[i] >= middleX ? 1 : 0) | (py[i] >= middleY ? 2 : 0);
  }

  private void add(int at, int i) {
    mass[at]++;
    sumX[at] += px[i];
    sumY[at] += py[i];
  }

  /** Adds the repulsion of all others on a point. */
  void push(int i, double strength, double[] fx, double[] fy) {
    push(0, i, strength, fx, fy);
  }

  private void push(int at, int i, double strength, double[] fx, double[] fy) {
    if (mass[at] == 0 || point[at] == i && mass[at] == 1) {
      return;
    }
    double dx = px[i] - sumX[at] / mass[at];
    double dy = py[i] - sumY[at] / mass[at];
    double distance = dx * dx + dy * dy;
    boolean whole = child[4 * at] + child[4 * at + 1] + child[4 * at + 2] + child[4 * at + 3] == 0;
    if (whole || side[at] * side[at] < ANGLE * ANGLE * distance) {
      double force = strength * mass[at] / Math.max(distance, 1);
      fx[i] += dx * force;
      fy[i] += dy * force;
      return;
    }
    for (int k = 0; k < 4; k++) {
      if (child[4 * at + k] != 0) {
        push(child[4 * at + k], i, strength, fx, fy);
      }
    }
  }
}
