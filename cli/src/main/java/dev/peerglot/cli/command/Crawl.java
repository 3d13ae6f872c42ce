// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Crawling;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.crawl.Crawler;
import dev.peerglot.cli.crawl.Exclusions;
import dev.peerglot.cli.crawl.Frontier;
import dev.peerglot.cli.crawl.Journal;
import dev.peerglot.cli.crawl.Reach;
import dev.peerglot.cli.crawl.Rules;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Interrupt;
import dev.peerglot.cli.driver.Recorded;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.CrawlPlan;
import dev.peerglot.cli.print.CrawlView;
import dev.peerglot.cli.store.Ledger;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code crawl}: walk address responses, print one record a peer. */
public final class Crawl implements Verb {
  private static final int JOBS = 500;

  /** The command. */
  public Crawl() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        Common.rest(
            0,
            "1..*",
            "SEED",
            "peers to begin with: NETWORK://HOST[:PORT], NETWORK for its own seeds, or -"));
    spec.addOption(
        Common.value(
            "FILE|URL",
            "keep the crawl: an SQLite file, or postgresql://USER@HOST/NAME for many processes;"
                + " the same command goes on",
            "--store"));
    spec.addOption(
        Common.value(
            "DURATION",
            "with several processes: when the work of a silent one is taken over (15s)",
            "--lease"));
    Crawling.options(spec);
    spec.addOption(Common.value("N", "peers at once (" + JOBS + ")", "--jobs"));
    Talking.options(spec, "10s");
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws Exception {
    List<Peers.Target> seeds = Crawling.seeds(line);
    Peers.Target first = seeds.getFirst();
    Dialler.Settings dialling = Talking.settings(line, Duration.ofSeconds(10));
    boolean proxied = dialling.proxy() != null;
    List<PeerAddress> addresses = Crawling.addresses(seeds, proxied);
    Reach reach = new Reach(addresses);
    Rules rules = Crawling.rules(line, reach.isLocal(addresses));
    Secrets secrets = new Secrets();
    Duration most = Durations.of(line, "--max-time", null);
    Persona persona = Crawling.persona(line, first, secrets);
    Exclusions exclusions = Crawling.exclusions(line);
    int jobs = Common.number(line, "--jobs", JOBS, 1);
    String name = Common.text(line, "--store", null);
    Ledger ledger =
        name == null
            ? null
            : new Ledger(name, first.network(), addresses, rules, jobs, Crawling.lease(line));
    try (ledger;
        CrawlView view = new CrawlView(console);
        Recorder recorder = Talking.recorder(line, secrets);
        Interrupt interrupt = Interrupt.watch()) {
      boolean kept = ledger != null;
      Journal journal = kept ? ledger : Journal.NONE;
      Frontier frontier = new Frontier(reach, rules, exclusions, kept, journal);
      if (kept) {
        ledger.teach(frontier, System.currentTimeMillis());
      }
      if (kept && ledger.isSealed()) {
        console.note("this crawl is finished; a new store begins another one");
        view.finish(frontier.counts());
        return ExitStatus.OK;
      }
      addresses.forEach(address -> frontier.seed(address, System.currentTimeMillis()));
      if (line.hasMatchedOption("--dry-run")) {
        CrawlPlan.show(frontier, rules, console);
        return ExitStatus.OK;
      }
      Crawler crawler =
          new Crawler(
              frontier,
              new Crawler.Settings(
                  jobs,
                  most == null ? null : Instant.now().plus(most),
                  kept,
                  proxied ? null : reach),
              new Dialler(first.protocol(), dialling),
              persona,
              new Recorded(recorder, new AtomicLong(), (number, ends, talk, event, when) -> {}),
              journal,
              view);
      stopWhenAsked(interrupt, crawler);
      view.begin(crawler::counts);
      if (kept) {
        ledger.follow(crawler);
      }
      crawler.run();
      if (kept) {
        ledger.close();
      } else {
        crawler.leaveRest("the crawl ended before its turn");
      }
      view.finish(crawler.counts());
      console.flush();
      return interrupt.isAsked() ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }
  }

  private static void stopWhenAsked(Interrupt interrupt, Crawler crawler) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                interrupt.await(null);
                crawler.stop();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
