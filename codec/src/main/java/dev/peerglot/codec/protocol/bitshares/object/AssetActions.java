// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u16le;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** What issuers, feeders and holders do with an asset ({@code asset_ops.hpp}, {@code fba.hpp}). */
final class AssetActions {
  static final Sequence<Raw> assetIssue =
      Op.open(
          "asset_issue",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("asset_to_issue", Words.asset, "how much is made")
              .field("issue_to_account", Ids.account, "who gets it")
              .field("memo", maybe(Memo.memo), "a word to the receiver"));

  static final Sequence<Raw> assetReserve =
      Op.open(
          "asset_reserve",
          Op.rows()
              .field("payer", Ids.account, "whose amount it is")
              .field("amount_to_reserve", Words.asset, "how much is taken out of supply"));

  static final Sequence<Raw> assetFundFeePool =
      Op.open(
          "asset_fund_fee_pool",
          Op.rows()
              .field("from_account", Ids.account, "who pays")
              .field("asset_id", Ids.asset, "into which asset's pool")
              .field("amount", i64le, "how much of the core asset"));

  static final Sequence<Raw> assetClaimPool =
      Op.open(
          "asset_claim_pool",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("asset_id", Ids.asset, "out of which asset's pool")
              .field("amount_to_claim", Words.asset, "how much of the core asset"));

  static final Sequence<Raw> assetClaimFees =
      Op.open(
          "asset_claim_fees",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("amount_to_claim", Words.asset, "how much of its market fees"),
          Extension.of(
              "asset_claim_fees_options",
              Rows.rows()
                  .field("claim_from_asset_id", Ids.asset, "the asset that collected them")));

  static final Sequence<Raw> assetSettle =
      Op.open(
          "asset_settle",
          Op.rows()
              .field("account", Ids.account, "who gives the asset back")
              .field("amount", Words.asset, "how much"));

  static final Sequence<Raw> assetSettleCancel =
      Op.bare(
          "asset_settle_cancel",
          Op.rows()
              .field("settlement", Ids.forceSettlement, "which settlement")
              .field("account", Ids.account, "who asked for it")
              .field("amount", Words.asset, "how much goes back"));

  static final Sequence<Raw> assetGlobalSettle =
      Op.open(
          "asset_global_settle",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("asset_to_settle", Ids.asset, "which asset ends")
              .field("settle_price", Words.price, "at which price everybody is paid"));

  private static final Sequence<Raw> feed =
      Rows.rows()
          .field("settlement_price", Words.price, "debt for collateral")
          .field("maintenance_collateral_ratio", u16le, "needed to keep; 1000 = 100 %")
          .field("maximum_short_squeeze_ratio", u16le, "limit of margin calls; 1000 = 100 %")
          .field("core_exchange_rate", Words.price, "at which fees may be paid")
          .make("price_feed");

  static final Sequence<Raw> assetPublishFeed =
      Op.open(
          "asset_publish_feed",
          Op.rows()
              .field("publisher", Ids.account, "who says so")
              .field("asset_id", Ids.asset, "of which asset")
              .field("feed", feed, "its prices"),
          Extension.of(
              "asset_publish_feed_extensions",
              Rows.rows()
                  .field("initial_collateral_ratio", u16le, "needed to borrow; 1000 = 100 %")));

  static final Sequence<Raw> fbaDistribute =
      Op.bare(
          "fba_distribute",
          Op.rows()
              .field("account_id", Ids.account, "who gets the fees")
              .field("fba_id", Ids.any, "from which collecting object")
              .field("amount", i64le, "how much of the core asset"));

  private AssetActions() {}
}
