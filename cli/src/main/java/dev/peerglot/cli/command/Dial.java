// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Host;
import dev.peerglot.cli.driver.LiveStream;
import dev.peerglot.cli.driver.Recorded;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.Printer;
import dev.peerglot.cli.print.VisitView;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dial}: connect, shake hands, print who answered. */
public final class Dial implements Verb {
  private static final int JOBS = 64;

  /** The command. */
  public Dial() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.rest(0, "1..*", "PEER", "NETWORK://HOST[:PORT]; - reads one a line"));
    Talking.options(spec, "5s");
    spec.addOption(Common.value("N", "peers at once (" + JOBS + ")", "--jobs"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws Exception {
    List<Peers.Target> targets = Peers.all(Common.rest(line, 0), line);
    Secrets secrets = new Secrets();
    Dialler.Settings settings = Talking.settings(line, Duration.ofSeconds(5));
    Semaphore jobs = new Semaphore(Common.number(line, "--jobs", JOBS, 1));
    AtomicLong numbers = new AtomicLong(targets.size());
    AtomicInteger status = new AtomicInteger(ExitStatus.OK);
    try (Recorder recorder = Talking.recorder(line, secrets);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < targets.size(); i++) {
        Peers.Target target = targets.get(i);
        long number = i;
        Persona persona = Talking.persona(line, target, secrets);
        Runnable task =
            () -> {
              Visit visit =
                  new Dialler(target.protocol(), settings)
                      .visit(
                          target.address(),
                          Errand.to(Errand.Goal.GREET),
                          persona,
                          number,
                          host(target, recorder, numbers, console));
              VisitView.show(visit, console);
              status.accumulateAndGet(ExitStatus.of(visit.verdict()), Math::max);
            };
        if (targets.size() == 1) {
          task.run();
          break;
        }
        jobs.acquire();
        threads.submit(
            () -> {
              try {
                task.run();
              } finally {
                jobs.release();
              }
            });
      }
    }
    return status.get();
  }

  /** Records everything; prints what is said only with {@code -v}. */
  static Host host(Peers.Target target, Recorder recorder, AtomicLong numbers, Console console) {
    Printer printer = new Printer(console, false);
    return new Recorded(
        recorder,
        numbers,
        (number, line, talk, event, when) -> {
          if (console.verbosity() > 0) {
            String scheme = target.network().scheme();
            printer.live(LiveStream.of(number, line, talk.me(), scheme, talk), event, when);
          }
        });
  }
}
