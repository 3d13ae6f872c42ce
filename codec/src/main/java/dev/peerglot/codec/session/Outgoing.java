// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.schema.Type;

/** What one side wants to say. */
public sealed interface Outgoing {
  /** A message, to be framed and encrypted as the connection has it. */
  record Message(MessageKind kind, byte[] body, Substream substream) implements Outgoing {
    /** A message on the connection itself. */
    public Message(MessageKind kind, byte[] body) {
      this(kind, body, null);
    }

    /** A message from a typed value. */
    public static <T> Message of(MessageKind kind, Type<T> type, T value) {
      return new Message(kind, type.toBytes(value));
    }
  }

  /** Bytes as they are: a key, a negotiation line. */
  record Plain(byte[] bytes) implements Outgoing {}
}
