// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.driver.EventPipe;
import dev.peerglot.cli.driver.Inputs.Input;
import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Event;
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

  /** Puts what the bytes hold into a pipe; returns whether there was nothing else in them. */
  static boolean decode(Input.Loose input, Peers.Target as, ParseResult line, EventPipe pipe) {
    String type = Common.text(line, "--type", null);
    boolean good = true;
    for (byte[] part : input.parts()) {
      Bare found = type == null ? frames(part, as) : payload(part, as, type);
      if (found.events().isEmpty()) {
        pipe.flush();
        throw Usage.badInput(nothing(input.name(), part.length, as));
      }
      Stream stream = Stream.none(found.network());
      for (Event event : found.events()) {
        pipe.put(stream, event, 0, 6);
        good &= event instanceof Event.Message;
      }
    }
    return good;
  }

  private static String nothing(String name, int length, Peers.Target as) {
    return name
        + " is no capture, and its "
        + length
        + " bytes are no frame "
        + (as == null ? "of a known network" : "of " + as.network().scheme())
        + "; for a bare payload say --as NETWORK --type MESSAGE";
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
