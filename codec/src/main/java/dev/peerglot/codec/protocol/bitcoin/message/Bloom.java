// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.filter.BloomFilter;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** The messages by which a light client says what it wants to see (BIP 37). */
public final class Bloom {
  /** What a match does to the filter. */
  public static final Names FLAGS =
      Names.values().on(0, "UPDATE_NONE").on(1, "UPDATE_ALL").on(2, "UPDATE_P2PUBKEY_ONLY");

  /** {@code filteradd}: one more item. */
  public static final Sequence<Raw> ADD =
      Rows.rows().field("data", Blob.bytes(Primitives.count, 520), "the item").make("filteradd");

  private Bloom() {}

  /**
   * {@code filterload}: the whole filter.
   *
   * @param filter its bits, at most 36,000 bytes
   * @param hashFunctions how many hashes an item has, at most 50
   * @param tweak goes into their seeds
   * @param flags see {@link #FLAGS}
   */
  public record Load(byte[] filter, long hashFunctions, long tweak, int flags) {
    /** How it looks. */
    public static final Sequence<Load> WIRE =
        Rows.of(Load.class)
            .field(
                "filter",
                Blob.bytes(Primitives.count, BloomFilter.MOST_BYTES),
                Load::filter,
                "the bits, the lowest of a byte first")
            .field("n_hash_funcs", u32le, Load::hashFunctions, "hashes of an item, at most 50")
            .field("n_tweak", u32le, Load::tweak, "goes into the seeds")
            .field("n_flags", u8.named(FLAGS), Load::flags, "what a match does to the filter")
            .make("filterload", Load::new)
            .otherwise("n_tweak", "0")
            .otherwise("n_flags", "0");

    /** The filter, to ask or to fill; its bytes are a copy. */
    public BloomFilter bloom() {
      int functions = (int) Math.min(hashFunctions, BloomFilter.MOST_FUNCTIONS);
      return new BloomFilter(filter.clone(), functions, (int) tweak);
    }
  }
}
