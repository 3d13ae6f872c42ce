// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u16be;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Whole;

/** {@code net_addr} without a time, 26 bytes: who one is talking to, in a {@code version}. */
public record NetAddr(long services, byte[] ip, int port) {
  /** How it looks. */
  public static final Sequence<NetAddr> WIRE = wire(Primitives.services);

  static Sequence<NetAddr> wire(Whole<Long> services) {
    return Rows.of(NetAddr.class)
        .field("services", services, NetAddr::services, "what it offers")
        .field("ip", Primitives.ip16, NetAddr::ip, "IPv6, or IPv4 mapped; zeros: not told")
        .field("port", u16be, NetAddr::port, "high byte first")
        .make("net_addr", NetAddr::new)
        .otherwise("services", "0")
        .otherwise("ip", "\"::\"")
        .otherwise("port", "0");
  }

  /** Nobody's address: all zero. */
  public static final NetAddr NONE = new NetAddr(0, new byte[16], 0);

  /** The address of a numeric host; one that fits no sixteen bytes becomes zeros. */
  public static NetAddr of(long services, String host, int port) {
    try {
      return new NetAddr(services, Primitives.parseHost(host), port);
    } catch (IllegalArgumentException e) {
      return new NetAddr(services, new byte[16], 0);
    }
  }

  /** The host as people write it. */
  public String host() {
    return Primitives.spellHost(ip);
  }
}
