// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.driver.CaptureDriver;
import dev.peerglot.cli.driver.EventPipe;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.view.Json;
import java.util.Locale;

/** The byte balance at the end of every decode: where each captured byte went. */
public final class BalanceView {
  private BalanceView() {}

  /** Says it: as the result with {@code --stats}, beside the results otherwise. */
  public static void show(CaptureDriver driver, EventPipe pipe, boolean stats, Console console) {
    if (stats && console.json()) {
      Out out = json(driver, pipe);
      console.bytes(out.array(), 0, out.size());
      return;
    }
    String text = lines(driver, pipe);
    if (stats) {
      StringBuilder counts = new StringBuilder();
      pipe.messages().forEach((name, n) -> counts.append("%,10d  %s%n".formatted(n, name)));
      console.line(counts + text);
    } else {
      console.note(text);
    }
  }

  private static Out json(CaptureDriver driver, EventPipe pipe) {
    Balance balance = driver.balance();
    Out out = new Out(256);
    Json json = new Json(out);
    json.object();
    json.key("captured").number(balance.captured());
    json.key("decoded").number(balance.decoded());
    json.key("undecoded").number(balance.undecoded());
    json.key("missing").number(balance.missing());
    json.key("foreign").number(driver.foreign());
    json.key("streams").number(driver.streams());
    json.key("messages").object();
    pipe.messages().forEach((name, n) -> json.key(name).number(n));
    json.end();
    json.key("faults").number(pipe.faults());
    json.key("foreign_streams").number(driver.foreignStreams());
    json.end();
    out.u8('\n');
    return out;
  }

  private static String lines(CaptureDriver driver, EventPipe pipe) {
    Balance balance = driver.balance();
    long messages = pipe.messages().values().stream().mapToLong(Long::longValue).sum();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d messages in %,d streams; bytes: %,d captured = %,d decoded + %,d undecoded; %,d"
                + " missing",
            messages,
            driver.streams(),
            balance.captured(),
            balance.decoded(),
            balance.undecoded(),
            balance.missing()));
    if (driver.foreignStreams() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; %,d foreign in %,d streams of no known network",
              driver.foreign(),
              driver.foreignStreams()));
    }
    if (pipe.faults() > 0) {
      text.append(String.format(Locale.ROOT, "; %,d faults", pipe.faults()));
    }
    if (pipe.locked() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%,d directions are encrypted and no key fits: give a key log with --keys FILE",
              pipe.locked()));
    }
    return text.toString();
  }
}
