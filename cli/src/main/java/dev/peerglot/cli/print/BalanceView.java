// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.driver.Totals;
import dev.peerglot.codec.capture.CaptureCounts;
import dev.peerglot.codec.session.Balance;
import java.util.Locale;

/** The byte balance at the end of every decode: where each captured byte went. */
public final class BalanceView {
  private BalanceView() {}

  /** Says it beside the results; {@code filtered}: not all messages were shown. */
  public static void show(Totals totals, Tally tally, boolean filtered, Console console) {
    String shown = filtered ? some(tally.shown(), "message") + " shown of " : "";
    String text = shown + lines(totals, tally);
    console.note(console.errTerminal() ? Layout.wrapLines(text, console.columns()) : text);
  }

  /** The balance in a few lines, the last one without its end. */
  static String lines(Totals totals, Tally tally) {
    Balance balance = totals.balance();
    StringBuilder text = new StringBuilder();
    add(
        text,
        "%s in %s; bytes: %,d captured = %,d decoded + %,d undecoded; %,d missing",
        some(tally.messages(), "message"),
        some(totals.streams(), "stream"),
        balance.captured(),
        balance.decoded(),
        balance.undecoded(),
        balance.missing());
    if (totals.foreignStreams() > 0) {
      add(
          text,
          "; %,d foreign in %s of no known network",
          totals.foreign(),
          some(totals.foreignStreams(), "stream"));
    }
    if (tally.faults() > 0) {
      text.append("; ").append(some(tally.faults(), "fault"));
    }
    if (tally.locked() > 0) {
      add(
          text,
          "%n%,d directions are encrypted and no key fits: give a key log with --keys FILE",
          tally.locked());
    }
    if (totals.counts() != null) {
      oddities(text, totals.counts());
    }
    return text.toString();
  }

  private static void oddities(StringBuilder text, CaptureCounts counts) {
    if (counts.late() > 0) {
      add(
          text,
          "%n%,d bytes came when their place had been given up, and count as missing: sort the"
              + " capture (reordercap)",
          counts.late());
    }
    if (counts.conflicting() > 0) {
      add(
          text,
          "%n%,d bytes were captured again with other values; the first ones were taken",
          counts.conflicting());
    }
    if (counts.malformed() > 0) {
      add(text, "%n%,d packets have headers that make no sense", counts.malformed());
    }
    if (counts.headless() > 0) {
      add(text, "%n%,d packets are cut before the end of their headers", counts.headless());
    }
    if (counts.unknownLink() > 0) {
      add(text, "%n%,d packets are of a link type that is not known", counts.unknownLink());
    }
  }

  private static String some(long count, String thing) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, thing);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
