// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.proof.MerkleTree;
import java.util.List;

/**
 * A block ({@code block}), as {@link BlockType} reads it.
 *
 * @param header its header
 * @param transactions the coinbase first
 * @param mwebBlock Litecoin's extension block, or null
 */
public record Block(BlockHeader header, List<Tx> transactions, byte[] mwebBlock) {
  /** The layout of Bitcoin, with addresses of the main chain. */
  public static final BlockType WIRE = new BlockType(Chain.BITCOIN);

  /** The Merkle root over the transactions, in digest order. */
  public byte[] merkleRoot() {
    return MerkleTree.root(transactions.stream().map(Tx::txid).toList());
  }
}
