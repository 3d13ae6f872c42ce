// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Fields;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.driver.SendHost;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.Paint;
import dev.peerglot.cli.print.Printer;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code send}: send a message to a peer, print what it answers. */
public final class Send implements Verb {
  private static final String YES = "--yes";

  /** The command. */
  public Send() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.parameter(0, "PEER", "NETWORK://HOST[:PORT]"));
    spec.addPositional(Common.parameter(1, "MESSAGE", "its name; see peerglot explain NETWORK"));
    spec.addPositional(
        Common.rest(2, "0..*", "NAME=VALUE", "fields; a.b=1 and a.0=1 reach inside"));
    Fields.options(spec);
    spec.addOption(
        Common.value(
            "DURATION",
            "how long to listen for answers (2s, or what the network needs)",
            "--wait"));
    spec.addOption(Common.values("MESSAGE", "leave as soon as the peer has sent this", "--until"));
    spec.addOption(Common.value("N", "send it so many times (1)", "--repeat"));
    spec.addOption(
        Common.flag("send it although it may do what the peer's owner does not expect", YES));
    spec.addOption(Common.flag("all fields with offset and bytes (terminal view)", "-x", "--tree"));
    Talking.searching(spec);
    Talking.options(spec, "5s to be greeted");
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws IOException {
    Peers.Target target = Peers.parse(Common.parameter(line, 0), line);
    MessageKind kind =
        target
            .protocol()
            .messages(target.network())
            .find(Common.parameter(line, 1))
            .orElseGet(
                () -> {
                  MessageKind part =
                      Loose.kind(target.protocol(), target.network(), Common.parameter(line, 1));
                  throw Usage.wrong(part.name() + " is a part of messages, not one to be sent");
                });
    byte[] body = Fields.body(kind, Common.rest(line, 2), line);
    String danger = target.protocol().danger(kind.name(), body);
    if (!danger.isEmpty() && !line.hasMatchedOption(YES)) {
      throw Usage.wrong(
          kind.name() + " was not sent: " + danger + "; to send it all the same, say " + YES);
    }
    Duration wait = Durations.of(line, "--wait", target.protocol().patience(kind.name()));
    List<String> until =
        Common.texts(line, "--until").stream()
            .map(word -> Loose.kind(target.protocol(), target.network(), word).name())
            .toList();
    Duration greeting = Durations.of(line, "--timeout", Duration.ofSeconds(5));
    Secrets secrets = new Secrets();
    try (Recorder recorder = Talking.recorder(line, secrets)) {
      SendHost host =
          new SendHost(
              new Outgoing.Message(kind, body),
              Common.number(line, "--repeat", 1, 1),
              greeting,
              wait,
              until,
              recorder,
              new Printer(console, line.hasMatchedOption("-x"), Talking.search(line, target)),
              target.network().scheme());
      Dialler.Settings times = Talking.settings(line, greeting);
      Dialler.Settings patient = times.lasting(times.connect(), null);
      Visit visit =
          new Dialler(target.protocol(), patient)
              .visit(
                  target.address(),
                  Errand.to(Errand.Goal.STAY),
                  Talking.persona(line, target, secrets),
                  0,
                  host);
      return conclude(visit, host, until, console);
    }
  }

  private static int conclude(Visit visit, SendHost host, List<String> until, Console console) {
    if (!host.sent()) {
      Verdict verdict = host.late() ? Verdict.SILENT : visit.verdict();
      console.error(
          "peerglot: nothing was sent: "
              + visit.peer()
              + " "
              + verdict.word()
              + (visit.error().isEmpty() ? "" : ", " + Paint.safe(visit.error())));
      return verdict == Verdict.REACHED ? ExitStatus.FAILED : ExitStatus.of(verdict);
    }
    if (!until.isEmpty() && !host.answered()) {
      console.error("peerglot: " + visit.peer() + " did not send " + String.join(" or ", until));
      return ExitStatus.TIME_OUT;
    }
    if (host.hungUp()) {
      console.note("the peer closed the connection");
    }
    return ExitStatus.OK;
  }
}
