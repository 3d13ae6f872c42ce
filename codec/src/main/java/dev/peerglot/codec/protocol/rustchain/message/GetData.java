// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.JsonVariant;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Type;

/**
 * {@code GetData}: asks for one block or transaction; one that the node does not have is answered
 * by silence.
 *
 * @param addrFrom where the sender listens
 * @param opType {@code Block} or {@code Tx}
 * @param id the bytes of its id
 */
public record GetData(SocketAddress addrFrom, JsonVariant.Value opType, byte[] id) {
  /** How it looks. */
  public static final OpType<GetData> WIRE =
      new OpType<>(rows(Primitives.blockId), rows(Primitives.transactionId));

  private static JsonObject<GetData> rows(Type<byte[]> id) {
    return JsonObject.of(
        Rows.of(GetData.class)
            .field(AddrFrom.NAME, Primitives.socketAddress, GetData::addrFrom, AddrFrom.DOC)
            .field(OpType.NAME, OpType.WIRE, GetData::opType, OpType.DOC)
            .field("id", id, GetData::id, "which one")
            .make("GetData", GetData::new)
            .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE));
  }
}
