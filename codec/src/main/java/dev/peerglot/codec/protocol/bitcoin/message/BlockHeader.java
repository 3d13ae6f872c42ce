// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i32le;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.crypto.hash.Sha256;

/** The header of a block, 80 bytes. */
public record BlockHeader(
    int version, byte[] previousBlock, byte[] merkleRoot, long time, long bits, long nonce) {
  /** Length of a header in bytes. */
  public static final int SIZE = 80;

  /** How it looks. */
  public static final Sequence<BlockHeader> WIRE =
      Rows.of(BlockHeader.class)
          .field("version", i32le, BlockHeader::version, "rules and signals of the miner")
          .field(
              "previous_block", Primitives.hash, BlockHeader::previousBlock, "hash of the parent")
          .field("merkle_root", Primitives.hash, BlockHeader::merkleRoot, "of the txids")
          .field("time", Primitives.seconds, BlockHeader::time, "the miner's clock")
          .field("bits", u32le, BlockHeader::bits, "target: exponent in the top byte")
          .field("nonce", u32le, BlockHeader::nonce, "what the miner tried")
          .make("block_header", BlockHeader::new);

  /** The block's hash in digest order: SHA-256 twice over the 80 bytes. */
  public byte[] hash() {
    return Sha256.twice(WIRE.toBytes(this));
  }
}
