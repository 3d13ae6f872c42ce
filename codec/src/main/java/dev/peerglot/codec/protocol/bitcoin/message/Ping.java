// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code ping} and its answer {@code pong} (BIP 31); up to version 60000 a ping has no nonce. */
public record Ping(Long nonce) {
  /** How a ping looks. */
  public static final Sequence<Ping> WIRE = wire("ping", "random; comes back in the pong");

  /** How a pong looks. */
  public static final Sequence<Ping> PONG = wire("pong", "that of the ping");

  private static Sequence<Ping> wire(String name, String doc) {
    return Rows.of(Ping.class).ifLeft("nonce", u64le, Ping::nonce, doc).make(name, Ping::new);
  }
}
