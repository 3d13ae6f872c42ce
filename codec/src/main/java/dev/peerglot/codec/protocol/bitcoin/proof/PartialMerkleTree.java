// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a Merkle tree that proves some of its leaves (BIP 37): depth first, a bit for each
 * node that is visited, a hash for each node that is not opened and for each leaf.
 *
 * @param matches the leaves that are proven, in digest order
 * @param root the root that follows, or null where the proof is broken
 * @param fault what is wrong with the proof, or empty
 */
public record PartialMerkleTree(List<byte[]> matches, byte[] root, String fault) {
  /** Most transactions that a block can have: 4,000,000 bytes of weight in pieces of 240. */
  public static final int MOST = 16_666;

  /**
   * Follows a proof.
   *
   * @param total how many leaves the tree has
   * @param hashes in the order of the visit
   * @param flags bits in the order of the visit, the lowest bit of a byte first
   */
  public static PartialMerkleTree of(long total, List<byte[]> hashes, byte[] flags) {
    if (total == 0 || total > MOST) {
      return broken(total + " transactions, must be from 1 to " + MOST);
    }
    if (hashes.size() > total) {
      return broken("more hashes than transactions");
    }
    if (flags.length * 8L < hashes.size()) {
      return broken("fewer bits than hashes");
    }
    Visit visit = new Visit((int) total, hashes, flags);
    int height = 0;
    while (visit.width(height) > 1) {
      height++;
    }
    byte[] root = visit.node(height, 0);
    if (visit.fault.isEmpty() && visit.nextHash < hashes.size()) {
      visit.fault = "hashes left over";
    }
    if (visit.fault.isEmpty() && (visit.nextBit + 7) / 8 < flags.length) {
      visit.fault = "bits left over";
    }
    return visit.fault.isEmpty()
        ? new PartialMerkleTree(visit.matches, root, "")
        : broken(visit.fault);
  }

  private static PartialMerkleTree broken(String fault) {
    return new PartialMerkleTree(List.of(), null, fault);
  }

  private static final class Visit {
    private final int total;
    private final List<byte[]> hashes;
    private final byte[] flags;
    private final List<byte[]> matches = new ArrayList<>();
    private int nextBit;
    private int nextHash;
    private String fault = "";

    Visit(int total, List<byte[]> hashes, byte[] flags) {
      this.total = total;
      this.hashes = hashes;
      this.flags = flags;
    }

    int width(int height) {
      return total + (1 << height) - 1 >> height;
    }

    byte[] node(int height, int position) {
      if (!fault.isEmpty() || nextBit == flags.length * 8) {
        return stop("too few bits");
      }
      boolean marked = (flags[nextBit >> 3] >> (nextBit & 7) & 1) != 0;
      nextBit++;
      if (height == 0 || !marked) {
        if (nextHash == hashes.size()) {
          return stop("too few hashes");
        }
        byte[] hash = hashes.get(nextHash++);
        if (marked) {
          matches.add(hash);
        }
        return hash;
      }
      byte[] left = node(height - 1, position * 2);
      if (position * 2 + 1 >= width(height - 1)) {
        return fault.isEmpty() ? MerkleTree.parent(left, left) : left;
      }
      byte[] right = node(height - 1, position * 2 + 1);
      if (fault.isEmpty() && Arrays.equals(left, right)) {
        return stop("two children alike");
      }
      return fault.isEmpty() ? MerkleTree.parent(left, right) : left;
    }

    private byte[] stop(String why) {
      fault = fault.isEmpty() ? why : fault;
      return new byte[32];
    }
  }
}
