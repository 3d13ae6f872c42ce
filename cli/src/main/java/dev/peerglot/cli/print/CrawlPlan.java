// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.crawl.Frontier;
import dev.peerglot.cli.crawl.Peer;
import dev.peerglot.cli.crawl.Rules;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.codec.view.Json;
import java.util.Comparator;
import java.util.List;

/** What a crawl would do, for {@code --dry-run}. */
public final class CrawlPlan {
  private CrawlPlan() {}

  /** Prints who would be dialled first and who never, and the limits. */
  public static void show(Frontier frontier, Rules rules, Console console) {
    List<Peer> peers =
        frontier.peers().stream()
            .filter(
                peer -> peer.state() != Peer.State.DONE || peer.verdict() == Verdict.NOT_DIALLED)
            .sorted(Comparator.comparingInt(Peer::depth).thenComparing(Peer::key))
            .toList();
    for (Peer peer : peers) {
      boolean dials = peer.state() != Peer.State.DONE;
      if (console.json()) {
        Json json = new Json(new Out());
        json.object().key("peer").text(peer.address().toString());
        json.key("would").text(dials ? "dial" : Verdict.NOT_DIALLED.word());
        if (!peer.reason().isEmpty()) {
          json.key("reason").text(peer.reason());
        }
        json.key("depth").number(peer.depth()).end();
        json.out().u8('\n');
        console.bytes(json.out().array(), 0, json.out().size());
      } else {
        String why = peer.reason().isEmpty() ? "" : "  " + Paint.safe(peer.reason());
        console.line((dials ? "dial         " : "not-dialled  ") + peer.address() + why);
      }
    }
    console.note(
        "nobody was dialled. Limits: %s in all, %s to one /24 or /48, retries %d, one connection a host"
            .formatted(rate(rules.rate()), rate(rules.prefixRate()), rules.retries()));
  }

  private static String rate(double rate) {
    return rate == 0 ? "any number a second" : "%.4g a second".formatted(rate);
  }
}
