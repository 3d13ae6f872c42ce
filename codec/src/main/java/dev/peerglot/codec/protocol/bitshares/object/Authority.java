// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Who may act for an account ({@code authority.hpp}, {@code special_authority.hpp}). */
final class Authority {
  /** Weights of accounts, keys and addresses that must add up to a threshold. */
  static final Sequence<Raw> authority =
      Rows.rows()
          .field("weight_threshold", u32le, "the sum of weights that is needed")
          .field(
              "account_auths",
              Sorted.map(Ids.account, u16le, Order.VARINT),
              "weights of other accounts")
          .field("key_auths", Sorted.map(PublicKeys.key, u16le, Order.KEY), "weights of keys")
          .field(
              "address_auths",
              Sorted.map(PublicKeys.address, u16le, Order.BYTES_20),
              "weights of addresses, from the time before the chain")
          .make("authority")
          .otherwise("account_auths", "[]")
          .otherwise("key_auths", "[]")
          .otherwise("address_auths", "[]");

  /** An authority that follows from the holders of an asset. */
  static final Choice special =
      Choice.of("special_authority", varint, ChoiceForm.PAIR)
          .arm("no_special_authority", () -> Words.nothing, "none")
          .arm("top_holders", () -> Authority.topHolders, "those who hold most of an asset");

  private static final Sequence<Raw> topHolders =
      Rows.rows()
          .field("asset", Ids.asset, "whose holders")
          .field("num_top_holders", u8, "how many of them")
          .make("top_holders_special_authority");

  private Authority() {}
}
