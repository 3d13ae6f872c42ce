// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.protocol.rustchain.chain.Block;
import dev.peerglot.codec.protocol.rustchain.chain.Dialects;
import dev.peerglot.codec.schema.JsonBytes;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.Rows;

/** {@code Block}: a block, in answer to {@code GetData}. */
public record BlockMessage(SocketAddress addrFrom, Dialects.Value<Block> block) {
  /** How it looks. */
  public static final JsonObject<BlockMessage> WIRE =
      JsonObject.of(
          Rows.of(BlockMessage.class)
              .field(AddrFrom.NAME, Primitives.socketAddress, BlockMessage::addrFrom, AddrFrom.DOC)
              .field(
                  "block",
                  JsonBytes.numbers(Dialects.BLOCK, Primitives.MOST_BYTES),
                  BlockMessage::block,
                  "the block in bincode")
              .make("Block", BlockMessage::new)
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE));
}
