// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Identifier;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.IdentityView;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code identify}: which network a port speaks. */
public final class Identify implements Verb {
  /** The command. */
  public Identify() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.rest(0, "1..*", "HOST:PORT", "where to ask; IPv6 in brackets"));
    spec.addOption(
        Common.value("DURATION", "listen so long before saying anything (1s)", "--listen"));
    spec.addOption(
        Common.value("DURATION", "most time for one greeting (3s)", "--handshake-timeout"));
    Talking.options(spec, "60s");
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws IOException {
    int status = ExitStatus.OK;
    Secrets secrets = new Secrets();
    try (Recorder recorder = Talking.recorder(line, secrets)) {
      for (String word : Common.rest(line, 0)) {
        status = Math.max(status, one(word, line, console, recorder, secrets));
      }
    }
    return status;
  }

  private static int one(
      String word, ParseResult line, Console console, Recorder recorder, Secrets secrets) {
    PeerAddress place = place(word);
    Dialler.Settings usual = Talking.settings(line, Duration.ofSeconds(60));
    Duration each = Durations.of(line, "--handshake-timeout", Duration.ofSeconds(3));
    Duration connect = usual.connect().compareTo(each) < 0 ? usual.connect() : each;
    Identifier identifier =
        new Identifier(
            place,
            new Identifier.Settings(
                usual.lasting(connect, each),
                Durations.of(line, "--listen", Duration.ofSeconds(1)),
                usual.whole()),
            candidate ->
                Talking.persona(
                    line,
                    new Peers.Target(place, candidate.protocol(), candidate.network(), Map.of()),
                    secrets),
            (number, ends, talk) -> recorder.around(ends, Side.DIALER, (who, event, when) -> {}));
    Identifier.Answer answer =
        identifier.find(
            probe ->
                console.detail(
                    "as "
                        + probe.as().network().scheme()
                        + ": "
                        + probe.visit().verdict().word()
                        + " "
                        + probe.visit().error()));
    IdentityView.show(place.endpoint(), answer, console);
    return ExitStatus.of(answer.probe().visit().verdict());
  }

  private static PeerAddress place(String word) {
    String bare = word.contains("://") ? word.substring(word.indexOf("://") + 3) : word;
    PeerAddress place = PeerAddress.parse("any://" + bare);
    if (place.port() == 0) {
      throw Usage.wrong("'" + word + "' names no port: write HOST:PORT");
    }
    return place;
  }
}
