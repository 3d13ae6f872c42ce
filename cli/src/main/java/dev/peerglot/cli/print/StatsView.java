// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.driver.Totals;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.capture.CaptureCounts;
import dev.peerglot.codec.protocol.Exchange;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.view.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code decode --stats} prints: counts by message and peer, answers, and the balance. */
public final class StatsView {
  private static final int MOST_PEERS = 20;
  private static final double MILLI = 1e6;

  private StatsView() {}

  /** Prints it, as one JSON object or as tables. */
  public static void show(Totals totals, Tally tally, Console console) {
    if (console.json()) {
      Out out = json(totals, tally);
      console.bytes(out.array(), 0, out.size());
    } else {
      String balance = BalanceView.lines(totals, tally);
      console.line(
          tables(tally, console)
              + (console.outTerminal() ? Layout.wrapLines(balance, console.columns()) : balance));
    }
  }

  private static Out json(Totals totals, Tally tally) {
    Balance balance = totals.balance();
    Out out = new Out(256);
    Json json = new Json(out);
    json.object();
    json.key("captured").number(balance.captured());
    json.key("decoded").number(balance.decoded());
    json.key("undecoded").number(balance.undecoded());
    json.key("missing").number(balance.missing());
    json.key("foreign").number(totals.foreign());
    json.key("streams").number(totals.streams());
    json.key("messages").object();
    tally.types().forEach((name, count) -> json.key(name).number(count.messages()));
    json.end();
    json.key("faults").number(tally.faults());
    json.key("locked").number(tally.locked());
    json.key("foreign_streams").number(totals.foreignStreams());
    packets(json, totals.counts());
    json.key("span_us").number(tally.span() / 1000);
    json.key("bytes").object();
    tally.types().forEach((name, count) -> json.key(name).number(count.bytes()));
    json.end();
    json.key("peers").list();
    for (Map.Entry<String, Tally.Count> peer : peers(tally)) {
      json.object();
      json.key("peer").text(peer.getKey());
      json.key("messages").number(peer.getValue().messages());
      json.key("bytes").number(peer.getValue().bytes()).end();
    }
    json.end();
    json.key("exchanges").list();
    tally.exchanges().all().forEach((exchange, answers) -> exchange(json, exchange, answers));
    json.end().end();
    out.u8('\n');
    return out;
  }

  private static void packets(Json json, CaptureCounts counts) {
    if (counts == null) {
      return;
    }
    json.key("packets").object();
    json.key("all").number(counts.packets());
    json.key("tcp").number(counts.tcp());
    json.key("udp").number(counts.udp());
    json.key("other").number(counts.otherProtocols() + counts.notIp() + counts.unknownLink());
    json.key("malformed").number(counts.malformed()).end();
    json.key("retransmitted").number(counts.retransmitted());
    json.key("conflicting").number(counts.conflicting());
    json.key("late").number(counts.late());
  }

  private static void exchange(Json json, Exchange exchange, Exchanges.Answers answers) {
    Latency latency = answers.latency();
    json.object();
    json.key("request").text(exchange.request());
    json.key("answer").list();
    exchange.answers().forEach(json::text);
    json.end();
    json.key("requests").number(answers.requests());
    json.key("answered").number(latency.count());
    if (latency.count() > 0) {
      json.key("latency_us").object();
      json.key("min").number(latency.least() / 1000);
      json.key("mean").number(latency.mean() / 1000);
      json.key("median").number(latency.within(0.5) / 1000);
      json.key("p95").number(latency.within(0.95) / 1000);
      json.key("max").number(latency.most() / 1000).end();
    }
    json.end();
  }

  private static List<Map.Entry<String, Tally.Count>> peers(Tally tally) {
    return tally.peers().entrySet().stream()
        .sorted(Comparator.comparingLong(peer -> -peer.getValue().bytes()))
        .toList();
  }

  private static String tables(Tally tally, Console console) {
    StringBuilder text = new StringBuilder();
    double seconds = tally.span() / 1e9;
    Table types = new Table("message", "count", "/s", "bytes", "mean");
    tally.types().forEach((name, count) -> count(types, name, count, seconds));
    add(text, types, console);

    Table speakers = new Table("said by", "count", "/s", "bytes", "mean");
    List<Map.Entry<String, Tally.Count>> peers = peers(tally);
    peers.stream()
        .limit(MOST_PEERS)
        .forEach(peer -> count(speakers, peer.getKey(), peer.getValue(), seconds));
    add(text, speakers, console);
    if (peers.size() > MOST_PEERS) {
      text.insert(text.length() - 1, number(peers.size() - MOST_PEERS) + " more\n");
    }

    Table exchanges = new Table("request", "asked", "answered", "median ms", "95 % ms", "most ms");
    tally.exchanges().all().forEach((exchange, answers) -> answers(exchanges, exchange, answers));
    add(text, exchanges, console);
    return text.toString();
  }

  private static void add(StringBuilder text, Table table, Console console) {
    if (!table.isEmpty()) {
      table.appendTo(text, console);
      text.append('\n');
    }
  }

  private static void count(Table table, String name, Tally.Count count, double seconds) {
    table.row(
        name,
        number(count.messages()),
        seconds > 0 ? rate(count.messages() / seconds) : "",
        number(count.bytes()),
        number(count.bytes() / Math.max(1, count.messages())));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.2f" : "%,.0f", perSecond);
  }

  private static void answers(Table table, Exchange exchange, Exchanges.Answers answers) {
    Latency latency = answers.latency();
    table.row(
        exchange.request() + " → " + exchange.answers().getFirst(),
        number(answers.requests()),
        number(latency.count()),
        millis(latency, latency.within(0.5)),
        millis(latency, latency.within(0.95)),
        millis(latency, latency.most()));
  }

  private static String millis(Latency latency, long nanos) {
    return latency.count() == 0 ? "" : String.format(Locale.ROOT, "%,.3f", nanos / MILLI);
  }
}
