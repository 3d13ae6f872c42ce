// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.witnet.Accounts;
import dev.peerglot.codec.protocol.witnet.Hashes;
import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Tagged;
import dev.peerglot.codec.schema.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code Block}, 5. Its hash is that of the header, which before V1_8 had six Merkle roots: nodes
 * of today always send eight, so which form is hashed follows from the epoch, or, where a chain's
 * epochs are not known, from the seventh root: 32 zero bytes before V1_8, never afterwards ({@code
 * data_structures/src/proto/versioning.rs}).
 */
public final class Blocks {
  private static final Protobuf<Raw> ROOTS =
      Protobuf.of(
          roots()
              .field(
                  "stake_hash_merkle_root",
                  Tags.optional(7, Primitives.hash),
                  "of stake_txns; zero before V1_8, missing from 1.x nodes")
              .field(
                  "unstake_hash_merkle_root",
                  Tags.optional(8, Primitives.hash),
                  "of unstake_txns; zero before V2_0, missing from 1.x nodes")
              .make("BlockMerkleRoots"));

  /** The lists of transactions that have a root, in the order of the roots behind the first. */
  private static final List<String> LISTS =
      List.of(
          "value_transfer_txns",
          "data_request_txns",
          "commit_txns",
          "reveal_txns",
          "tally_txns",
          "stake_txns",
          "unstake_txns");

  private final Transactions transactions;
  private final Beacons beacons;
  private final long fullRoots;
  private final Protobuf<Raw> sixRootHeader;
  private final Protobuf<Raw> txns;
  private final Protobuf<Raw> plain;

  /** {@code BlockHeader}. */
  public final Protobuf<Raw> header;

  /** {@code Block}, with its hash and whether its transactions are those of its header. */
  public final Protobuf<Raw> block;

  /**
   * The blocks of a chain.
   *
   * @param fullRoots the first epoch whose hash covers eight roots, or -1 where the block tells
   */
  public Blocks(Accounts accounts, Beacons beacons, Transactions transactions, long fullRoots) {
    this.transactions = transactions;
    this.beacons = beacons;
    this.fullRoots = fullRoots;
    header = header(ROOTS);
    sixRootHeader = header(Protobuf.of(roots().make("BlockMerkleRoots")));
    txns = txns();
    Rows rows =
        Rows.rows()
            .field("block_header", Tags.required(1, header), "what is hashed")
            .field(
                "block_sig", Tags.required(2, accounts.keyedSignature), "of the hash, by the miner")
            .field("txns", Tags.always(3, txns), "the transactions");
    plain = Protobuf.of(rows.make("Block"));
    block =
        Protobuf.of(
            rows.make("Block")
                .derive("hash", "SHA-256 of the header: the block's id", Hashes.row(this::hash))
                .derive(
                    "roots_fit",
                    "whether the header's roots are those of the transactions",
                    (object, sink, at) -> sink.bool(rootsFit(object), at, at)));
  }

  private static Rows roots() {
    return Rows.rows()
        .field("mint_hash", Tags.required(1, Primitives.hash), "of the mint transaction")
        .field("vt_hash_merkle_root", root(2), "of value_transfer_txns")
        .field("dr_hash_merkle_root", root(3), "of data_request_txns")
        .field("commit_hash_merkle_root", root(4), "of commit_txns")
        .field("reveal_hash_merkle_root", root(5), "of reveal_txns")
        .field("tally_hash_merkle_root", root(6), "of tally_txns");
  }

  private static Tagged<byte[]> root(int number) {
    return Tags.required(number, Primitives.hash);
  }

  private Protobuf<Raw> header(Protobuf<Raw> roots) {
    return Protobuf.of(
        Rows.rows()
            .field("signals", Tags.uint32(1), "votes on upgrades, a bit each")
            .field("beacon", Tags.required(2, beacons.epoch), "epoch, and the block before")
            .field("merkle_roots", Tags.required(3, roots), "of the transactions")
            .field(
                "proof",
                Tags.required(4, Bodies.claim("BlockEligibilityClaim")),
                "that the miner's turn had come")
            .field(
                "bn256_public_key",
                Tags.always(5, Primitives.bn256PublicKey),
                "the miner's key for superblock votes, or empty")
            .make("BlockHeader"));
  }

  private Protobuf<Raw> txns() {
    return Protobuf.of(
        Rows.rows()
            .field("mint", Tags.always(1, transactions.mint.wire()), "the miner's reward")
            .field(LISTS.get(0), list(2, transactions.valueTransfer), "payments")
            .field(LISTS.get(1), list(3, transactions.dataRequest), "questions")
            .field(LISTS.get(2), list(4, transactions.commit), "hidden answers")
            .field(LISTS.get(3), list(5, transactions.reveal), "answers")
            .field(LISTS.get(4), list(6, transactions.tally), "results")
            .field(LISTS.get(5), list(7, transactions.stake), "from V1_8 on")
            .field(LISTS.get(6), list(8, transactions.unstake), "from V2_0 on")
            .make("BlockTransactions"));
  }

  private static Tagged<List<Raw>> list(int number, Transactions.Kind kind) {
    return Tags.repeated(number, kind.wire(), Bodies.MOST);
  }

  /** The epoch of a block. */
  public long epoch(In block) {
    return beacons
        .epoch
        .read(header.window(plain.window(block, "block_header"), "beacon"))
        .checkpoint();
  }

  /** The hash of a block, as nodes of its epoch compute it. */
  public byte[] hash(In block) {
    In head = plain.window(block, "block_header");
    byte[] stakes = given(head).get(6);
    boolean six =
        stakes == null
            || (fullRoots < 0 ? Arrays.equals(stakes, new byte[32]) : epoch(block) < fullRoots);
    return Hashes.of(six ? sixRootHeader : header, head);
  }

  /** The roots that the header gives, in order; null for one that is missing. */
  private List<byte[]> given(In head) {
    In roots = header.window(head, "merkle_roots");
    List<byte[]> given = new ArrayList<>();
    ROOTS
        .fields()
        .forEach(
            field -> {
              List<In> window = ROOTS.windows(roots, field.name());
              given.add(window.isEmpty() ? null : Primitives.hash.read(window.getFirst()));
            });
    return given;
  }

  private boolean rootsFit(In block) {
    List<byte[]> given = given(plain.window(block, "block_header"));
    In all = plain.window(block, "txns");
    if (!Arrays.equals(given.getFirst(), transactions.mint.hash(txns.window(all, "mint")))) {
      return false;
    }
    List<Transactions.Kind> kinds = transactions.inBlocks();
    for (int i = 0; i < LISTS.size(); i++) {
      List<byte[]> leaves = new ArrayList<>();
      for (In transaction : txns.windows(all, LISTS.get(i))) {
        leaves.add(kinds.get(i).hash(transaction));
      }
      byte[] root = given.get(i + 1);
      boolean none = root == null || i > 4 && Arrays.equals(root, new byte[32]);
      if (none ? !leaves.isEmpty() : !Arrays.equals(root, Hashes.merkleRoot(leaves))) {
        return false;
      }
    }
    return true;
  }
}
