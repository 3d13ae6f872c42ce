// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.protocol.bitshares.Primitives.Endpoint4;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code connection_rejected_message}, 5008: the negative answer to a hello. */
public record ConnectionRejected(
    String userAgent,
    long coreProtocolVersion,
    Endpoint4 remoteEndpoint,
    int reasonCode,
    String reasonString) {

  /** No reason given. */
  public static final int UNSPECIFIED = 0;

  /** The chain ids differ. */
  public static final int DIFFERENT_CHAIN = 1;

  /** Another connection with the same node id exists. */
  public static final int ALREADY_CONNECTED = 2;

  /** The node id is the sender's own. */
  public static final int CONNECTED_TO_SELF = 3;

  /** No more peers are taken. */
  public static final int NOT_ACCEPTING_CONNECTIONS = 4;

  /** The node is not on the sender's list. */
  public static final int BLOCKED = 5;

  /** The signature does not belong to the node key. */
  public static final int INVALID_HELLO_MESSAGE = 6;

  /** Never sent by the reference. */
  public static final int CLIENT_TOO_OLD = 7;

  /** The words of {@code rejection_reason_code}. */
  public static final Names REASONS =
      Names.values()
          .on(UNSPECIFIED, "unspecified")
          .on(DIFFERENT_CHAIN, "different_chain")
          .on(ALREADY_CONNECTED, "already_connected")
          .on(CONNECTED_TO_SELF, "connected_to_self")
          .on(NOT_ACCEPTING_CONNECTIONS, "not_accepting_connections")
          .on(BLOCKED, "blocked")
          .on(INVALID_HELLO_MESSAGE, "invalid_hello_message")
          .on(CLIENT_TOO_OLD, "client_too_old");

  /** How it looks. */
  public static final Sequence<ConnectionRejected> WIRE =
      Rows.of(ConnectionRejected.class)
          .field(
              "user_agent",
              Primitives.shortText,
              ConnectionRejected::userAgent,
              "name of the software")
          .field("core_protocol_version", u32le, ConnectionRejected::coreProtocolVersion, "106")
          .field(
              "remote_endpoint",
              Primitives.endpoint,
              ConnectionRejected::remoteEndpoint,
              "the receiver as the sender sees it: tells your public address")
          .field("reason_code", u8.named(REASONS), ConnectionRejected::reasonCode, "why")
          .field("reason_string", Primitives.longText, ConnectionRejected::reasonString, "in words")
          .make("connection_rejected_message", ConnectionRejected::new)
          .otherwise("core_protocol_version", "106")
          .otherwise("remote_endpoint", "\"0.0.0.0:0\"")
          .otherwise("reason_string", "\"\"");
}
