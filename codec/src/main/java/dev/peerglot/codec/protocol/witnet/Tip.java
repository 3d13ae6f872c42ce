// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.witnet.message.Beacons.CheckpointBeacon;
import dev.peerglot.codec.protocol.witnet.message.Beacons.LastBeacon;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.SuperBlocks.Vote;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the peer's chain ends, learnt from what it says: a listener has to repeat that every epoch,
 * or its dialler drops it ({@code sessions_manager/beacons.rs}). The tip of an epoch is the last
 * candidate that the peer pushed in it; a superblock counts from the second period behind it on,
 * with the most votes.
 */
final class Tip {
  /** Superblock indexes, hashes of one, votes for one that are remembered. */
  private static final int MOST_INDEXES = 4;

  private static final int MOST_HASHES = 16;
  private static final int MOST_VOTES = 256;

  private final Schema schema;
  private final TreeMap<Long, Map<String, Set<String>>> votes = new TreeMap<>();
  private LastBeacon last;
  private CheckpointBeacon candidate;

  Tip(Schema schema) {
    this.schema = schema;
  }

  /** The peer says where its chain ends. */
  void meet(LastBeacon beacon) {
    last = beacon;
  }

  /** The peer pushes a block. */
  void block(byte[] body) {
    CheckpointBeacon block =
        new CheckpointBeacon(schema.blocks.epoch(new In(body)), schema.blocks.hash(new In(body)));
    if (last != null
        && block.checkpoint() > last.highestBlockCheckpoint().checkpoint()
        && (candidate == null || block.checkpoint() >= candidate.checkpoint())) {
      candidate = block;
    }
  }

  /** The peer pushes a vote. */
  void vote(Vote vote) {
    Map<String, Set<String>> hashes =
        votes.computeIfAbsent(vote.superblockIndex(), index -> new TreeMap<>());
    String hash = Hex.of(vote.superblockHash());
    if (hashes.size() < MOST_HASHES || hashes.containsKey(hash)) {
      Set<String> voters = hashes.computeIfAbsent(hash, h -> new HashSet<>());
      if (voters.size() < MOST_VOTES) {
        voters.add(vote.secp256k1Signature().toString());
      }
    }
    while (votes.size() > MOST_INDEXES) {
      votes.pollFirstEntry();
    }
  }

  /**
   * What to repeat now, or null where the peer has said nothing yet.
   *
   * @param epoch the epoch that has just begun: blocks before it are settled
   */
  LastBeacon at(long epoch) {
    if (last == null) {
      return null;
    }
    CheckpointBeacon block = last.highestBlockCheckpoint();
    if (candidate != null && candidate.checkpoint() < epoch) {
      block = candidate;
      candidate = null;
    }
    last = new LastBeacon(block, superblock(block.checkpoint()));
    return last;
  }

  private CheckpointBeacon superblock(long epoch) {
    CheckpointBeacon known = last.highestSuperblockCheckpoint();
    long index = epoch / Epochs.SUPERBLOCK - 1;
    Map<String, Set<String>> hashes = votes.getOrDefault(index, Map.of());
    if (index <= known.checkpoint() || hashes.isEmpty()) {
      return known;
    }
    String most = null;
    for (Map.Entry<String, Set<String>> entry : hashes.entrySet()) {
      if (most == null || entry.getValue().size() > hashes.get(most).size()) {
        most = entry.getKey();
      }
    }
    return new CheckpointBeacon(index, Hex.parse(most));
  }
}
