// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.Reference;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.view.Json;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: the reference of networks, messages and fields. */
public final class Explain implements Verb {
  /** The command. */
  public Explain() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.optional(0, "NETWORK", "a network; without one: all of them"));
    spec.addPositional(Common.optional(1, "MESSAGE", "a message or a part of messages"));
    spec.addOption(Common.flag("the protocol's page in Markdown", "--markdown"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) {
    String scheme = Common.parameter(line, 0);
    String word = Common.parameter(line, 1);
    boolean json = line.hasMatchedOption("--json");
    if (scheme == null) {
      Protocols.all().forEach(protocol -> networks(console, protocol, json));
      return ExitStatus.OK;
    }
    Protocol protocol = Peers.protocol(scheme);
    if (word != null) {
      Network network = Protocols.network(protocol, scheme).orElse(protocol.networks().getFirst());
      MessageKind kind = Loose.kind(protocol, network, word);
      if (json) {
        json(console, kind, protocol.messages());
      } else {
        console.line(Reference.message(console, kind, protocol.messages()));
      }
    } else if (line.hasMatchedOption("--markdown")) {
      console.line(Reference.markdown(protocol).stripTrailing());
    } else if (json) {
      protocol.messages().all().forEach(kind -> json(console, kind, protocol.messages()));
    } else {
      console.line(Reference.protocol(console, protocol));
    }
    return ExitStatus.OK;
  }

  private static void networks(Console console, Protocol protocol, boolean json) {
    for (Network network : protocol.networks()) {
      if (json) {
        Json line = new Json(new Out());
        line.object().key("network").text(network.scheme());
        line.key("protocol").text(protocol.name());
        line.key("title").text(network.title());
        line.key("port").number(network.port());
        line.key("id").hex(network.id(), 0, network.id().length, false).end();
        put(console, line);
      } else {
        console.line("%-22s %-6d %s".formatted(network.scheme(), network.port(), network.title()));
      }
    }
  }

  private static void json(Console console, MessageKind kind, Catalogue catalogue) {
    Json line = new Json(new Out());
    line.object().key("message").text(kind.name());
    line.key("code").text(kind.code());
    line.key("doc").text(kind.doc());
    line.key("fields").list();
    List<Reference.Row> rows = Reference.rows(kind, catalogue);
    for (Reference.Row row : rows) {
      line.object().key("depth").number(row.depth());
      line.key("name").text(row.name());
      line.key("type").text(row.type());
      line.key("doc").text(row.doc());
      if (!row.words().isEmpty()) {
        line.key("words").text(row.words());
      }
      line.end();
    }
    line.end().end();
    put(console, line);
  }

  private static void put(Console console, Json line) {
    line.out().u8('\n');
    console.bytes(line.out().array(), 0, line.out().size());
  }
}
