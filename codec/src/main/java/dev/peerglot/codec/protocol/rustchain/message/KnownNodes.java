// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.schema.JsonList;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.Rows;
import java.util.List;

/**
 * {@code KnownNodes}: the nodes that the sender knows. An empty list asks for the receiver's and
 * does not enter the sender into it.
 */
public record KnownNodes(SocketAddress addrFrom, List<SocketAddress> nodes) {
  /** How it looks. */
  public static final JsonObject<KnownNodes> WIRE =
      JsonObject.of(
          Rows.of(KnownNodes.class)
              .field(AddrFrom.NAME, Primitives.socketAddress, KnownNodes::addrFrom, AddrFrom.DOC)
              .field(
                  "nodes",
                  JsonList.list(Primitives.socketAddress, Primitives.MOST_ITEMS),
                  KnownNodes::nodes,
                  "where they listen")
              .make("KnownNodes", KnownNodes::new)
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE)
              .otherwise("nodes", "[]"));
}
