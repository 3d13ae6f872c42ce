// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Hex;
import java.util.Objects;

/**
 * What a chain has set and its messages depend on.
 *
 * @param prefix of addresses: {@code wit} on mainnet, {@code twit} everywhere else
 * @param genesis hash of the genesis block, in hex
 * @param epochs when epochs begin, or null where that is not known
 * @param fullRoots the first epoch whose block hash covers all eight Merkle roots (V1_8), or -1
 *     where that is not known and the block has to tell
 */
public record Chain(String prefix, String genesis, Epochs epochs, long fullRoots) {
  /** The predecessor of the genesis block, and the superblock of a chain that has none yet. */
  public static final String BOOTSTRAP =
      "666564676f6573627272727c2f3030312f3738392f3432382f6130312e676966";

  /** The letters are what counts of a genesis hash, not their case. */
  public Chain {
    genesis = Hex.of(Hex.parse(Objects.requireNonNull(genesis)));
  }

  /** The hash of the genesis block. */
  public byte[] genesisHash() {
    return Hex.parse(genesis);
  }

  /** The hash that stands in for a superblock before the first one. */
  public static byte[] bootstrapHash() {
    return Hex.parse(BOOTSTRAP);
  }
}
