// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Data of any use, and conditions on a transaction ({@code custom.hpp}, {@code assert.hpp}). */
final class Customs {
  private static final Sorted<Long> accounts = Sorted.set(Ids.account, Order.VARINT);

  static final Sequence<Raw> custom =
      Op.bare(
          "custom",
          Op.rows()
              .field("payer", Ids.account, "who pays")
              .field("required_auths", accounts, "who must sign as well")
              .field("id", u16le, "what the data is for; free")
              .field("data", Words.bytes, "free"));

  private static final Sequence<Raw> accountName =
      Rows.rows()
          .field("account_id", Ids.account, "this account")
          .field("name", Words.text, "has this name")
          .make("account_name_eq_lit_predicate");

  private static final Sequence<Raw> assetSymbol =
      Rows.rows()
          .field("asset_id", Ids.asset, "this asset")
          .field("symbol", Words.text, "has this symbol")
          .make("asset_symbol_eq_lit_predicate");

  private static final Sequence<Raw> blockId =
      Rows.rows()
          .field("id", Words.hash20, "this block is in the chain")
          .make("block_id_predicate");

  private static final Choice predicate =
      Choice.of("predicate", varint, ChoiceForm.PAIR)
          .arm("account_name_eq_lit", () -> accountName, "an account has a name")
          .arm("asset_symbol_eq_lit", () -> assetSymbol, "an asset has a symbol")
          .arm("block_id", () -> blockId, "a block is in the chain");

  static final Sequence<Raw> assertion =
      Op.open(
          "assert",
          Op.rows()
              .field("fee_paying_account", Ids.account, "who pays")
              .field("predicates", Words.list(predicate), "all of this must be so")
              .field("required_auths", accounts, "who must sign as well"));

  private Customs() {}
}
