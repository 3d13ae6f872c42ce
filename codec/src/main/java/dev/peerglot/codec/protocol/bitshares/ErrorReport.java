// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code fc::exception} ({@code fc/exception/exception.hpp}). */
public final class ErrorReport {
  /** How it looks: a code, a name, a sentence and the log records of the sender. */
  public static final Sequence<Raw> EXCEPTION =
      Rows.rows()
          .field("code", i64le, "0 exception, 10 assert, 9000x net")
          .field("name", Primitives.longText, "the exception's class")
          .field("what", Primitives.longText, "in words")
          .field(
              "log",
              Lists.list(varint, Variant.VARIANT, 1 << 16),
              "log records: context, format, data")
          .make("exception");

  private ErrorReport() {}
}
