// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.protocol.bitshares.object.Blocks;
import dev.peerglot.codec.protocol.bitshares.object.Computed;
import dev.peerglot.codec.protocol.bitshares.object.Transactions;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** The two messages that carry items: 1000 and 1001. */
public final class Objects {
  /** {@code block_message}, 1001. */
  public static final Sequence<Raw> BLOCK =
      Computed.besideBlock(
          Rows.rows()
              .field("block", Blocks.signed, "the block")
              .field("block_id", Primitives.hash160, "its id, as the sender has it")
              .make("block_message"));

  private Objects() {}

  /** {@code trx_message}, 1000, on the chain of that id: signers depend on it. */
  public static Sequence<Raw> trx(byte[] chainId) {
    return Computed.besideTransaction(
        Rows.rows().field("trx", Transactions.signed, "the transaction").make("trx_message"),
        chainId);
  }
}
