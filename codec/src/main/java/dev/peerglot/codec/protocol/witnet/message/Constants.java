// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.witnet.Accounts;
import dev.peerglot.codec.protocol.witnet.Hashes;
import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Scalars;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Tags;

/** Messages of the schema that never travel alone: what is hashed or proved. */
public final class Constants {
  /** {@code CheckpointVRF}: what a miner proves its turn with. */
  public static final Protobuf<Raw> CHECKPOINT_VRF =
      Protobuf.of(
          Rows.rows()
              .field("checkpoint", Tags.fixed32(1), "epoch")
              .field("hash_prev_vrf", Tags.required(2, Primitives.hash), "the proof before")
              .make("CheckpointVRF"));

  /** {@code ConsensusConstants}, with the magic that 1.x nodes took from it. */
  public static final Protobuf<Raw> CONSENSUS = consensus();

  private Constants() {}

  /** {@code DataRequestVrfMessage}: what a witness proves its turn with. */
  public static Protobuf<Raw> dataRequestVrf(Accounts accounts) {
    return Protobuf.of(
        Rows.rows()
            .field("vrf_input", Tags.required(1, CHECKPOINT_VRF), "the chain's VRF")
            .field("dr_hash", Tags.required(2, Primitives.hash), "the data request")
            .field(
                "withdrawer",
                Tags.optional(3, accounts.publicKeyHash),
                "whose stake; cut off before V2_0")
            .make("DataRequestVrfMessage"));
  }

  private static Protobuf<Raw> consensus() {
    Sequence<Raw> rows =
        Rows.rows()
            .field("checkpoint_zero_timestamp", Tags.varint(1, Primitives.seconds), "epoch 0")
            .field("checkpoints_period", Tags.uint32(2), "seconds of an epoch")
            .field("bootstrap_hash", Tags.required(3, Primitives.hash), "before the first block")
            .field("genesis_hash", Tags.required(4, Primitives.hash), "the first block")
            .field("max_vt_weight", Tags.uint32(5), "of value transfers in a block")
            .field("max_dr_weight", Tags.uint32(6), "of data requests in a block")
            .field("activity_period", Tags.uint32(7), "epochs")
            .field("reputation_expire_alpha_diff", Tags.uint32(8), "witnessing acts")
            .field("reputation_issuance", Tags.uint32(9), "points for each act")
            .field("reputation_issuance_stop", Tags.uint32(10), "acts")
            .field("reputation_penalization_factor", Tags.float64(11), "for each lie")
            .field("mining_backup_factor", Tags.uint32(12), "miners by turn")
            .field("mining_replication_factor", Tags.uint32(13), "miners by turn, expected")
            .field("collateral_minimum", Tags.uint64(14), "nanowit")
            .field("collateral_age", Tags.uint32(15), "epochs")
            .field("superblock_period", Tags.uint32(16), "epochs")
            .field("extra_rounds", Tags.uint32(17), "for late commits and reveals")
            .field("minimum_difficulty", Tags.uint32(18), "identities")
            .field("epochs_with_minimum_difficulty", Tags.uint32(19), "epochs")
            .field(
                "bootstrapping_committee",
                Tags.repeated(20, Scalars.string(100), 1000),
                "addresses that sign the first superblocks")
            .field("superblock_signing_committee_size", Tags.uint32(21), "identities")
            .field("superblock_committee_decreasing_period", Tags.uint32(22), "superblocks")
            .field("superblock_committee_decreasing_step", Tags.uint32(23), "identities")
            .field("initial_block_reward", Tags.uint64(24), "nanowit")
            .field("halving_period", Tags.uint32(25), "epochs")
            .make("ConsensusConstants");
    Protobuf<Raw> plain = Protobuf.of(rows);
    return Protobuf.of(
        rows.derive(
            "magic",
            "first two bytes of SHA-256 of the constants: the magic of 1.x nodes",
            (object, sink, at) -> {
              byte[] hash = Hashes.of(plain, object);
              sink.hex(new Out().bytes(hash, 0, 2).toBytes(), 0, 2, false, at, at);
            }));
  }
}
