// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Transactions ({@code transaction.hpp}). */
public final class Transactions {
  static final Lists<byte[]> signatures = Words.list(Primitives.signature);
  static final Lists<Choice.Chosen> results = Words.list(OperationResults.result);

  /** What is signed. */
  static final Sequence<Raw> unsigned = finish("transaction", unsigned());

  /** What travels by itself. */
  public static final Sequence<Raw> signed = finish("signed_transaction", signed());

  /** What stands in a block. */
  public static final Sequence<Raw> processed =
      finish(
          "processed_transaction",
          signed().field("operation_results", results, "what came of each operation"));

  private Transactions() {}

  private static Rows unsigned() {
    return Rows.rows()
        .field("ref_block_num", u16le, "low 16 bits of the number of a known block")
        .field("ref_block_prefix", u32le, "bytes 4 to 7 of its id, low byte first")
        .field("expiration", Words.time, "after which no block can have it")
        .field("operations", Words.list(Operations.operation), "what is to be done")
        .field("extensions", Words.noExtensions, "none are defined");
  }

  private static Rows signed() {
    return unsigned().field("signatures", signatures, "of the digest with the chain id");
  }

  private static Sequence<Raw> finish(String name, Rows rows) {
    return rows.make(name).otherwise("extensions", "[]");
  }
}
