// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Bool.bool;
import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.schema.Pair;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Loans against collateral ({@code credit_offer.hpp}). */
final class Credits {
  private static final Sorted<Pair.Of<Long, Raw>> collateral =
      Sorted.map(Ids.asset, Words.price, Order.VARINT);
  private static final Sorted<Pair.Of<Long, Long>> borrowers =
      Sorted.map(Ids.account, i64le, Order.VARINT);
  private static final String REPAYMENTS =
      "0 none, 1 only_full_repayment, 2 allow_partial_repayment: what is paid by itself at the end";

  static final Sequence<Raw> offerCreate =
      Op.open(
          "credit_offer_create",
          Op.rows()
              .field("owner_account", Ids.account, "who lends")
              .field("asset_type", Ids.asset, "what is lent")
              .field("balance", i64le, "how much")
              .field("fee_rate", u32le, "what a loan costs; 10000 = 1 %")
              .field("max_duration_seconds", u32le, "longest life of a loan")
              .field("min_deal_amount", i64le, "smallest loan")
              .field("enabled", bool, "whether it can be accepted")
              .field("auto_disable_time", Words.time, "when that ends")
              .field("acceptable_collateral", collateral, "what is taken, at which price")
              .field("acceptable_borrowers", borrowers, "who may borrow, how much; empty: all"));

  static final Sequence<Raw> offerDelete =
      Op.open(
          "credit_offer_delete",
          Op.rows()
              .field("owner_account", Ids.account, "whose it is")
              .field("offer_id", Ids.creditOffer, "which offer ends"));

  static final Sequence<Raw> offerUpdate =
      Op.open(
          "credit_offer_update",
          Op.rows()
              .field("owner_account", Ids.account, "whose it is")
              .field("offer_id", Ids.creditOffer, "which offer")
              .field("delta_amount", maybe(Words.asset), "more or less to lend")
              .field("fee_rate", maybe(u32le), "what a loan costs; 10000 = 1 %")
              .field("max_duration_seconds", maybe(u32le), "longest life of a loan")
              .field("min_deal_amount", maybe(i64le), "smallest loan")
              .field("enabled", maybe(bool), "whether it can be accepted")
              .field("auto_disable_time", maybe(Words.time), "when that ends")
              .field("acceptable_collateral", maybe(collateral), "what is taken, at which price")
              .field("acceptable_borrowers", maybe(borrowers), "who may borrow, how much"));

  static final Sequence<Raw> offerAccept =
      Op.open(
          "credit_offer_accept",
          Op.rows()
              .field("borrower", Ids.account, "who borrows")
              .field("offer_id", Ids.creditOffer, "which offer")
              .field("borrow_amount", Words.asset, "how much of what")
              .field("collateral", Words.asset, "against how much of that")
              .field("max_fee_rate", u32le, "if it costs no more; 10000 = 1 %")
              .field("min_duration_seconds", u32le, "if it lasts so long"),
          Extension.of(
              "credit_offer_accept_extensions", Rows.rows().field("auto_repay", u8, REPAYMENTS)));

  static final Sequence<Raw> dealRepay =
      Op.open(
          "credit_deal_repay",
          Op.rows()
              .field("account", Ids.account, "who pays back")
              .field("deal_id", Ids.creditDeal, "which loan")
              .field("repay_amount", Words.asset, "how much of what")
              .field("credit_fee", Words.asset, "what the loan cost"));

  static final Sequence<Raw> dealExpired =
      Op.bare(
          "credit_deal_expired",
          Op.rows()
              .field("deal_id", Ids.creditDeal, "which loan")
              .field("offer_id", Ids.creditOffer, "from which offer")
              .field("offer_owner", Ids.account, "who lent")
              .field("borrower", Ids.account, "who borrowed")
              .field("unpaid_amount", Words.asset, "what was not paid back")
              .field("collateral", Words.asset, "what the lender got instead")
              .field("fee_rate", u32le, "what the loan cost; 10000 = 1 %"));

  static final Sequence<Raw> dealUpdate =
      Op.open(
          "credit_deal_update",
          Op.rows()
              .field("account", Ids.account, "who borrowed")
              .field("deal_id", Ids.creditDeal, "which loan")
              .field("auto_repay", u8, REPAYMENTS));

  private Credits() {}
}
