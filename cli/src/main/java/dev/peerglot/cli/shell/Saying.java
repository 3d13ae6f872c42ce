// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Fields;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.command.Loose;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code send MESSAGE …} over a connection that is there, with the options of the command. */
final class Saying {
  private static final Duration WAIT = Duration.ofSeconds(2);

  private Saying() {}

  static int send(Connection connection, List<String> words, boolean live, Console console)
      throws InterruptedException {
    ParseResult line = parse(connection, words);
    Peers.Target target = connection.target();
    MessageKind kind = kind(target, Common.parameter(line, 1));
    byte[] body = Fields.body(kind, Common.rest(line, 2), line);
    List<String> until =
        Common.texts(line, "--until").stream().map(word -> kind(target, word).name()).toList();
    // At a terminal answers are printed as they come: there is nothing to wait for.
    Duration usual = live && until.isEmpty() ? Duration.ZERO : WAIT;
    boolean answered =
        connection.say(
            new Outgoing.Message(kind, body),
            Common.number(line, "--repeat", 1, 1),
            until,
            Durations.of(line, "--wait", usual));
    if (until.isEmpty() || answered) {
      return ExitStatus.OK;
    }
    console.error("peerglot: " + connection + " did not send " + String.join(" or ", until));
    return ExitStatus.TIME_OUT;
  }

  /** The line as the command would have it: with the peer in it. */
  private static ParseResult parse(Connection connection, List<String> words) {
    Verbs.Entry entry = Verbs.get("send");
    CommandSpec spec = Common.complete(entry.verb().get().spec(), entry);
    List<String> all = new ArrayList<>(List.of(connection.target().address().toString()));
    all.addAll(words.subList(1, words.size()));
    CommandLine parser = new CommandLine(spec);
    parser.setTrimQuotes(false).setUnmatchedOptionsAllowedAsOptionParameters(false);
    try {
      return parser.parseArgs(all.toArray(String[]::new));
    } catch (ParameterException e) {
      throw Common.wrong(e, entry);
    }
  }

  static MessageKind kind(Peers.Target target, String word) {
    return Loose.kind(target.protocol(), target.network(), word);
  }
}
