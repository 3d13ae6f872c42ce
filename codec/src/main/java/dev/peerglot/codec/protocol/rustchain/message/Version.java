// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.schema.JsonNumbers;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.Rows;

/**
 * {@code Version}: announces a height. Who is behind asks for blocks, who is ahead answers with its
 * own, who is level says nothing; the version itself is never compared. The receiver enters the
 * sender into its list of nodes.
 */
public record Version(SocketAddress addrFrom, long version, long bestHeight) {
  /** The only version there is. */
  public static final long CURRENT = 1;

  /** How it looks. */
  public static final JsonObject<Version> WIRE =
      JsonObject.of(
          Rows.of(Version.class)
              .field(AddrFrom.NAME, Primitives.socketAddress, Version::addrFrom, AddrFrom.DOC)
              .field("version", JsonNumbers.u64, Version::version, "1")
              .field("best_height", JsonNumbers.u64, Version::bestHeight, "0 without any block")
              .make("Version", Version::new)
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE)
              .otherwise("version", "1")
              .otherwise("best_height", "0"));
}
