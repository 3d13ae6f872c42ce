// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Messages that only Bitcoin Cash nodes have. */
public final class CashMessages {
  private static final Sequence<Raw> ENTRY =
      Rows.rows()
          .field("key", Primitives.compactSize, "which property")
          .field("value", Primitives.bytes, "mostly a CompactSize")
          .make("extversion_entry");

  /** {@code extversion}: properties, between {@code version} and {@code verack}. */
  public static final Sequence<Raw> EXTVERSION =
      Rows.rows()
          .field("xmap", Lists.list(Primitives.count, ENTRY, 1 << 13), "properties by key")
          .make("extversion");

  private static final Sequence<Raw> SPENDER =
      Rows.rows()
          .field("tx_version", u32le, "of the transaction")
          .field("out_sequence", u32le, "of the input")
          .field("lock_time", u32le, "of the transaction")
          .field("hash_prev_outputs", Primitives.hash, "as signed")
          .field("hash_sequence", Primitives.hash, "as signed")
          .field("hash_outputs", Primitives.hash, "as signed")
          .field(
              "push_data",
              Lists.list(Primitives.count, Primitives.bytes, 1 << 10),
              "what the input's script pushes: the signature")
          .make("spender");

  /** {@code dsproof-beta}: two transactions spend the same output. */
  public static final Sequence<Raw> DSPROOF =
      Rows.rows()
          .field("outpoint", OutPoint.WIRE, "what is spent twice")
          .field("spender1", SPENDER, "one of the two")
          .field("spender2", SPENDER, "the other")
          .make("dsproof-beta");

  private CashMessages() {}
}
