// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.protocol.witnet.Epochs;
import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Tags;
import java.time.Instant;

/**
 * Beacons: where a node's chain ends. {@code hash_prev_block} is the tip's own hash in a {@code
 * LastBeacon}, the hash of the block before in a block header.
 */
public final class Beacons {
  /** {@code CheckpointBeacon} with an epoch. */
  public final Protobuf<CheckpointBeacon> epoch;

  /** {@code LastBeacon}, 8: heartbeat of a listener, and what a dialer says to catch up. */
  public final Protobuf<LastBeacon> lastBeacon;

  /** The beacons of a chain with those epochs, which may be null. */
  public Beacons(Epochs epochs) {
    epoch = beacon(epochs, 1, "epoch");
    lastBeacon =
        Protobuf.of(
            Rows.of(LastBeacon.class)
                .field(
                    "highest_block_checkpoint",
                    Tags.required(1, epoch),
                    LastBeacon::highestBlockCheckpoint,
                    "epoch and hash of the tip")
                .field(
                    "highest_superblock_checkpoint",
                    Tags.required(2, beacon(epochs, Epochs.SUPERBLOCK, "superblock index")),
                    LastBeacon::highestSuperblockCheckpoint,
                    "index and hash of the last superblock with a consensus")
                .make("LastBeacon", LastBeacon::new));
  }

  private static Protobuf<CheckpointBeacon> beacon(Epochs epochs, int unit, String what) {
    Sequence<CheckpointBeacon> rows =
        Rows.of(CheckpointBeacon.class)
            .field("checkpoint", Tags.fixed32(1), CheckpointBeacon::checkpoint, what)
            .field(
                "hash_prev_block",
                Tags.required(2, Primitives.hash),
                CheckpointBeacon::hashPrevBlock,
                "which block")
            .make("CheckpointBeacon", CheckpointBeacon::new);
    if (epochs == null) {
      return Protobuf.of(rows);
    }
    Protobuf<CheckpointBeacon> plain = Protobuf.of(rows);
    return Protobuf.of(
        rows.derive(
            "time",
            "when the checkpoint begins",
            (object, sink, at) -> {
              long begin = epochs.begin(plain.read(object).checkpoint() * unit);
              sink.text(Instant.ofEpochSecond(begin).toString(), at, at);
            }));
  }

  /** {@code CheckpointBeacon}. */
  public record CheckpointBeacon(long checkpoint, byte[] hashPrevBlock) {}

  /** {@code LastBeacon}. */
  public record LastBeacon(
      CheckpointBeacon highestBlockCheckpoint, CheckpointBeacon highestSuperblockCheckpoint) {}
}
