// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.driver.Interrupt;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.swarm.Plan;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code swarm}: run a local network of simulated peers. */
public final class Swarm implements Verb {
  private static final int MOST = 200_000;

  /** The command. */
  public Swarm() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.parameter(0, "NETWORK", "which network to play"));
    spec.addOption(Common.value("N", "how many peers (60)", "--nodes"));
    spec.addOption(
        Common.value(
            "PERCENT",
            "how many are silent, slow, full, on a wrong network, noisy, gone, liars or dead (0)",
            "--awkward"));
    spec.addOption(Common.value("N", "who is what and knows whom (1)", "--random-seed"));
    spec.addOption(Common.value("FILE", "write what each peer is like and knows", "--truth"));
    spec.addOption(Common.value("DURATION", "stop after that time", "--for"));
    Peers.options(spec);
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws Exception {
    Peers.Target target = Peers.network(Common.parameter(line, 0), line);
    int nodes = Common.number(line, "--nodes", 60, 1);
    int awkward = Common.number(line, "--awkward", 0, 0);
    int seed = Common.number(line, "--random-seed", 1, 0);
    if (nodes > MOST || awkward > 100) {
      throw Usage.wrong("at most " + MOST + " nodes, and at most 100 percent of them awkward");
    }
    Duration life = Durations.of(line, "--for", null);
    Plan plan = Plan.of(nodes, awkward, seed);
    try (Interrupt interrupt = Interrupt.watch();
        dev.peerglot.cli.swarm.Swarm swarm =
            new dev.peerglot.cli.swarm.Swarm(target.protocol(), target.network(), plan, seed)) {
      try {
        swarm.start();
      } catch (IOException e) {
        throw Usage.end(
            ExitStatus.FAILED,
            "the swarm cannot listen on 127.16.0.1 and up: "
                + e.getMessage()
                + "; raise the limit of open files, or ask for fewer nodes");
      }
      String truth = Common.text(line, "--truth", null);
      if (truth != null) {
        swarm.writeTruth(Path.of(truth));
      }
      Json json = new Json(new Out());
      json.object().key("seed").text(swarm.addresses().getFirst().toString());
      json.key("nodes").number(nodes).end();
      json.out().u8('\n');
      console.bytes(json.out().array(), 0, json.out().size());
      console.flush();
      return interrupt.await(life) ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }
  }
}
