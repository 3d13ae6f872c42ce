// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Whole;

/** Litecoin's messages for light clients of its extension blocks (LIP 6). */
public final class MwebMessages {
  private static final Whole<Integer> FORMAT =
      u8.named(Names.values().on(0, "FULL_UTXO").on(1, "HASH_ONLY").on(2, "COMPACT_UTXO"));

  /** {@code mwebleafset}: which outputs are unspent. */
  public static final Sequence<Raw> LEAFSET =
      Rows.rows()
          .field("block_hash", Primitives.hash, "as of which block")
          .field("leafset", Primitives.bytes, "a bit for each output, the highest first")
          .make("mwebleafset");

  /** {@code getmwebutxos}: asks for outputs. */
  public static final Sequence<Raw> GETUTXOS =
      Rows.rows()
          .field("block_hash", Primitives.hash, "as of which block")
          .field("start_index", VarInt.WIRE, "the first leaf")
          .field("num_requested", u16le, "how many at most")
          .field("output_format", FORMAT, "how much of each")
          .make("getmwebutxos");

  /** {@code mwebutxos}: the outputs, not taken apart. */
  public static final Sequence<Raw> UTXOS =
      Rows.rows()
          .field("output_format", FORMAT, "how much of each")
          .field("utxos", Blob.rest(), "outputs with their leaves, then the proof")
          .make("mwebutxos");

  private MwebMessages() {}

  /** {@code mwebheader}: the HogEx of a block, proven, and the header that it commits to. */
  public static Sequence<Raw> header(Chain chain) {
    return Rows.rows()
        .field("merkle", MerkleBlock.of(chain), "proves the HogEx")
        .field("hogex", new TxType(chain, false), "the last transaction of the block")
        .field("mweb_header", Blob.rest(), "height, then roots and sizes of the extension block")
        .make("mwebheader");
  }
}
