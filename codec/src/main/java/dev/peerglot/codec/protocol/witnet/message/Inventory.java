// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Scalars;
import dev.peerglot.codec.schema.Tags;
import java.util.List;
import java.util.Optional;

/**
 * {@code InventoryAnnouncement}, 6, and {@code InventoryRequest}, 7: what there is, what to send.
 */
public record Inventory(List<Entry> inventory) {
  private static final int MOST = 1 << 17;

  /** How an announcement looks; the reference announces blocks only, at most 500. */
  public static final Protobuf<Inventory> ANNOUNCEMENT =
      wire("InventoryAnnouncement", "what the sender has; blocks, ascending");

  /** How a request looks. */
  public static final Protobuf<Inventory> REQUEST =
      wire("InventoryRequest", "what to send, one message each, up to the first that is not there");

  private static Protobuf<Inventory> wire(String name, String doc) {
    return Protobuf.of(
        Rows.of(Inventory.class)
            .field("inventory", Tags.repeated(1, Entry.WIRE, MOST), Inventory::inventory, doc)
            .make(name, Inventory::new));
  }

  /**
   * {@code InventoryEntry}, a oneof.
   *
   * @param block hash of a block
   * @param tx hash of a transaction inside a block
   * @param superBlock index of a superblock
   */
  public record Entry(Optional<byte[]> block, Optional<byte[]> tx, Optional<Long> superBlock) {
    /** How it looks. */
    public static final Protobuf<Entry> WIRE =
        Protobuf.of(
                Rows.of(Entry.class)
                    .field("Block", Tags.optional(1, Primitives.hash), Entry::block, "block hash")
                    .field("Tx", Tags.optional(2, Primitives.hash), Entry::tx, "transaction hash")
                    .field(
                        "SuperBlock",
                        Tags.optional(3, Scalars.uint32),
                        Entry::superBlock,
                        "superblock index, not a hash")
                    .make("InventoryEntry", Entry::new))
            .exactlyOne("Block", "Tx", "SuperBlock");
  }
}
