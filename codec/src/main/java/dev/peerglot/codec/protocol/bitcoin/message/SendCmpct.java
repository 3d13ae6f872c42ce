// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code sendcmpct} (BIP 152): how the sender wants compact blocks. */
public record SendCmpct(boolean announce, long version) {
  /** How it looks. */
  public static final Sequence<SendCmpct> WIRE =
      Rows.of(SendCmpct.class)
          .field("announce", Bool.lenient, SendCmpct::announce, "push new blocks as cmpctblock")
          .field("version", u64le, SendCmpct::version, "2: with witnesses; 1: without")
          .make("sendcmpct", SendCmpct::new)
          .otherwise("announce", "false")
          .otherwise("version", "2");
}
