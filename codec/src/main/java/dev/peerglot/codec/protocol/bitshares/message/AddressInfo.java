// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.protocol.bitshares.Primitives.Endpoint4;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code address_info}, 53 bytes: one neighbour in an {@code address_message}. */
public record AddressInfo(
    Endpoint4 remoteEndpoint,
    long lastSeenTime,
    long latency,
    byte[] nodeId,
    int direction,
    int firewalled) {

  /** Who dialled, as the reporting node sees it. */
  public static final Names DIRECTIONS =
      Names.values().on(0, "unknown").on(1, "inbound").on(2, "outbound");

  /** Whether the reporting node could connect to it itself. */
  public static final Names FIREWALLED =
      Names.values().on(0, "unknown").on(1, "firewalled").on(2, "not_firewalled");

  /** How it looks. */
  public static final Sequence<AddressInfo> WIRE =
      Rows.of(AddressInfo.class)
          .field(
              "remote_endpoint",
              Primitives.endpoint,
              AddressInfo::remoteEndpoint,
              "where to dial it; port 0: it does not listen")
          .field(
              "last_seen_time",
              Primitives.seconds,
              AddressInfo::lastSeenTime,
              "the moment of the answer")
          .field("latency", i64le, AddressInfo::latency, "round trip in microseconds; may be < 0")
          .field("node_id", Primitives.key33, AddressInfo::nodeId, "random, new at each start")
          .field(
              "direction",
              u8.named(DIRECTIONS),
              AddressInfo::direction,
              "2: the reporter dialled it")
          .field(
              "firewalled",
              u8.named(FIREWALLED),
              AddressInfo::firewalled,
              "2: the reporter has connected to it itself")
          .make("address_info", AddressInfo::new);
}
