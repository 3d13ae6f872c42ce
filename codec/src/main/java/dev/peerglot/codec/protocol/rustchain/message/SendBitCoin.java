// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.schema.JsonNumbers;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;

/** {@code SendBitCoin}: makes the node pay from a wallet of its own. */
public final class SendBitCoin {
  /** How it looks. */
  public static final JsonObject<Raw> WIRE =
      JsonObject.of(
          Rows.rows()
              .field(AddrFrom.NAME, Primitives.socketAddress, AddrFrom.DOC)
              .field("wlt_frm_addr", Primitives.text, "wallet address that pays: one of the node's")
              .field("wlt_to_addr", Primitives.text, "wallet address that is paid")
              .field("amount", JsonNumbers.i32, "whole coins")
              .make("SendBitCoin")
              .otherwise(AddrFrom.NAME, AddrFrom.NOWHERE));

  private SendBitCoin() {}
}
