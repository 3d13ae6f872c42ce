// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** The two messages that carry items: 1000 and 1001. */
public final class Objects {
  /** {@code trx_message}, 1000. */
  public static final Sequence<Raw> TRX =
      Rows.rows().field("trx", Blob.rest(), "signed_transaction").make("trx_message");

  /** {@code block_message}, 1001: the header, then transactions and block id as bytes. */
  public static final Sequence<Raw> BLOCK =
      Rows.rows()
          .field("previous", Primitives.hash160, "id of the block before")
          .field("timestamp", Primitives.seconds, "when it was made")
          .field("witness", varint, "instance of the witness, 1.6.N")
          .field("transaction_merkle_root", Primitives.hash160, "of the transactions")
          .field("extensions", varint, "always 0")
          .field("witness_signature", Primitives.signature, "of the header's digest")
          .field("transactions", Blob.rest(), "transactions, then the 20 bytes of the block id")
          .make("block_message");

  private Objects() {}
}
