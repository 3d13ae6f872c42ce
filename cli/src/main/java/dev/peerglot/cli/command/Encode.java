// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Fields;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.view.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code encode}: fields or JSON to bytes. */
public final class Encode implements Verb {
  /** The command. */
  public Encode() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(Common.parameter(0, "NETWORK", "whose message it is"));
    spec.addPositional(Common.parameter(1, "MESSAGE", "its name; see peerglot explain NETWORK"));
    spec.addPositional(
        Common.rest(2, "0..*", "NAME=VALUE", "fields; a.b=1 and a.0=1 reach inside"));
    Fields.options(spec);
    spec.addOption(Common.flag("the whole plain frame, not only the payload", "--frame"));
    Peers.options(spec);
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) {
    Peers.Target target = Peers.network(Common.parameter(line, 0), line);
    String scheme = target.network().scheme();
    MessageKind kind = Loose.kind(target.protocol(), target.network(), Common.parameter(line, 1));
    byte[] body = Fields.body(kind, Common.rest(line, 2), line);
    byte[] bytes = body;
    if (line.hasMatchedOption("--frame")) {
      if (target.protocol().messages(target.network()).find(kind.name()).isEmpty()) {
        throw Usage.wrong(kind.name() + " is a part of messages and has no frame of its own");
      }
      bytes = target.protocol().frame(target.network(), kind.name(), body);
    }
    if (line.hasMatchedOption("--json")) {
      Json json = new Json(new Out(256 + 2 * bytes.length));
      json.object();
      json.key("network").text(scheme);
      json.key("message").text(kind.name());
      json.key("size").number(bytes.length);
      json.key("bytes").hex(bytes, 0, bytes.length, false);
      json.end();
      json.out().u8('\n');
      console.bytes(json.out().array(), 0, json.out().size());
    } else {
      console.line(Hex.of(bytes));
    }
    return ExitStatus.OK;
  }
}
