// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i64le;

import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code feefilter} (BIP 133): announce no transaction that pays less. */
public record FeeFilter(long feerate) {
  /** How it looks. */
  public static final Sequence<FeeFilter> WIRE =
      Rows.of(FeeFilter.class)
          .field("feerate", i64le, FeeFilter::feerate, "satoshi per 1000 virtual bytes")
          .make("feefilter", FeeFilter::new);
}
