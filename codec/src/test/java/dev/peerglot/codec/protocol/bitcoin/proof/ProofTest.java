// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.peerglot.codec.bytes.Hex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets and Merkle trees. */
class ProofTest {
  /** Bitcoin Core's arith_uint256_tests, and two blocks' bits. */
  @ParameterizedTest
  @CsvSource({
    "1d00ffff, 00000000ffff0000000000000000000000000000000000000000000000000000",
    "207fffff, 7fffff0000000000000000000000000000000000000000000000000000000000",
    "01120000, 0000000000000000000000000000000000000000000000000000000000000012",
    "02008000, 0000000000000000000000000000000000000000000000000000000000000080",
    "05009234, 0000000000000000000000000000000000000000000000000000000092340000",
    "04123456, 0000000000000000000000000000000000000000000000000000000012345600",
    "22000012, 1200000000000000000000000000000000000000000000000000000000000000",
    "04923456, ",
    "00000000, ",
    "01003456, ",
    "00123456, ",
    "04000000, ",
    "ff123456, ",
    "23000001, ",
    "22000100, ",
    "21010000, "
  })
  void bitsAsTarget(String bits, String target) {
    byte[] bytes = Target.of(Long.parseLong(bits, 16));
    if (target == null) {
      assertNull(bytes);
    } else {
      assertEquals(target, Hex.of(bytes));
      assertEquals(true, Target.isMet(Hex.flip(bytes), Long.parseLong(bits, 16)));
    }
  }

  /** Block 100,000. */
  @Test
  void rootOfFourTransactions() {
    List<byte[]> txids =
        List.of(
            display("8c14f0db3df150123e6f3dbbf30f8b955a8249b62ac1d1ff16284aefa3d06d87"),
            display("fff2525b8931402dd09222c50775608f75787bd2b87e56995a7bdd30f79702c4"),
            display("6359f0868171b1d194cbee1af2f16ea598ae8fad666d9b012c8ed2b79a236ec4"),
            display("e9a66845e05d5abc0ad04ec80f774a7e585c6e8db975962d069a522137b80c1d"));
    assertEquals(
        "f3e94742aca4b5ef85488dc37c06c3282295ffec960994b2c0d5ac2a25a95766",
        Hex.reversed(MerkleTree.root(txids)));
  }

  private static byte[] display(String hash) {
    return Hex.flip(Hex.parse(hash));
  }

  @Test
  void branchesLeadToTheRoot() {
    List<byte[]> leaves = leaves(4);
    byte[] left = MerkleTree.parent(leaves.get(0), leaves.get(1));
    assertArrayEquals(
        MerkleTree.root(leaves), MerkleTree.root(leaves.get(2), List.of(leaves.get(3), left), 2));
  }

  @Test
  void everyPartOfEveryTreeProvesItself() {
    SplittableRandom random = new SplittableRandom(2);
    for (int total = 1; total < 40; total++) {
      List<byte[]> leaves = leaves(total);
      BitSet wanted = new BitSet();
      for (int i = 0; i < total; i++) {
        wanted.set(i, random.nextInt(3) == 0);
      }
      Proof proof = new Proof(leaves, wanted);
      PartialMerkleTree tree = PartialMerkleTree.of(total, proof.hashes, proof.flags());
      assertEquals("", tree.fault());
      assertArrayEquals(MerkleTree.root(leaves), tree.root());
      assertEquals(wanted.cardinality(), tree.matches().size());
      for (int i = 0, leaf = wanted.nextSetBit(0); leaf >= 0; leaf = wanted.nextSetBit(leaf + 1)) {
        assertArrayEquals(leaves.get(leaf), tree.matches().get(i++));
      }
    }
  }

  @Test
  void brokenProofsSayWhy() {
    List<byte[]> leaves = leaves(4);
    byte[] one = {1};
    assertEquals("0 transactions, must be from 1 to 16666", fault(0, leaves, one));
    assertEquals("16667 transactions, must be from 1 to 16666", fault(16_667, leaves, one));
    assertEquals("more hashes than transactions", fault(3, leaves, one));
    assertEquals("fewer bits than hashes", fault(4, leaves, new byte[0]));
    assertEquals("hashes left over", fault(4, leaves, new byte[] {0}));
    assertEquals("too few hashes", fault(4, leaves.subList(0, 2), new byte[] {127}));
    assertEquals("too few bits", fault(16_666, leaves, new byte[] {(byte) 0xff}));
    assertEquals("bits left over", fault(1, leaves.subList(0, 1), new byte[] {1, 0}));
    List<byte[]> twins = List.of(leaves.get(0), leaves.get(0));
    assertEquals("two children alike", fault(2, twins, new byte[] {7}));
  }

  private static String fault(long total, List<byte[]> hashes, byte[] flags) {
    PartialMerkleTree tree = PartialMerkleTree.of(total, hashes, flags);
    assertNull(tree.root());
    return tree.fault();
  }

  private static List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] leaf = new byte[32];
      leaf[0] = (byte) (i + 1);
      leaves.add(leaf);
    }
    return leaves;
  }

  /** A proof as a node makes it. */
  private static final class Proof {
    private final List<byte[]> leaves;
    private final BitSet wanted;
    private final List<byte[]> hashes = new ArrayList<>();
    private final BitSet bits = new BitSet();
    private int count;

    Proof(List<byte[]> leaves, BitSet wanted) {
      this.leaves = leaves;
      this.wanted = wanted;
      int height = 0;
      while (1 << height < leaves.size()) {
        height++;
      }
      visit(height, 0);
    }

    private void visit(int height, int position) {
      int from = position << height;
      int to = Math.min(from + (1 << height), leaves.size());
      int match = wanted.nextSetBit(from);
      boolean open = match >= 0 && match < to;
      bits.set(count++, open);
      if (height == 0 || !open) {
        hashes.add(hash(height, position));
        return;
      }
      visit(height - 1, 2 * position);
      if (2 * position + 1 << height - 1 < leaves.size()) {
        visit(height - 1, 2 * position + 1);
      }
    }

    private byte[] hash(int height, int position) {
      if (height == 0) {
        return leaves.get(position);
      }
      byte[] left = hash(height - 1, 2 * position);
      boolean alone = 2 * position + 1 << height - 1 >= leaves.size();
      return MerkleTree.parent(left, alone ? left : hash(height - 1, 2 * position + 1));
    }

    private byte[] flags() {
      byte[] flags = new byte[(count + 7) / 8];
      byte[] set = bits.toByteArray();
      System.arraycopy(set, 0, flags, 0, set.length);
      return flags;
    }
  }
}
