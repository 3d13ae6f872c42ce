// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.crawl.Counts;
import dev.peerglot.cli.crawl.Crawler;
import dev.peerglot.cli.crawl.Exclusions;
import dev.peerglot.cli.crawl.Frontier;
import dev.peerglot.cli.crawl.Journal;
import dev.peerglot.cli.crawl.Reach;
import dev.peerglot.cli.crawl.Rules;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.map.CrawlFile;
import dev.peerglot.cli.map.Geo;
import dev.peerglot.cli.map.Node;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.CrawlRecords;
import dev.peerglot.cli.print.CrawlView;
import dev.peerglot.cli.print.MapView;
import dev.peerglot.cli.swarm.Plan;
import dev.peerglot.cli.swarm.Swarm;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Entropy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code demo}: the tour that runs anywhere: a swarm, a crawl of it, a map. */
public final class Demo implements Verb {
  private static final int NODES = 60;
  private static final int AWKWARD = 14;
  private static final long SEED = 1;

  /** The command. */
  public Demo() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(Common.value("NETWORK", "which network to play (bitshares)", "--network"));
    spec.addOption(Common.value("FOLDER", "where to write the map (.)", "--output"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws Exception {
    String scheme = Common.text(line, "--network", "bitshares");
    Peers.Target target = Peers.network(scheme, line);
    Path folder = Path.of(Common.text(line, "--output", "."));
    if (!Files.isDirectory(folder)) {
      throw Usage.wrong("there is no folder " + folder + " to write the map to");
    }
    Path records = folder.resolve("demo.jsonl");
    Path picture = folder.resolve("demo.html");
    Plan plan = Plan.of(NODES, AWKWARD, SEED);
    console.note("1. A network of " + NODES + " " + scheme + " peers starts on this machine.");
    try (Swarm swarm = new Swarm(target.protocol(), target.network(), plan, SEED)) {
      swarm.start();
      PeerAddress seed = swarm.addresses().getFirst();
      console.note(
          "   Each one really speaks the protocol; some are silent, slow, full, noisy or lie.");
      console.note("2. Crawling it from " + seed + ":");
      Counts counts = crawl(target, seed, records, console);
      List<Node> rows = CrawlFile.read(records.toString());
      Files.writeString(picture, MapCommand.page(rows, Geo.NONE, true));
      console.note("3. The map:");
      console.line(MapView.summary(rows, Geo.NONE, console));
      next(console, scheme, seed, records, picture);
      long honest =
          plan.kinds().stream().filter(k -> k == dev.peerglot.cli.swarm.Kind.HONEST).count();
      return counts.of(Verdict.REACHED) >= honest ? ExitStatus.OK : ExitStatus.FAILED;
    }
  }

  private static Counts crawl(Peers.Target target, PeerAddress seed, Path records, Console console)
      throws IOException, InterruptedException {
    Frontier frontier =
        new Frontier(
            new Reach(List.of(seed)),
            Rules.LOCAL.within(Integer.MAX_VALUE, 10_000).retrying(0, 0),
            Exclusions.NONE,
            false,
            Frontier.Log.NONE);
    frontier.seed(seed, System.currentTimeMillis());
    Persona persona =
        new Persona(
            target.network(),
            "peerglot-demo",
            null,
            Entropy.system(),
            new Secrets(),
            ConcurrentHashMap.newKeySet(),
            false,
            List::of);
    Dialler dialler =
        new Dialler(
            target.protocol(),
            new Dialler.Settings(Duration.ofSeconds(3), Duration.ofSeconds(8), null, null));
    CrawlView view = new CrawlView(console);
    try (OutputStream out = Files.newOutputStream(records)) {
      Crawler crawler =
          new Crawler(
              frontier,
              new Crawler.Settings(200, null, false, null),
              dialler,
              persona,
              (number, ends, talk) -> (who, event, when) -> {},
              Journal.NONE,
              (visit, peer) -> {
                Out text = new Out(512);
                CrawlRecords.write(text, visit, peer);
                try {
                  out.write(text.array(), 0, text.size());
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      crawler.run();
      view.finish(crawler.counts());
      return crawler.counts();
    }
  }

  private static void next(
      Console console, String scheme, PeerAddress seed, Path records, Path picture) {
    console.note(
        """

        Written: %s (one record a peer) and %s (a picture: open it in a browser).
        What to type next:
          peerglot map %s --dot | dot -Tsvg > demo.svg
          peerglot swarm %s --nodes 60 &     then     peerglot dial %s
          peerglot explain %s
          peerglot --help\
        """
            .formatted(records, picture, records, scheme, seed, scheme));
  }
}
