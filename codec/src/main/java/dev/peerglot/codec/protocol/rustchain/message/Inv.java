// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.schema.JsonList;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.JsonVariant;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Type;
import java.util.List;

/**
 * {@code Inv}: what the sender has. Blocks come tip first, genesis last; of transactions only the
 * first is looked at. Without items it makes the reference's handler panic: never to be sent.
 *
 * @param addrFrom where the sender listens
 * @param opType {@code Block} or {@code Tx}
 * @param items the bytes of the ids
 */
public record Inv(SocketAddress addrFrom, JsonVariant.Value opType, List<byte[]> items) {
  /** How it looks. */
  public static final OpType<Inv> WIRE =
      new OpType<>(rows(Primitives.blockId), rows(Primitives.transactionId));

  private static JsonObject<Inv> rows(Type<byte[]> id) {
    return JsonObject.of(
        Rows.of(Inv.class)
            .field(AddrFrom.NAME, Primitives.socketAddress, Inv::addrFrom, AddrFrom.DOC)
            .field(OpType.NAME, OpType.WIRE, Inv::opType, OpType.DOC)
            .field("items", JsonList.list(id, Primitives.MOST_ITEMS), Inv::items, "the ids")
            .make("Inv", Inv::new)
            .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE));
  }
}
