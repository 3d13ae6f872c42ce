// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.proof;

import dev.peerglot.crypto.hash.Sha256;
import java.util.List;

/** Bitcoin's Merkle tree: SHA-256 twice over pairs of hashes; a node without partner is its own. */
public final class MerkleTree {
  private static final int SIZE = 32;

  private MerkleTree() {}

  /** The root over hashes in digest order; of none 32 zero bytes. */
  public static byte[] root(List<byte[]> hashes) {
    byte[] level = new byte[Math.max(1, hashes.size()) * SIZE];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, level, i * SIZE, SIZE);
    }
    Sha256 sha256 = new Sha256();
    byte[] pair = new byte[2 * SIZE];
    for (int width = hashes.size(); width > 1; width = (width + 1) / 2) {
      for (int i = 0; i < width; i += 2) {
        int right = Math.min(i + 1, width - 1);
        System.arraycopy(level, i * SIZE, pair, 0, SIZE);
        System.arraycopy(level, right * SIZE, pair, SIZE, SIZE);
        sha256.update(pair).digest(pair, 0);
        sha256.update(pair, 0, SIZE).digest(level, i / 2 * SIZE);
      }
    }
    return java.util.Arrays.copyOf(level, SIZE);
  }

  /** The node above two. */
  public static byte[] parent(byte[] left, byte[] right) {
    Sha256 sha256 = new Sha256();
    byte[] once = sha256.update(left).update(right).digest();
    return sha256.update(once).digest();
  }

  /**
   * The root over a leaf whose partners on the way up are known; bit n of the index says whether
   * the n-th partner stands left.
   */
  public static byte[] root(byte[] leaf, List<byte[]> branch, int index) {
    byte[] node = leaf;
    int place = index;
    for (byte[] partner : branch) {
      node = (place & 1) == 0 ? parent(node, partner) : parent(partner, node);
      place >>>= 1;
    }
    return node;
  }
}
