// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Sequence;

/** Loans within one transaction ({@code samet_fund.hpp}). */
final class Funds {
  static final Sequence<Raw> fundCreate =
      Op.open(
          "samet_fund_create",
          Op.rows()
              .field("owner_account", Ids.account, "who lends")
              .field("asset_type", Ids.asset, "what is lent")
              .field("balance", i64le, "how much")
              .field("fee_rate", u32le, "what a loan costs; 10000 = 1 %"));

  static final Sequence<Raw> fundDelete =
      Op.open(
          "samet_fund_delete",
          Op.rows()
              .field("owner_account", Ids.account, "whose it is")
              .field("fund_id", Ids.sametFund, "which fund ends"));

  static final Sequence<Raw> fundUpdate =
      Op.open(
          "samet_fund_update",
          Op.rows()
              .field("owner_account", Ids.account, "whose it is")
              .field("fund_id", Ids.sametFund, "which fund")
              .field("delta_amount", maybe(Words.asset), "more or less to lend")
              .field("new_fee_rate", maybe(u32le), "what a loan costs; 10000 = 1 %"));

  static final Sequence<Raw> fundBorrow =
      Op.open(
          "samet_fund_borrow",
          Op.rows()
              .field("borrower", Ids.account, "who borrows")
              .field("fund_id", Ids.sametFund, "from which fund")
              .field("borrow_amount", Words.asset, "how much of what"));

  static final Sequence<Raw> fundRepay =
      Op.open(
          "samet_fund_repay",
          Op.rows()
              .field("account", Ids.account, "who pays back")
              .field("fund_id", Ids.sametFund, "to which fund")
              .field("repay_amount", Words.asset, "how much of what")
              .field("fund_fee", Words.asset, "what the loan cost"));

  private Funds() {}
}
