// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.crawl.Crawler;
import dev.peerglot.cli.crawl.Frontier;
import dev.peerglot.cli.crawl.Reach;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Interrupt;
import dev.peerglot.cli.driver.Recorded;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.CrawlView;
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
        Common.rest(0, "1..*", "SEED", "peers to begin with: NETWORK://HOST[:PORT], or -"));
    spec.addOption(Common.value("N", "dial so many peers at most", "--max-peers"));
    spec.addOption(Common.value("N", "go so many steps from the seeds at most", "--max-depth"));
    spec.addOption(Common.value("DURATION", "dial nobody after that time", "--max-time"));
    spec.addOption(Common.value("N", "peers at once (" + JOBS + ")", "--jobs"));
    Talking.options(spec, "10s");
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws Exception {
    List<Peers.Target> seeds = Peers.all(Common.rest(line, 0), line);
    Peers.Target first = seeds.getFirst();
    for (Peers.Target seed : seeds) {
      if (!seed.network().equals(first.network())) {
        throw Usage.wrong(
            "all seeds of a crawl must be of one network, but there are "
                + first.address()
                + " and "
                + seed.address());
      }
    }
    Frontier frontier =
        new Frontier(
            new Reach(seeds.stream().map(Peers.Target::address).toList()),
            Common.number(line, "--max-depth", Integer.MAX_VALUE, 0),
            Common.number(line, "--max-peers", Integer.MAX_VALUE, 1));
    seeds.forEach(seed -> frontier.seed(seed.address()));
    Secrets secrets = new Secrets();
    Duration most = Durations.of(line, "--max-time", null);
    Persona persona = Talking.persona(line, first.network(), secrets);
    CrawlView view = new CrawlView(console);
    try (Recorder recorder = Talking.recorder(line, secrets);
        Interrupt interrupt = Interrupt.watch()) {
      Crawler crawler =
          new Crawler(
              frontier,
              new Dialler(first.protocol(), Talking.settings(line, Duration.ofSeconds(10))),
              persona,
              Common.number(line, "--jobs", JOBS, 1),
              most == null ? null : Instant.now().plus(most),
              new Recorded(recorder, new AtomicLong(), (number, ends, talk, event, when) -> {}),
              view);
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
      view.begin(crawler::counts);
      crawler.run();
      view.finish(crawler.counts());
      console.flush();
      return interrupt.isAsked() ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }
  }
}
