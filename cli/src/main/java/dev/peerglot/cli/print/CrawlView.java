// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.crawl.Counts;
import dev.peerglot.cli.crawl.Crawler;
import dev.peerglot.cli.crawl.Peer;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Verdict;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A crawl as it goes: one record a peer, a line of progress, a summary that adds up. */
public final class CrawlView implements Crawler.Results, AutoCloseable {
  private static final long PLAIN_EVERY = 10_000;
  private static final long TERMINAL_EVERY = 250;

  private final Console console;
  private final long begin = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final Pulse pulse = new Pulse(begin);
  private boolean progressShown;

  /** A view on a console. */
  public CrawlView(Console console) {
    this.console = console;
  }

  /** The crawl begins; {@code counts} tells how far it is. */
  public void begin(Supplier<Counts> counts) {
    if (!console.quiet()) {
      long every = console.errTerminal() ? TERMINAL_EVERY : PLAIN_EVERY;
      var unused =
          clock.scheduleAtFixedRate(
              () -> progress(counts.get()), every, every, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void done(Visit visit, Peer peer) {
    clear(); // also where results go elsewhere: they may come back to this terminal through a pipe
    if (console.json()) {
      Out out = new Out(512);
      CrawlRecords.write(out, visit, peer);
      console.bytes(out.array(), 0, out.size());
    } else if (visit.verdict() != Verdict.NOT_DIALLED || console.verbosity() > 0) {
      console.line(line(visit));
    }
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

  private synchronized void progress(Counts now) {
    if (clock.isShutdown()) {
      return;
    }
    String text = pulse.line(now, System.nanoTime());
    if (console.errTerminal()) {
      console.raw("\r\u001b[K" + Layout.cut(text, console.columns() - 1, console));
      progressShown = true;
    } else {
      console.note(text);
    }
  }

  private void clear() {
    if (progressShown) {
      console.raw("\r\u001b[K");
      progressShown = false;
    }
  }

  /** The crawl is over. */
  public void finish(Counts end) {
    close();
    synchronized (this) {
      clear();
      console.note(summary(end, (System.nanoTime() - begin) / 1e9));
    }
  }

  /** The numbers at the end: a line that adds up, and why peers were not dialled. */
  static String summary(Counts end, double seconds) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d peers discovered in %.1f s: %,d reached",
            end.discovered(),
            seconds,
            end.of(Verdict.REACHED)));
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.REACHED && verdict != Verdict.NOT_DIALLED) {
        some(text, ", %,d %s", end.of(verdict), verdict.word());
      }
    }
    some(text, ", %,d not dialled", end.of(Verdict.NOT_DIALLED), "");
    some(text, ", %,d in flight", end.inFlight(), "");
    some(text, ", %,d queued", end.queued(), "");
    end.reasons().forEach((reason, n) -> some(text, "%n  %,8d not dialled: %s", n, reason));
    some(text, "%n  %,8d held back: too many of their prefix or source failed%s", end.held(), "");
    some(
        text,
        "%n  %,8d reached under an identity that has another address too%s",
        end.duplicates(),
        "");
    some(text, "%n  %,8d addresses not noted: one peer told of too many%s", end.overheard(), "");
    return text.toString();
  }

  private static void some(StringBuilder text, String format, long count, String word) {
    if (count > 0) {
      text.append(String.format(Locale.ROOT, format, count, word));
    }
  }

  /** Ends the line of progress. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
