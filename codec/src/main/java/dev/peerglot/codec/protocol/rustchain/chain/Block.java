// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.crypto.hash.Sha256;
import java.util.List;

/**
 * {@code Block}; the nested header of the reference adds no bytes.
 *
 * @param timestamp milliseconds since 1970
 * @param preBlockHash hash of the block before in hex, or {@code None}
 * @param hash its own hash in hex
 * @param nonce what makes the hash small
 * @param height 1 for the genesis block
 * @param transactions the coinbase last
 * @param trailing bytes behind it, which the reference ignores; null for none
 */
public record Block(
    long timestamp,
    String preBlockHash,
    String hash,
    long nonce,
    long height,
    List<Transaction> transactions,
    byte[] trailing) {
  private static final int TARGET_BITS = 8;

  /**
   * The hash that follows from its content ({@code bitcoin/src/pow.rs}): SHA-256 of the previous
   * hash as text, SHA-256 of all transaction ids, the time, the number 8 and the nonce, numbers
   * high byte first. The height is not in it.
   */
  public byte[] rightHash() {
    Out ids = new Out();
    transactions.forEach(transaction -> ids.bytes(transaction.id()));
    return Sha256.of(
        new Out()
            .utf8(preBlockHash)
            .bytes(Sha256.of(ids.toBytes()))
            .i64be(timestamp)
            .u32be(TARGET_BITS)
            .i64be(nonce)
            .toBytes());
  }

  /** Whether the hash is the right one. */
  public boolean hasRightHash() {
    return Hex.of(rightHash()).equals(hash);
  }

  /** Whether the right hash is below 2^248, as a mined block's is. */
  public boolean hasProofOfWork() {
    return rightHash()[0] == 0;
  }

  /** Whether this reads like what it was meant to be: all ids fit; without any, the hash does. */
  boolean holds(Dialect dialect) {
    return transactions.isEmpty()
        ? hasRightHash()
        : transactions.stream().allMatch(transaction -> transaction.hasRightId(dialect));
  }

  Block corrected(Dialect dialect) {
    List<Transaction> right = transactions.stream().map(t -> t.corrected(dialect)).toList();
    Block block = new Block(timestamp, preBlockHash, hash, nonce, height, right, trailing);
    return new Block(
        timestamp, preBlockHash, Hex.of(block.rightHash()), nonce, height, right, trailing);
  }
}
