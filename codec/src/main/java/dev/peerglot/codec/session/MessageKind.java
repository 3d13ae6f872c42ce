// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Type;
import java.util.function.Supplier;

/**
 * One kind of message of a protocol.
 *
 * @param name in the spelling of the spec
 * @param code the number or command on the wire, as people write it
 * @param wire how the body looks; asked for only when a body is to be decoded
 * @param doc one sentence: what it says and when it is sent
 */
public record MessageKind(String name, String code, Supplier<Type<?>> wire, String doc) {
  private static final Type<?> UNKNOWN =
      Rows.rows()
          .field("payload", Blob.rest(), "bytes of a message that is not known")
          .make("unknown");

  /** A message that the protocol does not know: its name is its number or command. */
  public static MessageKind unknown(String code) {
    return new MessageKind(code, code, () -> UNKNOWN, "not known");
  }

  /** How the body looks. */
  public Type<?> type() {
    return wire.get();
  }

  /** Whether this kind was made by {@link #unknown}. */
  public boolean isUnknown() {
    return wire.get() == UNKNOWN;
  }
}
