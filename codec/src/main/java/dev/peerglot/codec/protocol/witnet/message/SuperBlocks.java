// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.witnet.Accounts;
import dev.peerglot.codec.protocol.witnet.Hashes;
import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Tags;
import dev.peerglot.crypto.hash.Sha256;

/** Superblocks, which sum up ten epochs each, and the votes on them. */
public final class SuperBlocks {
  private static final Sequence<SuperBlock> ROWS =
      Rows.of(SuperBlock.class)
          .field(
              "signing_committee_length",
              Tags.uint32(1),
              SuperBlock::signingCommitteeLength,
              "how many may vote")
          .field(
              "ars_root",
              Tags.required(2, Primitives.hash),
              SuperBlock::arsRoot,
              "Merkle root over the bn256 keys of active identities")
          .field(
              "data_request_root",
              Tags.required(3, Primitives.hash),
              SuperBlock::dataRequestRoot,
              "over the blocks' roots of data requests; zero without a block")
          .field("index", Tags.uint32(4), SuperBlock::index, "a tenth of the epoch behind it")
          .field(
              "last_block",
              Tags.required(5, Primitives.hash),
              SuperBlock::lastBlock,
              "the last block that it covers")
          .field(
              "last_block_in_previous_superblock",
              Tags.required(6, Primitives.hash),
              SuperBlock::lastBlockInPreviousSuperblock,
              "the last one that it does not")
          .field(
              "tally_root",
              Tags.required(7, Primitives.hash),
              SuperBlock::tallyRoot,
              "over the blocks' roots of tallies; zero without a block")
          .make("SuperBlock", SuperBlock::new);

  private static final Protobuf<SuperBlock> PLAIN = Protobuf.of(ROWS);

  /** {@code SuperBlock}, 11. */
  public static final Protobuf<SuperBlock> SUPER_BLOCK =
      Protobuf.of(
          ROWS.derive(
              "hash",
              "SHA-256 of the fields, numbers as u32 big-endian: what is voted on",
              Hashes.row(object -> PLAIN.read(object).hash())));

  /** {@code SuperBlockVote}, 10. */
  public final Protobuf<Vote> vote;

  /** Superblocks of a chain with those accounts. */
  public SuperBlocks(Accounts accounts) {
    vote =
        Protobuf.of(
            Rows.of(Vote.class)
                .field(
                    "bn256_signature",
                    Tags.always(1, Primitives.bn256Signature),
                    Vote::bn256Signature,
                    "of index (u32be) and hash")
                .field(
                    "secp256k1_signature",
                    Tags.required(2, accounts.keyedSignature),
                    Vote::secp256k1Signature,
                    "of SHA-256 of index (u32be), hash and bn256 signature")
                .field(
                    "superblock_hash",
                    Tags.required(3, Primitives.hash),
                    Vote::superblockHash,
                    "what is voted for")
                .field(
                    "superblock_index",
                    Tags.fixed32(4),
                    Vote::superblockIndex,
                    "which superblock; fixed32 here, a varint elsewhere")
                .make("SuperBlockVote", Vote::new));
  }

  /** {@code SuperBlock}. */
  public record SuperBlock(
      long signingCommitteeLength,
      byte[] arsRoot,
      byte[] dataRequestRoot,
      long index,
      byte[] lastBlock,
      byte[] lastBlockInPreviousSuperblock,
      byte[] tallyRoot) {
    /** Its hash: not of protobuf, but of 168 bytes in order. */
    public byte[] hash() {
      Out out = new Out(168).u32be(signingCommitteeLength).bytes(arsRoot).bytes(dataRequestRoot);
      out.u32be(index).bytes(lastBlock).bytes(lastBlockInPreviousSuperblock).bytes(tallyRoot);
      return Sha256.of(out.toBytes());
    }
  }

  /** {@code SuperBlockVote}. */
  public record Vote(
      byte[] bn256Signature, Raw secp256k1Signature, byte[] superblockHash, long superblockIndex) {
    /** What the secp256k1 signature signs. */
    public byte[] digest() {
      Out out = new Out(80).u32be(superblockIndex).bytes(superblockHash).bytes(bn256Signature);
      return Sha256.of(out.toBytes());
    }
  }
}
