// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import java.util.List;

/** {@code addrv2} (BIP 155): addresses of nodes in all networks. */
public record AddrV2(List<Entry> addresses) {
  /** How it looks on Bitcoin. */
  public static final Sequence<AddrV2> WIRE = of(Chain.BITCOIN);

  /** How it looks on a chain, whose service bits have names of their own. */
  public static Sequence<AddrV2> of(Chain chain) {
    return Addr.counted(
        Rows.of(AddrV2.class)
            .field(
                "addresses",
                Lists.list(Primitives.count, entry(chain), Addr.MOST_READ),
                AddrV2::addresses,
                "the nodes")
            .make("addrv2", AddrV2::new));
  }

  /** How an entry looks on a chain. */
  public static Type<Entry> entry(Chain chain) {
    return new AddrV2Entry(chain.serviceNames());
  }

  /**
   * One node.
   *
   * @param time when it was last seen, seconds since 1970
   * @param services what it offers
   * @param address where it is
   * @param port where it listens; 0 for I2P
   */
  public record Entry(long time, long services, NetworkAddress address, int port) {}
}
