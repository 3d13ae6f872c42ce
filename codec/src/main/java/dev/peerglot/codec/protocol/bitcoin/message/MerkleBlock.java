// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.proof.PartialMerkleTree;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.Arrays;
import java.util.List;

/** {@code merkleblock} (BIP 37): a header and the proof of some transactions of its block. */
public record MerkleBlock(
    BlockHeader header, long totalTransactions, List<byte[]> hashes, byte[] flags) {
  private static final Lists<byte[]> HASHES =
      Lists.list(Primitives.count, Primitives.hash, TxParts.MOST);

  /** How it looks on a chain. */
  public static Sequence<MerkleBlock> of(Chain chain) {
    Sequence<MerkleBlock> rows =
        Rows.of(MerkleBlock.class)
            .field("header", BlockHeader.of(chain), MerkleBlock::header, "the block")
            .field(
                "total_transactions", u32le, MerkleBlock::totalTransactions, "leaves of its tree")
            .field("hashes", HASHES, MerkleBlock::hashes, "nodes of the tree, depth first")
            .field(
                "flags",
                Blob.bytes(Primitives.count, 1 << 16),
                MerkleBlock::flags,
                "which nodes are opened, the lowest bit of a byte first")
            .make("merkleblock", MerkleBlock::new);
    return rows.derive(
            "matches",
            "txids that are proven",
            (block, sink, at) -> {
              sink.list(HASHES, at);
              for (byte[] txid : rows.read(block).proof().matches()) {
                sink.hex(txid, 0, txid.length, true, at, at);
              }
              sink.end(at);
            })
        .derive(
            "merkle_root_ok",
            "whether the proof leads to the header's root",
            (block, sink, at) -> sink.bool(rows.read(block).isProven(), at, at))
        .deriveIf(
            "proof_fault",
            "what is wrong with the proof",
            block -> !fault(rows, block).isEmpty(),
            (block, sink, at) -> sink.text(fault(rows, block), at, at));
  }

  private static String fault(Sequence<MerkleBlock> rows, In block) {
    return rows.read(block).proof().fault();
  }

  /** The proof, followed. */
  public PartialMerkleTree proof() {
    return PartialMerkleTree.of(totalTransactions, hashes, flags);
  }

  /** Whether the proof is sound and leads to the header's Merkle root. */
  public boolean isProven() {
    return Arrays.equals(proof().root(), header.merkleRoot());
  }
}
