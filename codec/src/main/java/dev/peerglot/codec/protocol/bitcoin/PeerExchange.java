// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.bitcoin.message.Addr;
import dev.peerglot.codec.protocol.bitcoin.message.AddrV2;
import dev.peerglot.codec.protocol.bitcoin.message.NetworkAddress;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code getaddr} and {@code addr} or {@code addrv2}. Core answers once a connection, and only
 * those who dialled it, with up to 1000 addresses drawn at random and kept for a day: asking again
 * reveals nothing. It may announce itself first, one address in a message of its own; where it
 * knows nobody, it stays silent.
 */
final class PeerExchange {
  /** How long to wait for a first answer. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long to wait after a small answer whether more is coming. */
  static final Duration SETTLING = Duration.ofSeconds(1);

  /** An answer with more entries than gossip ever has is the one that was asked for. */
  private static final int GOSSIP = 10;

  private static final String OLD_ONION =
      new NetworkAddress(NetworkAddress.TORV2, new byte[10]).fault();

  private static final int MOST_KEPT = 5000;

  /** NETWORK, WITNESS, NETWORK_LIMITED: what nodes that we tell of are taken to offer. */
  private static final long USUAL_SERVICES = 0x409;

  private final Network network;
  private final Line line;
  private final Findings findings;
  private final Set<String> known = new HashSet<>();
  private Instant asked;
  private boolean answered;

  PeerExchange(Network network, Line line, Findings findings) {
    this.network = network;
    this.line = line;
    this.findings = findings;
  }

  /** Asks. */
  Outgoing request(Instant now) {
    asked = now;
    return new Outgoing.Message(Messages.ALL.get(Messages.GETADDR), new byte[0]);
  }

  /**
   * Takes what a peer tells.
   *
   * @throws Malformed for a message that breaks the rules, be it by more entries than allowed
   * @return when to stop waiting for more; null where nothing is awaited, or nothing came of it
   */
  Instant read(Event.Message message, Instant now) {
    List<Told> told = new ArrayList<>();
    int count;
    if (message.kind().name().equals(Messages.ADDR)) {
      List<Addr.Entry> entries = Addr.WIRE.read(new In(message.body())).addresses();
      count = entries.size();
      for (Addr.Entry entry : entries) {
        long seen = entry.time() == null ? 0 : entry.time();
        String whyNot = entry.host().endsWith(".onion") ? OLD_ONION : "";
        told.add(new Told(entry.host(), entry.port(), seen, whyNot));
      }
    } else {
      List<AddrV2.Entry> entries = AddrV2.WIRE.read(new In(message.body())).addresses();
      count = entries.size();
      for (AddrV2.Entry entry : entries) {
        NetworkAddress address = entry.address();
        if (address.fault().isEmpty() || address.text().endsWith(".onion")) {
          told.add(new Told(address.text(), entry.port(), entry.time(), whyNot(address)));
        }
      }
    }
    if (count > Addr.MOST) {
      throw Malformed.limit(count + " addresses, more than " + Addr.MOST, -1);
    }
    told.forEach(this::keep);
    boolean itself = told.size() == 1 && told.getFirst().host().equals(line.remoteHost());
    if (asked == null || told.isEmpty() || itself) {
      return null;
    }
    findings.reach(Findings.Stage.ADDRESSES);
    return told.size() > GOSSIP ? now : now.plus(SETTLING);
  }

  private record Told(String host, int port, long seen, String whyNot) {}

  private void keep(Told told) {
    if (known.size() < MOST_KEPT && known.add(told.host() + " " + told.port())) {
      String whyNot = told.whyNot();
      if (whyNot.isEmpty() && told.port() == 0) {
        whyNot = "does not listen (port 0)";
      }
      PeerAddress peer =
          new PeerAddress(network.scheme(), told.host(), told.port(), Networks.options(network));
      findings.neighbours().add(new Findings.Neighbour(peer, told.seen(), whyNot));
    }
  }

  private static String whyNot(NetworkAddress address) {
    return switch (address.network()) {
      case NetworkAddress.TORV3 -> "an onion service: needs a proxy";
      case NetworkAddress.I2P -> "an I2P destination: needs a proxy";
      case NetworkAddress.CJDNS -> "a CJDNS address: needs its router";
      case NetworkAddress.YGGDRASIL -> "a Yggdrasil address: needs its router";
      default -> address.fault();
    };
  }

  /** The answer of a node that knows these peers; null, as from Core, if it has none or gave it. */
  Outgoing answer(List<PeerAddress> peers, boolean v2, Instant now) {
    if (answered) {
      return null;
    }
    answered = true;
    List<AddrV2.Entry> entries = new ArrayList<>();
    for (PeerAddress peer : peers) {
      NetworkAddress address = address(peer.host());
      if (address != null && entries.size() < Addr.MOST) {
        int port = peer.port() == 0 ? network.port() : peer.port();
        entries.add(new AddrV2.Entry(now.getEpochSecond(), USUAL_SERVICES, address, port));
      }
    }
    if (v2) {
      return entries.isEmpty()
          ? null
          : Outgoing.Message.of(
              Messages.ALL.get(Messages.ADDRV2), AddrV2.WIRE, new AddrV2(entries));
    }
    List<Addr.Entry> old = new ArrayList<>();
    for (AddrV2.Entry entry : entries) {
      int kind = entry.address().network();
      if (kind == NetworkAddress.IPV4 || kind == NetworkAddress.IPV6) {
        byte[] ip = Primitives.parseHost(entry.address().text());
        old.add(new Addr.Entry(entry.time(), entry.services(), ip, entry.port()));
      }
    }
    return old.isEmpty()
        ? null
        : Outgoing.Message.of(Messages.ALL.get(Messages.ADDR), Addr.WIRE, new Addr(old));
  }

  /** The address that a host is; null for a name. */
  private static NetworkAddress address(String host) {
    try {
      return NetworkAddress.of(host);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
