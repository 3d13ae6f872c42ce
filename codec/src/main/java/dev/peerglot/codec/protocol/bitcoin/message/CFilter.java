// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.filter.BlockFilter;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Whole;

/** {@code cfilter} (BIP 157): the filter of one block. */
public record CFilter(int filterType, byte[] blockHash, byte[] filterBytes) {
  /** Kinds of filters. */
  static final Whole<Integer> TYPE = u8.named(Names.values().on(BlockFilter.BASIC, "basic"));

  /** How it looks. */
  public static final Sequence<CFilter> WIRE = derived(rows());

  private static Sequence<CFilter> rows() {
    return Rows.of(CFilter.class)
        .field("filter_type", TYPE, CFilter::filterType, "0")
        .field("block_hash", Primitives.hash, CFilter::blockHash, "which block")
        .field("filter_bytes", Primitives.bytes, CFilter::filterBytes, "a Golomb-coded set")
        .make("cfilter", CFilter::new)
        .otherwise("filter_type", "0");
  }

  private static Sequence<CFilter> derived(Sequence<CFilter> rows) {
    return rows.derive(
            "filter_hash",
            "hash of the filter's bytes",
            (message, sink, at) -> {
              byte[] hash = BlockFilter.hash(rows.read(message).filterBytes);
              sink.hex(hash, 0, hash.length, true, at, at);
            })
        .derive(
            "filter_ok",
            "whether the bytes are a sound set",
            (message, sink, at) -> sink.bool(fault(rows, message).isEmpty(), at, at))
        .deriveIf(
            "elements",
            "how many scripts are in it",
            message -> count(message) >= 0,
            (message, sink, at) -> sink.number(count(message), true, at, at));
  }

  private static long count(In message) {
    try {
      message.take(33);
      Primitives.count.get(message);
      return Primitives.count.get(message);
    } catch (Malformed e) {
      return -1;
    }
  }

  private static String fault(Sequence<CFilter> rows, In message) {
    try {
      rows.read(message).filter();
      return "";
    } catch (Malformed e) {
      return e.line();
    }
  }

  /**
   * The filter, to ask whether a script may be in the block.
   *
   * @throws Malformed if the bytes are no filter
   */
  public BlockFilter filter() {
    return BlockFilter.read(blockHash, filterBytes);
  }
}
