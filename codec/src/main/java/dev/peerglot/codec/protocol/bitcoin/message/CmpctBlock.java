// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.crypto.hash.Sha256;
import dev.peerglot.crypto.hash.SipHash;
import java.util.List;

/**
 * {@code cmpctblock} (BIP 152): a block whose transactions the receiver has already, but for some.
 *
 * @param header the block
 * @param nonce makes the short ids of this message unlike any other's
 * @param shortIds six bytes of each transaction that is not prefilled, low byte first
 * @param prefilled whole transactions, at least the coinbase
 */
public record CmpctBlock(
    BlockHeader header, long nonce, List<byte[]> shortIds, List<Prefilled> prefilled) {
  /** Most transactions of a compact block. */
  public static final int MOST = 65_535;

  /**
   * A whole transaction and its place.
   *
   * @param index how many transactions stand between it and the prefilled one before
   * @param tx the transaction
   */
  public record Prefilled(int index, Tx tx) {}

  /** How it looks on a chain. */
  public static Sequence<CmpctBlock> of(Chain chain) {
    return Rows.of(CmpctBlock.class)
        .field("header", BlockHeader.of(chain), CmpctBlock::header, "the block")
        .field("nonce", u64le, CmpctBlock::nonce, "goes into the key of the short ids")
        .field(
            "shortids",
            Lists.list(Primitives.count, Blob.reversed(6), MOST),
            CmpctBlock::shortIds,
            "low 48 bits of SipHash-2-4 of each wtxid (version 1: txid)")
        .field(
            "prefilledtxn", new PrefilledType(chain), CmpctBlock::prefilled, "whole transactions")
        .make("cmpctblock", CmpctBlock::new);
  }

  /**
   * The short id of a transaction in this block, as six bytes low byte first.
   *
   * @param id its wtxid (version 1: its txid) in digest order
   */
  public byte[] shortId(byte[] id) {
    byte[] key = Sha256.of(new Out().bytes(header.toBytes()).i64le(nonce).toBytes());
    long hash = SipHash.keyed(key).of(id);
    return new In(new Out().i64le(hash).array()).bytes(6);
  }
}
