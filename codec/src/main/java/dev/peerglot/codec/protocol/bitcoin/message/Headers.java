// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.List;

/** {@code headers}: block headers, each with a count of transactions that is always 0. */
public record Headers(List<Entry> headers) {
  /** Most headers of a message. */
  public static final int MOST = 2000;

  /** How it looks on Bitcoin. */
  public static final Sequence<Headers> WIRE = of(BlockHeader.WIRE);

  /** How it looks on a chain. */
  public static Sequence<Headers> of(Chain chain) {
    return of(BlockHeader.of(chain));
  }

  private static Sequence<Headers> of(Sequence<BlockHeader> header) {
    Sequence<Entry> entry =
        Rows.of(Entry.class)
            .field("header", header, Entry::header, "the header")
            .field("tx_count", Primitives.compactSize, Entry::txCount, "always 0, never looked at")
            .make("headers_entry", Entry::new)
            .otherwise("tx_count", "0");
    return Rows.of(Headers.class)
        .field(
            "headers",
            Lists.list(Primitives.count, entry, MOST),
            Headers::headers,
            "in the order of the chain")
        .make("headers", Headers::new);
  }

  /** A header and the count behind it. */
  public record Entry(BlockHeader header, long txCount) {}
}
