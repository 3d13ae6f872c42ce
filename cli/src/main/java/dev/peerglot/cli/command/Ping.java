// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Host;
import dev.peerglot.cli.driver.Recorded;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.PingView;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ping}: time round trips over the protocol's own keep-alive. */
public final class Ping implements Verb {
  /** The command. */
  public Ping() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.parameter(0, "PEER", "NETWORK://HOST[:PORT]"));
    spec.addOption(Common.value("N", "round trips (5)", "-c", "--count"));
    spec.addOption(Common.value("DURATION", "time between two (1s)", "-i", "--interval"));
    Talking.options(spec, "5s and the intervals");
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws IOException {
    Peers.Target target = Peers.parse(Common.parameter(line, 0), line);
    int count = Common.number(line, "-c", 5, 1);
    Duration pause = Durations.of(line, "-i", Duration.ofSeconds(1));
    Duration whole = Duration.ofSeconds(5).plus(pause.multipliedBy(count));
    Secrets secrets = new Secrets();
    try (Recorder recorder = Talking.recorder(line, secrets)) {
      PingView view = new PingView(console, target.address().toString());
      AtomicReference<Findings> findings = new AtomicReference<>();
      Host host =
          new Recorded(
              recorder,
              new AtomicLong(1),
              (number, ends, talk, event, when) -> {
                findings.compareAndSet(null, talk.endpoint().findings());
                view.update(findings.get());
              });
      Visit visit =
          new Dialler(target.protocol(), Talking.settings(line, whole))
              .visit(
                  target.address(),
                  new Errand(Errand.Goal.PING, count, pause),
                  Talking.persona(line, target, secrets),
                  0,
                  host);
      view.finish(visit);
      boolean some = !visit.roundTrips().isEmpty();
      if (some && visit.roundTrips().size() < count) {
        return ExitStatus.TIME_OUT;
      }
      return some || visit.verdict() != Verdict.REACHED
          ? ExitStatus.of(visit.verdict())
          : ExitStatus.TIME_OUT;
    }
  }
}
