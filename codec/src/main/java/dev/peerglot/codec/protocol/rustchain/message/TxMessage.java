// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.protocol.rustchain.chain.Dialects;
import dev.peerglot.codec.protocol.rustchain.chain.Transaction;
import dev.peerglot.codec.schema.JsonBytes;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.Rows;

/** {@code Tx}: a transaction, in answer to {@code GetData} or from a wallet. */
public record TxMessage(SocketAddress addrFrom, Dialects.Value<Transaction> transaction) {
  /** How it looks. */
  public static final JsonObject<TxMessage> WIRE =
      JsonObject.of(
          Rows.of(TxMessage.class)
              .field(AddrFrom.NAME, Primitives.socketAddress, TxMessage::addrFrom, AddrFrom.DOC)
              .field(
                  "transaction",
                  JsonBytes.numbers(Dialects.TRANSACTION, Primitives.MOST_BYTES),
                  TxMessage::transaction,
                  "the transaction in bincode")
              .make("Tx", TxMessage::new)
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE));
}
