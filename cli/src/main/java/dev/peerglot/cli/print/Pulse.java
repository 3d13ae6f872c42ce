// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.crawl.Counts;
import dev.peerglot.codec.session.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** How fast a crawl is and how long it may take still, from its numbers over the last seconds. */
final class Pulse {
  private static final long WINDOW = 30_000_000_000L;

  private final Deque<Point> points = new ArrayDeque<>();

  private record Point(long nanos, long finished) {}

  Pulse(long begin) {
    points.add(new Point(begin, 0));
  }

  /** The line of progress. */
  String line(Counts now, long nanos) {
    long finished = now.finished() - now.of(Verdict.NOT_DIALLED);
    points.add(new Point(nanos, finished));
    while (points.size() > 2 && nanos - points.peekFirst().nanos > WINDOW) {
      points.removeFirst();
    }
    double seconds = Math.max(1e-3, (nanos - points.peekFirst().nanos) / 1e9);
    double rate = (finished - points.peekFirst().finished) / seconds;
    int open = now.queued() - now.held() + now.inFlight();
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,.0f peers/s", rate));
    if (rate > 0 && open > 0) {
      text.append(", ").append(left(open / rate)).append(" left");
    }
    text.append(
        String.format(
            Locale.ROOT,
            "; %,d discovered = %,d reached",
            now.discovered(),
            now.of(Verdict.REACHED)));
    text.append(
        String.format(Locale.ROOT, " + %,d in flight + %,d queued", now.inFlight(), now.queued()));
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.REACHED && now.of(verdict) > 0) {
        text.append(String.format(Locale.ROOT, " + %,d %s", now.of(verdict), verdict.word()));
      }
    }
    return text.toString();
  }

  private static String left(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600 ? whole / 60 + " min" : whole / 3600 + " h " + whole / 60 % 60 + " min";
  }
}
