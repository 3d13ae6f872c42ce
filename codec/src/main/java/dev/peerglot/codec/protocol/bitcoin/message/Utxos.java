// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Asking for unspent outputs (BIP 64, Bitcoin XT; closed). */
public final class Utxos {
  private static final int MOST = 1 << 16;

  /** {@code getutxos}. */
  public static final Sequence<Raw> GETUTXOS =
      Rows.rows()
          .field("check_mempool", Bool.lenient, "look into the mempool, too")
          .field("outpoints", Lists.list(Primitives.count, OutPoint.WIRE, MOST), "which outputs")
          .make("getutxos");

  private static final Sequence<Raw> RESULT =
      Rows.rows()
          .field("tx_version", u32le, "of the transaction")
          .field("height", u32le.named(Names.values().on(0x7fffffffL, "mempool")), "its block")
          .field("value", i64le, "satoshi")
          .field("scriptPubKey", Primitives.bytes, "who can spend it")
          .make("utxo");

  /** {@code utxos}. */
  public static final Sequence<Raw> UTXOS =
      Rows.rows()
          .field("height", u32le, "the answerer's best block")
          .field("tip_hash", Primitives.hash, "its hash")
          .field("hit_bitmap", Primitives.bytes, "a bit for each outpoint, the lowest first")
          .field("result_utxos", Lists.list(Primitives.count, RESULT, MOST), "those found")
          .make("utxos");

  private Utxos() {}
}
