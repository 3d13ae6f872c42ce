// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line on standard error that tells how far a long command is: the share of its input, the rate,
 * the time left. Only where standard error is a terminal and results do not scroll by on it.
 */
public final class Progress implements AutoCloseable {
  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long NEXT_NANOS = 250_000_000L;
  private static final double MEGA = 1e6;

  private final Console console;
  private final long size;
  private final LongSupplier position;
  private final boolean wanted;
  private final long start = System.nanoTime();
  private long next = start + FIRST_NANOS;
  private int shown;

  /**
   * Progress of reading.
   *
   * @param size bytes to be read; where it is not known, nothing is shown
   * @param position how many have been read
   * @param scrolls whether results are printed meanwhile
   */
  public Progress(Console console, long size, LongSupplier position, boolean scrolls) {
    this.console = console;
    this.size = size;
    this.position = position;
    this.wanted =
        size > 0
            && console.errTerminal()
            && !console.quiet()
            && !(scrolls && console.outTerminal());
  }

  /** Shows the line, if it is time. */
  public void look() {
    if (wanted) {
      look(System.nanoTime());
    }
  }

  private void look(long now) {
    if (now - next < 0) {
      return;
    }
    next = now + NEXT_NANOS;
    show(text(position.getAsLong(), size, (now - start) / 1e9));
  }

  /** The line after some seconds. */
  static String text(long position, long size, double seconds) {
    double rate = position / seconds;
    double left = rate > 0 ? (size - position) / rate : 0;
    return String.format(
        Locale.ROOT,
        "%3d %%  %,.0f of %,.0f MB  %,.0f MB/s  %s left",
        Math.min(100, position * 100 / size),
        position / MEGA,
        size / MEGA,
        rate / MEGA,
        time(Math.round(Math.max(0, left))));
  }

  private static String time(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
  }

  private void show(String text) {
    console.raw("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
    shown = text.length();
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (shown > 0) {
      console.raw("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }
}
