// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.filter.BlockFilter;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.List;

/** The other messages of BIP 157: requests for filters, and the chain of filter headers. */
public final class FilterHeaders {
  private static final int MOST = 2000;

  private FilterHeaders() {}

  /**
   * {@code getcfilters} and {@code getcfheaders}: a range of blocks.
   *
   * @param filterType 0
   * @param startHeight first block
   * @param stopHash last block; at most 1000 (headers: 2000) in all
   */
  public record Range(int filterType, long startHeight, byte[] stopHash) {
    /** {@code getcfilters}: one {@code cfilter} for each block. */
    public static final Sequence<Range> FILTERS = wire("getcfilters", "at most 1000 blocks");

    /** {@code getcfheaders}: one {@code cfheaders} for all. */
    public static final Sequence<Range> HEADERS = wire("getcfheaders", "at most 2000 blocks");

    private static Sequence<Range> wire(String name, String most) {
      return Rows.of(Range.class)
          .field("filter_type", CFilter.TYPE, Range::filterType, "0")
          .field("start_height", u32le, Range::startHeight, "the first block")
          .field("stop_hash", Primitives.hash, Range::stopHash, "the last block; " + most)
          .make(name, Range::new)
          .otherwise("filter_type", "0")
          .otherwise("start_height", "0");
    }
  }

  /** {@code cfheaders}: hashes of filters, from which the headers follow. */
  public record Answer(
      int filterType, byte[] stopHash, byte[] previousFilterHeader, List<byte[]> filterHashes) {
    /** How it looks. */
    public static final Sequence<Answer> WIRE = derived(rows());

    private static Sequence<Answer> rows() {
      return Rows.of(Answer.class)
          .field("filter_type", CFilter.TYPE, Answer::filterType, "0")
          .field("stop_hash", Primitives.hash, Answer::stopHash, "the last block")
          .field(
              "previous_filter_header",
              Primitives.hash,
              Answer::previousFilterHeader,
              "header before the first; zeros at the genesis block")
          .field(
              "filter_hashes",
              Lists.list(Primitives.count, Primitives.hash, MOST),
              Answer::filterHashes,
              "one a block")
          .make("cfheaders", Answer::new);
    }

    private static Sequence<Answer> derived(Sequence<Answer> rows) {
      return rows.derive(
          "last_filter_header",
          "the header that follows for the last block",
          (message, sink, at) -> {
            byte[] header = rows.read(message).lastFilterHeader();
            sink.hex(header, 0, header.length, true, at, at);
          });
    }

    /** The header of the last filter, in digest order. */
    public byte[] lastFilterHeader() {
      byte[] header = previousFilterHeader;
      for (byte[] hash : filterHashes) {
        header = BlockFilter.header(hash, header);
      }
      return header;
    }
  }

  /** {@code getcfcheckpt}: asks for every thousandth header. */
  public static final Sequence<Raw> GET_CHECKPOINTS =
      Rows.rows()
          .field("filter_type", CFilter.TYPE, "0")
          .field("stop_hash", Primitives.hash, "the last block")
          .make("getcfcheckpt")
          .otherwise("filter_type", "0");

  /** {@code cfcheckpt}: every thousandth header. */
  public static final Sequence<Raw> CHECKPOINTS =
      Rows.rows()
          .field("filter_type", CFilter.TYPE, "0")
          .field("stop_hash", Primitives.hash, "the last block")
          .field(
              "filter_headers",
              Lists.list(Primitives.count, Primitives.hash, 1 << 16),
              "of heights 1000, 2000, and so on")
          .make("cfcheckpt");
}
