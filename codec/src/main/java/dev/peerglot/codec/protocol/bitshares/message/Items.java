// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Whole;
import java.util.List;

/**
 * The messages about items, 5001 to 5005. Items are named by message hash in {@link Inventory} and
 * in {@link Fetch} during normal operation, by block id in the two messages of the synchronisation.
 */
public final class Items {
  /** Item type of a transaction. */
  public static final long TRX = 1000;

  /** Item type of a block. */
  public static final long BLOCK = 1001;

  /** The two kinds of items, by the message that carries them. */
  public static final Whole<Long> ITEM_TYPE =
      u32le.named(Names.values().on(TRX, "trx_message_type").on(BLOCK, "block_message_type"));

  private static final int MOST = 104_857; // 20-byte hashes in a frame of 2 MiB

  private Items() {}

  /** {@code item_ids_inventory_message}, 5001: new items on offer. */
  public record Inventory(long itemType, List<byte[]> itemHashesAvailable) {
    /** How it looks. */
    public static final Sequence<Inventory> WIRE =
        Rows.of(Inventory.class)
            .field("item_type", ITEM_TYPE, Inventory::itemType, "what the items are")
            .field(
                "item_hashes_available",
                Lists.list(varint, Primitives.hash160, MOST),
                Inventory::itemHashesAvailable,
                "message hashes: RIPEMD-160 of the message that carries the item")
            .make("item_ids_inventory_message", Inventory::new);
  }

  /** {@code blockchain_item_ids_inventory_message}, 5002: the answer to 5003. */
  public record ChainInventory(
      long totalRemainingItemCount, long itemType, List<byte[]> itemHashesAvailable) {
    /** How it looks. */
    public static final Sequence<ChainInventory> WIRE =
        Rows.of(ChainInventory.class)
            .field(
                "total_remaining_item_count",
                u32le,
                ChainInventory::totalRemainingItemCount,
                "how many blocks follow after these")
            .field("item_type", ITEM_TYPE, ChainInventory::itemType, "1001")
            .field(
                "item_hashes_available",
                Lists.list(varint, Primitives.hash160, MOST),
                ChainInventory::itemHashesAvailable,
                "block ids, the first one in common; one that was known already: in sync")
            .make("blockchain_item_ids_inventory_message", ChainInventory::new);
  }

  /** {@code fetch_blockchain_item_ids_message}, 5003: asks for block ids after a synopsis. */
  public record FetchChain(long itemType, List<byte[]> blockchainSynopsis) {
    /** How it looks. */
    public static final Sequence<FetchChain> WIRE =
        Rows.of(FetchChain.class)
            .field("item_type", ITEM_TYPE, FetchChain::itemType, "1001")
            .field(
                "blockchain_synopsis",
                Lists.list(varint, Primitives.hash160, MOST),
                FetchChain::blockchainSynopsis,
                "known block ids, oldest first; empty: from the genesis on")
            .make("fetch_blockchain_item_ids_message", FetchChain::new)
            .otherwise("item_type", "1001")
            .otherwise("blockchain_synopsis", "[]");
  }

  /** {@code fetch_items_message}, 5004: asks for bodies. */
  public record Fetch(long itemType, List<byte[]> itemsToFetch) {
    /** How it looks. */
    public static final Sequence<Fetch> WIRE =
        Rows.of(Fetch.class)
            .field("item_type", ITEM_TYPE, Fetch::itemType, "what the items are")
            .field(
                "items_to_fetch",
                Lists.list(varint, Primitives.hash160, MOST),
                Fetch::itemsToFetch,
                "one in normal operation, at most 200 in synchronisation")
            .make("fetch_items_message", Fetch::new)
            .otherwise("item_type", "1001");
  }

  /** {@code item_not_available_message}, 5005: the negative answer to 5004. */
  public static final Sequence<Raw> NOT_AVAILABLE =
      Rows.rows()
          .field(
              "requested_item",
              Rows.rows()
                  .field("item_type", ITEM_TYPE, "what the item is")
                  .field("item_hash", Primitives.hash160, "which one")
                  .make("item_id"),
              "the item that is not there")
          .make("item_not_available_message");
}
