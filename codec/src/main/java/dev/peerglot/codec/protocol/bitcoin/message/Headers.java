// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.List;

/** {@code headers}: block headers, each with a count of transactions that is always 0. */
public record Headers(List<Entry> headers) {
  /** Most headers of a message. */
  public static final int MOST = 2000;

  /** How it looks. */
  public static final Sequence<Headers> WIRE =
      Rows.of(Headers.class)
          .field(
              "headers",
              Lists.list(Primitives.count, Entry.WIRE, MOST),
              Headers::headers,
              "in the order of the chain")
          .make("headers", Headers::new);

  /** A header and the count behind it. */
  public record Entry(BlockHeader header, long txCount) {
    /** How it looks. */
    public static final Sequence<Entry> WIRE =
        Rows.of(Entry.class)
            .field("header", BlockHeader.WIRE, Entry::header, "the header")
            .field("tx_count", Primitives.compactSize, Entry::txCount, "always 0, never looked at")
            .make("headers_entry", Entry::new)
            .otherwise("tx_count", "0");
  }
}
