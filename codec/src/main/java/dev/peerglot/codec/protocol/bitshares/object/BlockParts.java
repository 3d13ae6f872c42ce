// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.hash.Ripemd160;
import dev.peerglot.crypto.hash.Sha224;
import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the bytes of a block ({@code block.cpp}).
 *
 * @param array the bytes around it; not to be changed
 * @param from index of its first byte
 * @param to index behind the last byte of the header that is signed; 65 bytes of signature follow
 */
public record BlockParts(byte[] array, int from, int to) {
  private static final int SIGNATURE = 65;

  /** The parts of the block at the cursor, which moves past its header and signature. */
  public static BlockParts at(In in) {
    int from = in.index();
    Blocks.header.walk(in, Deaf.SINK);
    int to = in.index();
    in.take(SIGNATURE);
    return new BlockParts(in.array(), from, to);
  }

  /** One more than the number that the id of the block before begins with. */
  public long number() {
    return new In(array, from, 4).u32be() + 1 & 0xffffffffL;
  }

  /** What the witness signs: SHA-256 of the header. */
  public byte[] digest() {
    return Sha256.of(array, from, to - from);
  }

  /** The key that signed, 33 bytes, if any did. */
  public Optional<byte[]> signee() {
    return Secp256k1.recover(digest(), Arrays.copyOfRange(array, to, to + SIGNATURE));
  }

  /** The block id: SHA-224 of the signed header, its first four bytes the number, 20 bytes. */
  public byte[] id() {
    byte[] hash = Sha224.of(array, from, to + SIGNATURE - from);
    return new Out(20).u32be(number()).bytes(hash, 4, 16).toBytes();
  }

  /** The Merkle root that the header has, 20 bytes. */
  public byte[] sentMerkleRoot() {
    In in = new In(array, from, to - from);
    in.take(24);
    varint.get(in);
    return in.bytes(20);
  }

  /** The ids of the transactions at the cursor, behind the header. */
  static List<byte[]> transactionIds(In in) {
    long count = varint.get(in);
    List<byte[]> ids = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      ids.add(TransactionParts.at(in).id());
      Transactions.results.walk(in, Deaf.SINK);
    }
    return ids;
  }

  /**
   * The Merkle root of the transactions at the cursor, behind the header: a leaf is the SHA-256 of
   * a transaction with all that is in the block, a node that of its two children; an odd last one
   * moves up as it is. RIPEMD-160 of the root, or 20 zeros where there is no leaf.
   */
  static byte[] merkleRoot(In in) {
    long count = varint.get(in);
    List<byte[]> level = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      int leaf = in.index();
      Transactions.processed.walk(in, Deaf.SINK);
      level.add(Sha256.of(in.array(), leaf, in.index() - leaf));
    }
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i + 1 < level.size(); i += 2) {
        above.add(new Sha256().update(level.get(i)).update(level.get(i + 1)).digest());
      }
      if (level.size() % 2 == 1) {
        above.add(level.getLast());
      }
      level = above;
    }
    return level.isEmpty() ? new byte[20] : Ripemd160.of(level.getFirst());
  }
}
