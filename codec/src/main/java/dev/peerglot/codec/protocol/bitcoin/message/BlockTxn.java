// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Whole;
import java.util.ArrayList;
import java.util.List;

/** {@code blocktxn} (BIP 152): the transactions that {@code getblocktxn} asked for. */
public record BlockTxn(byte[] blockHash, List<Tx> transactions) {
  /** How it looks on a chain. */
  public static Sequence<BlockTxn> of(Chain chain) {
    return Rows.of(BlockTxn.class)
        .field("blockhash", Primitives.hash, BlockTxn::blockHash, "which block")
        .field(
            "transactions",
            Lists.list(Primitives.count, new TxType(chain, false), CmpctBlock.MOST),
            BlockTxn::transactions,
            "in the order of the request")
        .make("blocktxn", BlockTxn::new);
  }

  /**
   * {@code getblocktxn} (BIP 152): asks for transactions of a compact block.
   *
   * @param blockHash which block
   * @param indexes each counted from the one before: 1, 0, 2 means places 1, 2, 5
   */
  public record Request(byte[] blockHash, List<Long> indexes) {
    private static final Whole<Long> INDEX = Primitives.compactSize.max(CmpctBlock.MOST);
    private static final Lists<Long> INDEXES =
        Lists.list(Primitives.count, INDEX, CmpctBlock.MOST + 1);

    /** How it looks. */
    public static final Sequence<Request> WIRE =
        Rows.of(Request.class)
            .field("blockhash", Primitives.hash, Request::blockHash, "which block")
            .field("indexes", INDEXES, Request::indexes, "each counted from the one before")
            .make("getblocktxn", Request::new)
            .derive(
                "positions",
                "places in the block; one above 65535 is no place",
                (request, sink, at) -> {
                  sink.list(INDEXES, at);
                  for (long position : positions(request)) {
                    sink.number(position, true, at, at);
                  }
                  sink.end(at);
                });

    private static List<Long> positions(In request) {
      request.take(32);
      return positions(INDEXES.read(request));
    }

    private static List<Long> positions(List<Long> indexes) {
      List<Long> positions = new ArrayList<>(indexes.size());
      long last = -1;
      for (long index : indexes) {
        last += 1 + index;
        positions.add(last);
      }
      return positions;
    }

    /** The request for these places, which must rise. */
    public static Request at(byte[] blockHash, List<Integer> positions) {
      List<Long> indexes = new ArrayList<>();
      long last = -1;
      for (int position : positions) {
        indexes.add(position - last - 1);
        last = position;
      }
      return new Request(blockHash, indexes);
    }

    /** The places in the block. */
    public List<Long> positions() {
      return positions(indexes);
    }
  }
}
