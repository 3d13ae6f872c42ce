// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.driver.Inputs.Input;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.Printer;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.view.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code decode} of bytes that were taken out of their connection. */
public final class Loose {
  private Loose() {}

  static int decode(Input.Loose input, Peers.Target as, ParseResult line, Console console) {
    Printer printer = new Printer(console, line.hasMatchedOption("-x"));
    String type = Common.text(line, "--type", null);
    int status = ExitStatus.OK;
    for (byte[] part : input.parts()) {
      Bare found = type == null ? frames(part, as) : payload(part, as, type);
      if (found.events().isEmpty()) {
        String where = as == null ? "of a known network" : "of " + as.network().scheme();
        throw Usage.badInput(
            input.name()
                + " holds "
                + part.length
                + " bytes that are no frame "
                + where
                + "; for a bare payload say --as NETWORK --type MESSAGE");
      }
      for (Event event : found.events()) {
        Fault fault = printer.print(null, found.network(), event, 0, 6);
        if (fault != null) {
          status = ExitStatus.BAD_INPUT;
        }
      }
    }
    return status;
  }

  private static Bare frames(byte[] bytes, Peers.Target as) {
    if (as != null) {
      return as.protocol().bare(as.network(), bytes);
    }
    Bare best = Bare.NONE;
    for (Protocol protocol : Protocols.all()) {
      Bare found = protocol.bare(protocol.networks().getFirst(), bytes);
      if (found.certain()) {
        return found;
      }
      if (best.events().isEmpty()) {
        best = found;
      }
    }
    return best;
  }

  private static Bare payload(byte[] bytes, Peers.Target as, String type) {
    if (as == null) {
      throw Usage.wrong("--type needs --as NETWORK");
    }
    Network network = as.network();
    MessageKind kind = kind(as.protocol(), network, type);
    Event event = new Event.Message(Side.DIALER, 0, bytes.length, kind, bytes, null, null);
    return new Bare(network.scheme(), List.of(event), true);
  }

  /** The message or part that a word names. */
  public static MessageKind kind(Protocol protocol, Network network, String word) {
    Catalogue messages = protocol.messages(network);
    return messages
        .findType(word)
        .orElseThrow(
            () -> {
              List<String> names = new ArrayList<>();
              messages.all().forEach(kind -> names.add(kind.name()));
              names.addAll(messages.parts().keySet());
              List<String> near = Nearest.to(word, names);
              return Usage.wrong(
                  "there is no message '"
                      + word
                      + "' in "
                      + network.scheme()
                      + "; "
                      + (near.isEmpty()
                          ? "see peerglot explain " + network.scheme()
                          : "did you mean " + String.join(" or ", near) + "?"));
            });
  }
}
