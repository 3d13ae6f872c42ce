// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.protocol.parallelchain.message.Slots.HEADER;
import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the slots of a block hold in one version of the protocol ({@code block_data.rs} of
 * pchain-types). The fourth slot tells the versions apart: a hash in protocol 0.4, a number in 0.5.
 */
enum BlockForm {
  /** Protocol 0.4. */
  V1(1) {
    @Override
    Sequence<Raw> rows() {
      return begun()
          .field("txns_hash", slot(Primitives.hash), TXNS)
          .field("state_hash", slot(Primitives.hash), STATE)
          .field("receipts_hash", slot(Primitives.hash), RECEIPTS)
          .field("base_fee_per_gas", slot(u64le), FEE)
          .field("gas_used", slot(u64le), GAS)
          .field("logs_bloom", slot(bloom()), BLOOM)
          .make("BlockDataV1");
    }
  },

  /** Protocol 0.5. */
  V2(2) {
    @Override
    Sequence<Raw> rows() {
      return begun()
          .field("base_fee_per_gas", slot(u64le), FEE)
          .field("gas_used", slot(u64le), GAS)
          .field("txns_hash", slot(Primitives.hash), TXNS)
          .field("receipts_hash", slot(Primitives.hash), RECEIPTS)
          .field("state_hash", slot(Primitives.hash), STATE)
          .field("logs_bloom", slot(bloom()), BLOOM)
          .make("BlockDataV2");
    }
  };

  static final String TXNS = "Merkle root of the transactions";
  static final String STATE = "root of the world state after the block";
  static final String RECEIPTS = "Merkle root of the receipts";
  static final String FEE = "grays burnt for each unit of gas";
  static final String GAS = "by all transactions";
  static final String BLOOM = "filter of the topics of all logs";

  private final int version;
  private final Sequence<Raw> header;
  private final List<Integer> lengths;

  BlockForm(int version) {
    this.version = version;
    this.header = rows();
    this.lengths = header.fields().stream().map(field -> field.type().atLeast() - 4).toList();
  }

  abstract Sequence<Raw> rows();

  private static Rows begun() {
    return Rows.rows()
        .field("chain_id", slot(u64le), "of the chain; 0 is mainnet")
        .field("proposer", slot(PublicAddress.address), "who made the block")
        .field("timestamp", slot(Primitives.time), "when, by the proposer's clock");
  }

  private static Blob bloom() {
    return Blob.bytes(LogsBloom.SIZE);
  }

  private static <T> Slot<T> slot(Type<T> type) {
    return new Slot<>(type);
  }

  /** The version as people write it. */
  int version() {
    return version;
  }

  /** The nine slots of the header. */
  Sequence<Raw> header() {
    return header;
  }

  /** What a transaction is. */
  Sequence<Raw> transaction() {
    return this == V1 ? Transactions.v1 : Transactions.v2;
  }

  /** What a receipt is. */
  Type<?> receipt() {
    return this == V1 ? Receipts.v1 : Receipts.v2;
  }

  /** The transactions as people write them down. */
  Lists<Raw> transactions() {
    return Borsh.vec(transaction());
  }

  /** The form with that number, or null. */
  static BlockForm of(long number) {
    return number == 1 ? V1 : number == 2 ? V2 : null;
  }

  /**
   * The form of those slots.
   *
   * @throws Malformed if they have none, with the reason
   */
  static BlockForm of(Slots slots) {
    int count = slots.count();
    if (count < HEADER || (count - HEADER) % 2 != 0) {
      throw Malformed.wrong(
          count + " slots where 9 and as many transactions as receipts belong", -1);
    }
    for (BlockForm form : values()) {
      if (slots.fit(form.lengths)) {
        form.check(slots);
        return form;
      }
    }
    throw Malformed.wrong("the first 9 slots have lengths of no header that is known", -1);
  }

  private void check(Slots slots) {
    int behind = HEADER + slots.transactions();
    for (int slot = HEADER; slot < slots.count(); slot++) {
      In in = slots.in(slot);
      try {
        (slot < behind ? transaction() : receipt()).walk(in, Deaf.SINK);
      } catch (Malformed e) {
        throw Malformed.wrong("slot " + slot + ": " + e.line(), -1);
      }
      if (in.left() > 0) {
        throw Malformed.wrong("slot " + slot + " has " + in.left() + " bytes left over", -1);
      }
    }
  }

  /** Where the value of a field of the header is. */
  int place(String name) {
    List<Field<Raw, ?>> fields = header.fields();
    int place = 0;
    while (!fields.get(place).name().equals(name)) {
      place++;
    }
    return place;
  }

  private boolean matches(Slots slots, String name, byte[] value) {
    int slot = place(name);
    return Arrays.equals(
        slots.array(), slots.starts()[slot], slots.ends()[slot], value, 0, value.length);
  }

  /** Whether the root of the transactions is that in the header. */
  boolean transactionsMatch(Slots slots) {
    List<byte[]> leaves = new ArrayList<>();
    for (int slot = HEADER; slot < HEADER + slots.transactions(); slot++) {
      int end = slots.ends()[slot];
      leaves.add(this == V1 ? slots.hash(slot) : Arrays.copyOfRange(slots.array(), end - 32, end));
    }
    return matches(slots, "txns_hash", MerkleRoot.of(leaves));
  }

  /** Whether the root of the receipts is that in the header. */
  boolean receiptsMatch(Slots slots) {
    List<byte[]> leaves = new ArrayList<>();
    for (int slot = HEADER + slots.transactions(); slot < slots.count(); slot++) {
      leaves.add(slots.hash(slot));
    }
    return matches(slots, "receipts_hash", MerkleRoot.of(leaves));
  }

  /** Whether the filter of the topics in the receipts is that in the header. */
  boolean bloomMatches(Slots slots) {
    LogsBloom bloom = new LogsBloom();
    for (int slot = HEADER + slots.transactions(); slot < slots.count(); slot++) {
      if (this == V1) {
        Receipts.topicsV1(slots.in(slot), bloom::add);
      } else {
        Receipts.topicsV2(slots.in(slot), bloom::add);
      }
    }
    return matches(slots, "logs_bloom", bloom.bytes());
  }
}
