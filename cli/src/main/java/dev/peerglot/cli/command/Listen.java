// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.driver.Acceptor;
import dev.peerglot.cli.driver.Host;
import dev.peerglot.cli.driver.Interrupt;
import dev.peerglot.cli.driver.LiveStream;
import dev.peerglot.cli.driver.Recorded;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.Printer;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code listen}: be a peer, print what is said. */
public final class Listen implements Verb {
  private static final int MOST = 1000;

  /** The command. */
  public Listen() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.parameter(0, "NETWORK", "which network's peer to be"));
    spec.addOption(Common.value("PORT", "where to listen (the network's own)", "-p", "--port"));
    spec.addOption(Common.value("DURATION", "stop after that time", "--for"));
    spec.addOption(Common.value("N", "connections at once (" + MOST + ")", "--max-peers"));
    spec.addOption(Common.flag("tell every peer that we take no more", "--full"));
    spec.addOption(Common.flag("all fields with offset and bytes (terminal view)", "-x", "--tree"));
    Talking.searching(spec);
    Talking.options(spec, "none");
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) throws Exception {
    Peers.Target target = Peers.network(Common.parameter(line, 0), line);
    String scheme = target.network().scheme();
    Secrets secrets = new Secrets();
    InetAddress address =
        Talking.bind(line) == null ? InetAddress.getByName("0.0.0.0") : Talking.bind(line);
    int port = Common.number(line, "-p", target.network().port(), 0);
    Persona persona = Talking.persona(line, target, secrets).settled();
    if (line.hasMatchedOption("--full")) {
      persona = persona.fullUp();
    }
    AtomicLong numbers = new AtomicLong();
    Printer printer =
        new Printer(console, line.hasMatchedOption("-x"), Talking.search(line, target));
    Duration life = Durations.of(line, "--for", null);
    try (Recorder recorder = Talking.recorder(line, secrets);
        Interrupt interrupt = Interrupt.watch()) {
      Host host =
          new Recorded(
              recorder,
              numbers,
              (number, ends, talk, event, when) ->
                  printer.live(LiveStream.of(number, ends, talk.me(), scheme, talk), event, when));
      try (Acceptor acceptor =
          new Acceptor(
              target.protocol(),
              persona,
              Acceptor.listen(address, port),
              new Acceptor.Settings(
                  Durations.of(line, "--timeout", null),
                  Common.number(line, "--max-peers", MOST, 1),
                  Duration.ZERO),
              numbers,
              host)) {
        PeerAddress here = new PeerAddress(scheme, address.getHostAddress(), acceptor.port());
        console.note(
            "listening as "
                + here
                + identity(target, persona)
                + (life == null ? "; Ctrl-C stops" : ""));
        Thread.ofVirtual().start(acceptor::serve);
        boolean stopped = interrupt.await(life);
        console.flush();
        return stopped ? ExitStatus.INTERRUPTED : ExitStatus.OK;
      }
    } catch (java.net.BindException e) {
      throw Usage.end(
          ExitStatus.USAGE,
          "cannot listen on " + address.getHostAddress() + " port " + port + ": " + e.getMessage());
    } catch (IOException e) {
      throw Usage.end(ExitStatus.FAILED, "cannot listen: " + e.getMessage());
    }
  }

  /** What others may need to know to dial us: our identity, in the notation of the network. */
  private static String identity(Peers.Target target, Persona persona) {
    Identity identity = target.protocol().identity(persona.key());
    if (identity == null) {
      return "";
    }
    Map.Entry<String, String> shown = identity.notations().entrySet().iterator().next();
    return ", " + shown.getKey() + " " + shown.getValue();
  }
}
