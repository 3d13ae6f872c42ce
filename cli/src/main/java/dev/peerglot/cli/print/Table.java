// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for people: a column of names, then columns of numbers, each as wide as its widest cell.
 * On a terminal names are cut where a line would not fit. Names may come from peers: what could
 * steer a terminal is shown.
 */
public final class Table {
  private static final String GAP = "  ";

  /** Names are not cut below so many columns. */
  private static final int LEAST = 12;

  private final List<String[]> rows = new ArrayList<>();

  /** A table with these headings, the first one over the names. */
  public Table(String... headings) {
    rows.add(headings.clone());
  }

  /** Adds a row: the name, then a cell for every other heading. */
  public Table row(String name, String... cells) {
    if (cells.length != rows.getFirst().length - 1) {
      throw new IllegalArgumentException(cells.length + " cells beside " + name);
    }
    String[] row = new String[1 + cells.length];
    row[0] = Paint.safe(name);
    System.arraycopy(cells, 0, row, 1, cells.length);
    rows.add(row);
    return this;
  }

  /** Whether there is no row below the headings. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** Appends the lines, or nothing for an empty table. */
  public void appendTo(StringBuilder text, Console console) {
    if (isEmpty()) {
      return;
    }
    int[] widths = widths(console);
    boolean heading = true;
    for (String[] row : rows) {
      String line = line(row, widths, console);
      text.append(heading ? Paint.DIM.on(console, line) : line).append('\n');
      heading = false;
    }
  }

  private int[] widths(Console console) {
    int[] widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], Layout.width(row[i]));
      }
    }
    if (console.outTerminal()) {
      int others = Arrays.stream(widths).skip(1).map(width -> width + GAP.length()).sum();
      widths[0] = Math.min(widths[0], Math.max(LEAST, console.columns() - others));
    }
    return widths;
  }

  private static String line(String[] row, int[] widths, Console console) {
    StringBuilder line = new StringBuilder();
    line.append(Layout.pad(Layout.cut(row[0], widths[0], console), widths[0]));
    for (int i = 1; i < row.length; i++) {
      line.append(GAP).append(" ".repeat(widths[i] - Layout.width(row[i]))).append(row[i]);
    }
    return line.toString().stripTrailing();
  }
}
