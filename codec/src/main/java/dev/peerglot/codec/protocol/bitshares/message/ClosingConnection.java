// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import dev.peerglot.codec.protocol.bitshares.ErrorReport;
import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Maybe;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.Optional;

/** {@code closing_connection_message}, 5011: said before leaving. */
public record ClosingConnection(
    String reasonForClosing, boolean closingDueToError, Optional<Raw> error) {

  /** How it looks. */
  public static final Sequence<ClosingConnection> WIRE =
      Rows.of(ClosingConnection.class)
          .field(
              "reason_for_closing",
              Primitives.longText,
              ClosingConnection::reasonForClosing,
              "in words")
          .field(
              "closing_due_to_error",
              Bool.bool,
              ClosingConnection::closingDueToError,
              "false also for inactivity")
          .field(
              "error",
              Maybe.maybe(ErrorReport.EXCEPTION),
              ClosingConnection::error,
              "fc::exception with the sender's own log lines")
          .make("closing_connection_message", ClosingConnection::new)
          .otherwise("closing_due_to_error", "false");

  /** A goodbye without an error report. */
  public static ClosingConnection saying(String reason, boolean error) {
    return new ClosingConnection(reason, error, Optional.empty());
  }
}
