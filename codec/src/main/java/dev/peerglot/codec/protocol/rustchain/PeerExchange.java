// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.rustchain.message.KnownNodes;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code KnownNodes} with an empty list asks: the node answers with all that it knows, itself
 * included, and with its {@code Version}, on two connections to {@code addr_from} and in either
 * order. The asker does not enter the list, as a {@code Version} would make it. Entries are what
 * somebody claimed; one leaves a node's list when dialling it fails.
 */
final class PeerExchange {
  private PeerExchange() {}

  static Outgoing request(SocketAddress own) {
    return message(Messages.KNOWN_NODES, KnownNodes.WIRE, new KnownNodes(own, List.of()));
  }

  /** The answer of a node that knows these peers. */
  static Outgoing answer(SocketAddress own, List<PeerAddress> peers) {
    List<SocketAddress> nodes = new ArrayList<>();
    for (PeerAddress peer : peers) {
      try {
        nodes.add(SocketAddress.parse(peer.endpoint()));
      } catch (IllegalArgumentException e) {
        continue; // a peer with a name instead of an address cannot be told of
      }
    }
    return message(Messages.KNOWN_NODES, KnownNodes.WIRE, new KnownNodes(own, nodes));
  }

  static <T> Outgoing message(String name, Type<T> type, T value) {
    return Outgoing.Message.of(Messages.ALL.get(name), type, value);
  }

  /** The peers of an answer. */
  static void read(KnownNodes answer, String scheme, Findings findings) {
    for (SocketAddress node : answer.nodes()) {
      String whyNot =
          node.isUnspecified()
              ? "the wildcard address: a node in a container that does not know its own"
              : node.port() == 0 ? "port 0" : "";
      findings
          .neighbours()
          .add(new Findings.Neighbour(peer(scheme, node.host(), node.port()), 0, whyNot));
    }
  }

  private static PeerAddress peer(String scheme, String host, int port) {
    return new PeerAddress(scheme, host, port);
  }

  /** Where we listen, as the other end of a connection can reach it. */
  static SocketAddress own(Line line) {
    return new SocketAddress(withoutScope(line.localHost()), line.listening());
  }

  private static String withoutScope(String host) {
    int percent = host.indexOf('%');
    return percent < 0 ? host : host.substring(0, percent);
  }

  /**
   * Where the sender of a message can be answered, or null where that would be a third party: its
   * address must be that of the connection, or on the same machine. The wildcard address stands for
   * that of the connection.
   */
  static PeerAddress replyTo(SocketAddress sender, Line line, String scheme) {
    String remote = withoutScope(line.remoteHost());
    SocketAddress from = new SocketAddress(remote, sender.port());
    boolean same =
        sender.isUnspecified()
            || sender.host().equals(remote)
            || sender.isLoopback() && from.isLoopback();
    if (!same || sender.port() == 0) {
      return null;
    }
    String host = sender.isUnspecified() ? remote : sender.host();
    boolean ourselves =
        host.equals(withoutScope(line.localHost())) && sender.port() == line.listening();
    return ourselves ? null : peer(scheme, host, sender.port());
  }

  /** A fault that names the message. */
  static String complaint(String message, Malformed fault) {
    return message + ": " + fault.line();
  }
}
