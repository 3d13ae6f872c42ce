// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/**
 * An output of a transaction, 36 bytes. Zeros and 0xffffffff stand for none: a coinbase.
 *
 * @param txid in digest order
 * @param index which of its outputs
 */
public record OutPoint(byte[] txid, long index) {
  /** Length in bytes. */
  public static final int SIZE = 36;

  /** How it looks. */
  public static final Sequence<OutPoint> WIRE =
      Rows.of(OutPoint.class)
          .field("txid", Primitives.hash, OutPoint::txid, "the transaction")
          .field("index", u32le, OutPoint::index, "which of its outputs; 4294967295: none")
          .make("outpoint", OutPoint::new);
}
