// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.Rows;

/** {@code GetBlocks}: asks for the ids of all blocks; answered by {@code Inv}. */
public record GetBlocks(SocketAddress addrFrom) {
  /** How it looks. */
  public static final JsonObject<GetBlocks> WIRE =
      JsonObject.of(
          Rows.of(GetBlocks.class)
              .field(AddrFrom.NAME, Primitives.socketAddress, GetBlocks::addrFrom, AddrFrom.DOC)
              .make("GetBlocks", GetBlocks::new)
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE));
}
