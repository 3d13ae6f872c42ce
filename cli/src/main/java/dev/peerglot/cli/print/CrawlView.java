// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.crawl.Crawler;
import dev.peerglot.cli.crawl.Frontier;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A crawl as it goes: one record a peer, a line of progress, a summary that adds up. */
public final class CrawlView implements Crawler.Results {
  private static final long PLAIN_EVERY = 10_000_000_000L;
  private static final long TERMINAL_EVERY = 200_000_000L;

  private final Console console;
  private final long begin = System.nanoTime();
  private final Map<String, Long> reasons = new TreeMap<>();
  private Supplier<Frontier.Counts> counts;
  private long lastProgress = begin;
  private boolean progressShown;

  /** A view on a console. */
  public CrawlView(Console console) {
    this.console = console;
  }

  /** The crawl begins; {@code counts} tells how far it is. */
  public void begin(Supplier<Frontier.Counts> now) {
    counts = now;
  }

  @Override
  public void done(Visit visit, Frontier.Peer peer) {
    if (visit.verdict() == Verdict.NOT_DIALLED) {
      reasons.merge(visit.error(), 1L, Long::sum);
    }
    if (console.json()) {
      Out out = new Out(512);
      CrawlRecords.write(out, visit, peer.sources(), peer.depth());
      console.bytes(out.array(), 0, out.size());
    } else if (visit.verdict() != Verdict.NOT_DIALLED || console.verbosity() > 0) {
      clear();
      console.line(line(visit));
    }
    progress();
  }

  private String line(Visit visit) {
    String verdict = "%-15s".formatted(visit.verdict().word());
    Object agent = visit.facts().getOrDefault("agent", "");
    String told =
        visit.neighbours().isEmpty() ? "" : "  " + visit.neighbours().size() + " neighbours";
    return Paint.of(visit.verdict()).on(console, verdict)
        + " "
        + Paint.safe(visit.peer().toString())
        + "  "
        + Paint.safe(agent.toString())
        + told
        + (visit.error().isEmpty() ? "" : "  " + Paint.DIM.on(console, visit.error()));
  }

  private void progress() {
    long now = System.nanoTime();
    boolean terminal = console.errTerminal();
    if (console.quiet()
        || counts == null
        || now - lastProgress < (terminal ? TERMINAL_EVERY : PLAIN_EVERY)) {
      return;
    }
    lastProgress = now;
    String text = progressText(counts.get(), now);
    if (terminal) {
      console.raw("\r\u001b[K" + text);
      progressShown = true;
    } else {
      console.note(text);
    }
  }

  private String progressText(Frontier.Counts now, long nanos) {
    double seconds = (nanos - begin) / 1e9;
    long done = now.discovered() - now.queued() - now.inFlight();
    return String.format(
        Locale.ROOT,
        "%,d discovered, %,d reached, %,d done, %,d in flight, %,d queued; %,.0f peers/s",
        now.discovered(),
        now.of(Verdict.REACHED),
        done,
        now.inFlight(),
        now.queued(),
        done / Math.max(seconds, 0.001));
  }

  private void clear() {
    if (progressShown && console.errTerminal()) {
      console.raw("\r\u001b[K");
      progressShown = false;
    }
  }

  /** The crawl is over. */
  public void finish(Frontier.Counts end) {
    clear();
    if (console.quiet()) {
      return;
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d peers discovered in %.1f s: %,d reached",
            end.discovered(),
            seconds,
            end.of(Verdict.REACHED)));
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.REACHED && verdict != Verdict.NOT_DIALLED && end.of(verdict) > 0) {
        text.append(String.format(Locale.ROOT, ", %,d %s", end.of(verdict), verdict.word()));
      }
    }
    if (end.of(Verdict.NOT_DIALLED) > 0) {
      text.append(String.format(Locale.ROOT, ", %,d not dialled", end.of(Verdict.NOT_DIALLED)));
      reasons.forEach(
          (reason, n) -> text.append(String.format(Locale.ROOT, "%n  %,8d  %s", n, reason)));
    }
    console.note(text.toString());
  }
}
