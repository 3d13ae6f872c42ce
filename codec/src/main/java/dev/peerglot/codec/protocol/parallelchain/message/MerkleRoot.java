// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of a tree of SHA-256 digests: a parent is the hash of its two children one after the
 * other, and the last one of an odd row rises as it is. One leaf is its own root; none have 32 zero
 * bytes.
 */
public final class MerkleRoot {
  private MerkleRoot() {}

  /** The root of leaves that are hashes already. */
  public static byte[] of(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return new byte[Sha256.SIZE];
    }
    List<byte[]> row = leaves;
    while (row.size() > 1) {
      List<byte[]> above = new ArrayList<>((row.size() + 1) / 2);
      for (int i = 0; i + 1 < row.size(); i += 2) {
        above.add(new Sha256().update(row.get(i)).update(row.get(i + 1)).digest());
      }
      if (row.size() % 2 == 1) {
        above.add(row.getLast());
      }
      row = above;
    }
    return row.getFirst();
  }
}
