// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.List;

/** {@code addrv2} (BIP 155): addresses of nodes in all networks. */
public record AddrV2(List<Entry> addresses) {
  /** How it looks. */
  public static final Sequence<AddrV2> WIRE =
      Rows.of(AddrV2.class)
          .field(
              "addresses",
              Lists.list(Primitives.count, AddrV2Entry.WIRE, Addr.MOST),
              AddrV2::addresses,
              "the nodes")
          .make("addrv2", AddrV2::new);

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
