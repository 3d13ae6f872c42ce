// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i32le;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.Set;

/**
 * The proof of merged mining (Dogecoin, Namecoin; {@code auxpow.h}): a block header of another
 * chain, whose coinbase names this block, and the branches that lead there. It follows a header
 * whose version has bit 8 set.
 */
final class AuxPow {
  /** The bit of the version that announces it. */
  static final int MARK = 0x100;

  private static final int LONGEST_BRANCH = 64;

  private static final Lists<byte[]> BRANCH =
      Lists.list(Primitives.count, Primitives.hash, LONGEST_BRANCH);

  private static final Chain LEGACY =
      new Chain("", Chain.BITCOIN.addresses(), Primitives.SERVICES, Set.of());

  /** How it looks. */
  static final Sequence<Raw> WIRE =
      Rows.rows()
          .field("coinbase_tx", new TxType(LEGACY, false), "of the other chain; names this block")
          .field("parent_hash", Primitives.hash, "not looked at")
          .field("coinbase_branch", BRANCH, "from the coinbase to the other Merkle root")
          .field("coinbase_index", i32le, "always 0")
          .field("chain_branch", BRANCH, "from this block to the root that the coinbase names")
          .field("chain_index", i32le, "the place of this chain")
          .field("parent_header", BlockHeader.PLAIN, "whose hash counts as this block's work")
          .make("auxpow");

  private AuxPow() {}
}
