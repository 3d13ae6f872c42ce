// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.protocol.bitshares.VariantObject;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/**
 * Messages that nodes from 6.1.0 on ignore: 5014 and 5015 (used up to 6.0.x), 5016 and 5017
 * (answered up to 5.1.0).
 */
public final class Legacy {
  /** {@code check_firewall_message}, 5014. */
  public static final Sequence<Raw> CHECK_FIREWALL =
      Rows.rows()
          .field("node_id", Primitives.key33, "who shall be tested; all zero: the sender")
          .field("endpoint_to_check", Primitives.endpoint, "where; all zero: the sender")
          .make("check_firewall_message");

  /** {@code check_firewall_reply_message}, 5015. */
  public static final Sequence<Raw> CHECK_FIREWALL_REPLY =
      Rows.rows()
          .field("node_id", Primitives.key33, "who was tested")
          .field("endpoint_checked", Primitives.endpoint, "where")
          .field(
              "result",
              u8.named(
                  Names.values()
                      .on(0, "unable_to_check")
                      .on(1, "unable_to_connect")
                      .on(2, "connection_successful")),
              "how it went")
          .make("check_firewall_reply_message");

  private static final Sequence<Raw> CONNECTION =
      Rows.rows()
          .field("connection_duration", u32le, "seconds")
          .field("remote_endpoint", Primitives.endpoint, "the peer")
          .field("node_id", Primitives.key33, "its id")
          .field("clock_offset", i64le, "microseconds")
          .field("round_trip_delay", i64le, "microseconds")
          .field("connection_direction", u8.named(AddressInfo.DIRECTIONS), "who dialled")
          .field("firewalled", u8.named(AddressInfo.FIREWALLED), "whether it can be dialled")
          .field("user_data", VariantObject.OBJECT, "what its hello said")
          .make("current_connection_data");

  /** {@code get_current_connections_reply_message}, 5017. */
  public static final Sequence<Raw> CONNECTIONS_REPLY =
      Rows.rows()
          .field("upload_rate_one_minute", u32le, "bytes per second")
          .field("download_rate_one_minute", u32le, "bytes per second")
          .field("upload_rate_fifteen_minutes", u32le, "bytes per second")
          .field("download_rate_fifteen_minutes", u32le, "bytes per second")
          .field("upload_rate_one_hour", u32le, "bytes per second")
          .field("download_rate_one_hour", u32le, "bytes per second")
          .field(
              "current_connections",
              Lists.list(varint, CONNECTION, 1 << 14),
              "one entry per active peer")
          .make("get_current_connections_reply_message");

  private Legacy() {}
}
