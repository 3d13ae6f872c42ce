// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.JsonVariant;
import dev.peerglot.codec.schema.Rows;

/** {@code Message}: something for people to read; the receiver writes it to its log. */
public record Message(SocketAddress addrFrom, JsonVariant.Value messageType, String message) {
  private static final JsonVariant TYPES =
      JsonVariant.of("MessageType")
          .bare("Error", "something failed")
          .bare("Success", "something worked")
          .bare("Info", "for information")
          .bare("Warning", "beware")
          .bare("Ack", "received");

  /** How it looks. */
  public static final JsonObject<Message> WIRE =
      JsonObject.of(
          Rows.of(Message.class)
              .field(AddrFrom.NAME, Primitives.socketAddress, Message::addrFrom, AddrFrom.DOC)
              .field("message_type", TYPES, Message::messageType, "how it is meant")
              .field("message", Primitives.text, Message::message, "the text")
              .make("Message", Message::new)
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE)
              .otherwise("message_type", "\"Info\""));
}
