// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Announcing transactions by set reconciliation (BIP 330, Erlay). */
public final class Erlay {
  /** {@code sendtxrcncl}: offers it, between {@code version} and {@code verack}. */
  public static final Sequence<Raw> SENDTXRCNCL =
      Rows.rows()
          .field("version", u32le, "1")
          .field("salt", u64le, "goes into the short ids")
          .make("sendtxrcncl")
          .otherwise("version", "1");

  /** {@code reqrecon}: begins a round. */
  public static final Sequence<Raw> REQRECON =
      Rows.rows()
          .field("set_size", u16le, "transactions that the sender would announce")
          .field("q", u16le, "guess of the difference, times 32767")
          .make("reqrecon");

  /** {@code sketch}: the sum of the sender's set. */
  public static final Sequence<Raw> SKETCH =
      Rows.rows()
          .field("skdata", Primitives.bytes, "odd power sums in GF(2^32), four bytes each")
          .make("sketch");

  /** {@code reconcildiff}: ends a round. */
  public static final Sequence<Raw> RECONCILDIFF =
      Rows.rows()
          .field("success", Bool.lenient, "whether the difference was found")
          .field(
              "ask_shortids",
              Lists.list(Primitives.count, u32le, 1 << 16),
              "transactions that the sender lacks")
          .make("reconcildiff");

  private Erlay() {}
}
