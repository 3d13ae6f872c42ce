// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.view.Json;
import java.time.Duration;
import java.util.LongSummaryStatistics;

/** Round trips as they come, and their summary. */
public final class PingView {
  private final Console console;
  private final String peer;
  private int shown;

  /** A view of pings to one peer. */
  public PingView(Console console, String peer) {
    this.console = console;
    this.peer = peer;
  }

  /** Prints what is new. */
  public void update(Findings findings) {
    while (shown < findings.roundTrips().size()) {
      Duration time = findings.roundTrips().get(shown++);
      String millis = CrawlRecords.millis(time.toNanos());
      if (console.json()) {
        Json json = new Json(new Out());
        json.object().key("peer").text(peer);
        json.key("ping").number(shown);
        json.key("round_trip").digits(millis).end();
        json.out().u8('\n');
        console.bytes(json.out().array(), 0, json.out().size());
        console.flush();
      } else {
        console.line(Paint.safe(peer) + "  " + shown + "  " + millis + " ms");
      }
    }
  }

  /** Prints the summary, or why there is none. */
  public void finish(Visit visit) {
    LongSummaryStatistics times =
        visit.roundTrips().stream().mapToLong(Duration::toNanos).summaryStatistics();
    if (times.getCount() == 0) {
      console.error(
          "peerglot: " + peer + ": " + visit.verdict().word() + " " + Paint.safe(visit.error()));
      return;
    }
    console.note(
        times.getCount()
            + " round trips: least "
            + CrawlRecords.millis(times.getMin())
            + ", mean "
            + CrawlRecords.millis((long) times.getAverage())
            + ", most "
            + CrawlRecords.millis(times.getMax())
            + " ms");
  }
}
