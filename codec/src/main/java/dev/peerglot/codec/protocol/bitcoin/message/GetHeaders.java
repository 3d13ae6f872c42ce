// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.List;

/**
 * {@code getheaders} and {@code getblocks}: what comes after a known block. The answer to the first
 * includes the stop block, that to the second does not.
 */
public record GetHeaders(long version, List<byte[]> locator, byte[] stopHash) {
  /**
   * Most hashes of a locator that are read. Core closes the connection above 101; btcd sends up to
   * 500.
   */
  public static final int MOST = 500;

  /** {@code getheaders}. */
  public static final Sequence<GetHeaders> WIRE = wire("getheaders");

  /** {@code getblocks}. */
  public static final Sequence<GetHeaders> GETBLOCKS = wire("getblocks");

  private static Sequence<GetHeaders> wire(String name) {
    return Rows.of(GetHeaders.class)
        .field("version", u32le, GetHeaders::version, "protocol version; ignored")
        .field(
            "locator",
            Lists.list(Primitives.count, Primitives.hash, MOST),
            GetHeaders::locator,
            "known block hashes, newest first, ever wider apart, the genesis block last")
        .field("stop_hash", Primitives.hash, GetHeaders::stopHash, "last one; zeros: all there are")
        .make(name, GetHeaders::new)
        .otherwise("version", "70016")
        .otherwise("locator", "[]")
        .otherwise("stop_hash", "\"" + "0".repeat(64) + "\"");
  }
}
