// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i32le;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/**
 * {@code alert}: a signed warning to all users. Retired in 2016; Core still sends the final one to
 * peers of protocol version 70012 and below.
 */
public final class Alert {
  private static final int MOST = 1 << 12;

  private static final Sequence<Raw> PAYLOAD =
      Rows.rows()
          .field("version", i32le, "1")
          .field("relay_until", Primitives.longSeconds, "not passed on after this")
          .field("expiration", Primitives.longSeconds, "not shown after this")
          .field("id", i32le, "of this alert")
          .field("cancel", i32le, "alerts up to this id are void")
          .field("set_cancel", Lists.list(Primitives.count, i32le, MOST), "void ids")
          .field("min_ver", i32le, "least protocol version that it is for")
          .field("max_ver", i32le, "highest one")
          .field(
              "set_sub_ver",
              Lists.list(Primitives.count, Primitives.text, MOST),
              "user agents that it is for; empty: all")
          .field("priority", i32le, "which alert to show")
          .field("comment", Primitives.text, "not shown")
          .field("status_bar", Primitives.text, "shown to users")
          .field("reserved", Primitives.text, "empty")
          .ifLeft("trailing", Blob.rest(), "bytes that nobody knows")
          .make("alert_payload");

  /** How it looks. */
  public static final Sequence<Raw> WIRE =
      Rows.rows()
          .field("payload", new Boxed(PAYLOAD), "what is signed")
          .field("signature", Primitives.bytes, "ECDSA in DER by the alert key")
          .make("alert");

  private Alert() {}
}
