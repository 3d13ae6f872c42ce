// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.JsonVariant;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;

/** {@code AdminNodeQuery}: makes the node do something; the result goes to its log alone. */
public final class AdminNodeQuery {
  private static final JsonVariant QUERIES =
      JsonVariant.of("AdminNodeQueryType")
          .holding(
              "GetBalance",
              JsonObject.of(
                  Rows.rows()
                      .field("wlt_address", Primitives.text, "wallet address")
                      .make("GetBalance")),
              "how much a wallet has")
          .bare("GetAllTransactions", "all transactions of the chain")
          .bare("GetBlockHeight", "the height")
          .bare("MineEmptyBlock", "mines a block, on a miner")
          .bare("ReindexUtxo", "computes the unspent outputs anew");

  /** How it looks. */
  public static final JsonObject<Raw> WIRE =
      JsonObject.of(
          Rows.rows()
              .field(AddrFrom.NAME, Primitives.socketAddress, AddrFrom.DOC)
              .field("query_type", QUERIES, "what to do")
              .make("AdminNodeQuery")
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE));

  private AdminNodeQuery() {}
}
