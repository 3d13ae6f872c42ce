// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code reject} (BIP 61): why a message was refused; no longer sent by Core since 0.20. */
public record Reject(String message, int ccode, String reason, byte[] data) {
  /** What the codes mean. */
  public static final Names CODES =
      Names.values()
          .on(0x01, "MALFORMED")
          .on(0x10, "INVALID")
          .on(0x11, "OBSOLETE")
          .on(0x12, "DUPLICATE")
          .on(0x40, "NONSTANDARD")
          .on(0x41, "DUST")
          .on(0x42, "INSUFFICIENTFEE")
          .on(0x43, "CHECKPOINT");

  /** How it looks. */
  public static final Sequence<Reject> WIRE =
      Rows.of(Reject.class)
          .field("message", Primitives.text, Reject::message, "which command")
          .field("ccode", u8.named(CODES), Reject::ccode, "what kind of reason")
          .field("reason", Primitives.text, Reject::reason, "in words")
          .ifLeft("data", Blob.reversed(32), Reject::data, "hash of the block or transaction")
          .make("reject", Reject::new);
}
