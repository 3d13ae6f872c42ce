// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Blocks ({@code block.hpp}). */
public final class Blocks {
  static final Lists<Raw> transactions = Words.list(Transactions.processed);

  /** What a witness signs. */
  public static final Sequence<Raw> header = finish("block_header", header());

  /** What the block's id is the hash of. */
  public static final Sequence<Raw> signedHeader = finish("signed_block_header", signedHeader());

  /** A whole block. */
  public static final Sequence<Raw> signed =
      finish("signed_block", signedHeader().field("transactions", transactions, "in order"));

  private Blocks() {}

  private static Rows header() {
    return Rows.rows()
        .field("previous", Words.hash20, "id of the block before; begins with its number")
        .field("timestamp", Words.time, "when it was made")
        .field("witness", Ids.witness, "who made it")
        .field("transaction_merkle_root", Words.hash20, "of the transactions; zeros for none")
        .field("extensions", Words.noExtensions, "none are defined");
  }

  private static Rows signedHeader() {
    return header().field("witness_signature", Primitives.signature, "of the header's SHA-256");
  }

  private static Sequence<Raw> finish(String name, Rows rows) {
    return rows.make(name).otherwise("extensions", "[]");
  }
}
