// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u16be;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.schema.Whole;
import java.util.List;

/** {@code addr}: addresses of nodes that fit into sixteen bytes. */
public record Addr(List<Entry> addresses) {
  /** Most entries that a node sends; whoever gets more may call it misbehaviour. */
  public static final int MOST = 1000;

  /** Most entries that are read: what is wrong with a message should be seen. */
  static final int MOST_READ = 140_000;

  /** How it looks: with a time in each entry, or without in traffic of 2010 and before. */
  public static final Type<Addr> WIRE = of(Chain.BITCOIN);

  /** How it looks on a chain, whose service bits have names of their own. */
  public static Type<Addr> of(Chain chain) {
    Whole<Long> services = chain.services();
    return new AddrType(wire(Entry.wire(services)), wire(Entry.old(services)));
  }

  /** One address, 30 bytes; 26 and no time up to protocol version 31401. */
  public record Entry(Long time, long services, byte[] ip, int port) {
    private static Sequence<Entry> wire(Whole<Long> services) {
      return Rows.of(Entry.class)
          .field("time", Primitives.seconds, Entry::time, "when the node was last seen")
          .field("services", services, Entry::services, "what it offers")
          .field("ip", Primitives.ip16, Entry::ip, "IPv6, or IPv4 mapped")
          .field("port", u16be, Entry::port, "high byte first")
          .make("addr_entry", Entry::new);
    }

    private static Sequence<Entry> old(Whole<Long> services) {
      return Rows.of(Entry.class)
          .field("services", services, Entry::services, "what it offers")
          .field("ip", Primitives.ip16, Entry::ip, "IPv4 mapped")
          .field("port", u16be, Entry::port, "high byte first")
          .make("addr_entry", (offered, ip, port) -> new Entry(null, offered, ip, port));
    }

    /** The host as people write it. */
    public String host() {
      return Primitives.spellHost(ip);
    }
  }

  private static Sequence<Addr> wire(Type<Entry> entry) {
    return counted(
        Rows.of(Addr.class)
            .field(
                "addresses",
                Lists.list(Primitives.count, entry, MOST_READ),
                Addr::addresses,
                "the nodes")
            .make("addr", Addr::new));
  }

  /** The same, with the number of entries that are too many beside. */
  static <T> Sequence<T> counted(Sequence<T> message) {
    return message.deriveIf(
        "excess",
        "how many entries are above the " + MOST + " that are allowed",
        body -> Primitives.count.get(body) > MOST,
        (body, sink, at) -> sink.number(Primitives.count.get(body) - MOST, true, at, at));
  }
}
