// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Bool.bool;
import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Making assets and changing their rules ({@code asset_ops.hpp}). */
final class Assets {
  private static final Sorted<Long> accounts = Sorted.set(Ids.account, Order.VARINT);
  private static final Sorted<Long> assets = Sorted.set(Ids.asset, Order.VARINT);

  /** Rules that every asset has. */
  static final Sequence<Raw> options =
      Rows.rows()
          .field("max_supply", i64le, "most that may exist")
          .field("market_fee_percent", u16le, "the issuer's share of trades; 100 = 1 %")
          .field("max_market_fee", i64le, "most that a trade may pay of it")
          .field("issuer_permissions", u16le, "bits that the issuer may set in flags")
          .field(
              "flags",
              u16le,
              "1 charge_market_fee, 2 white_list, 4 override_authority, 8 transfer_restricted, 16"
                  + " disable_force_settle, 32 global_settle, 64 disable_confidential, 128"
                  + " witness_fed_asset, 256 committee_fed_asset, 512 lock_max_supply, 1024"
                  + " disable_new_supply, 2048 disable_mcr_update, 4096 disable_icr_update, 8192"
                  + " disable_mssr_update, 16384 disable_bsrm_update, 32768"
                  + " disable_collateral_bidding")
          .field("core_exchange_rate", Words.price, "at which fees may be paid in it")
          .field("whitelist_authorities", accounts, "whose white lists count")
          .field("blacklist_authorities", accounts, "whose black lists count")
          .field("whitelist_markets", assets, "the only assets that it trades against")
          .field("blacklist_markets", assets, "assets that it never trades against")
          .field("description", Words.text, "what the issuer says of it; often JSON")
          .field(
              "extensions",
              Extension.of(
                  "additional_asset_options",
                  Rows.rows()
                      .field("reward_percent", u16le, "the referrers' share of market fees")
                      .field("whitelist_market_fee_sharing", accounts, "registrars with a share")
                      .field("taker_fee_percent", u16le, "market fee of those who take")),
              "what was added later")
          .make("asset_options")
          .otherwise("whitelist_authorities", "[]")
          .otherwise("blacklist_authorities", "[]")
          .otherwise("whitelist_markets", "[]")
          .otherwise("blacklist_markets", "[]")
          .otherwise("description", "\"\"")
          .otherwise("extensions", "{}");

  /** Rules of an asset that is backed by another one. */
  static final Sequence<Raw> bitassetOptions =
      Rows.rows()
          .field("feed_lifetime_sec", u32le, "seconds that a price feed is good for")
          .field("minimum_feeds", u8, "how many feeds are needed")
          .field("force_settlement_delay_sec", u32le, "seconds that a settlement waits")
          .field("force_settlement_offset_percent", u16le, "what it loses; 100 = 1 %")
          .field("maximum_force_settlement_volume", u16le, "share of the supply a day; 100 = 1 %")
          .field("short_backing_asset", Ids.asset, "what backs it")
          .field(
              "extensions",
              Extension.of(
                  "bitasset_options_extensions",
                  Rows.rows()
                      .field("initial_collateral_ratio", u16le, "needed to borrow; 1000 = 100 %")
                      .field("maintenance_collateral_ratio", u16le, "needed to keep; 1000 = 100 %")
                      .field("maximum_short_squeeze_ratio", u16le, "limit of margin calls")
                      .field("margin_call_fee_ratio", u16le, "what a margin call costs")
                      .field("force_settle_fee_percent", u16le, "what a settlement costs")
                      .field(
                          "black_swan_response_method",
                          u8,
                          "0 global_settlement, 1 no_settlement, 2 individual_settlement_to_fund, 3"
                              + " individual_settlement_to_order")),
              "what was added later")
          .make("bitasset_options")
          .otherwise("extensions", "{}");

  static final Sequence<Raw> assetCreate =
      Op.open(
          "asset_create",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("symbol", Words.text, "its name, at most 16 letters")
              .field("precision", u8, "digits behind the point")
              .field("common_options", options, "its rules")
              .field("bitasset_opts", maybe(bitassetOptions), "how it is backed")
              .field("is_prediction_market", bool, "whether it stands for an outcome"));

  static final Sequence<Raw> assetUpdate =
      Op.open(
          "asset_update",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("asset_to_update", Ids.asset, "which asset")
              .field("new_issuer", maybe(Ids.account), "no longer used: see asset_update_issuer")
              .field("new_options", options, "its rules from now on"),
          Extension.of(
              "asset_update_extensions",
              Rows.rows()
                  .field("new_precision", u8, "digits behind the point")
                  .field("skip_core_exchange_rate", bool, "leaves that rate as it is")));

  static final Sequence<Raw> assetUpdateBitasset =
      Op.open(
          "asset_update_bitasset",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("asset_to_update", Ids.asset, "which asset")
              .field("new_options", bitassetOptions, "how it is backed from now on"));

  static final Sequence<Raw> assetUpdateFeedProducers =
      Op.open(
          "asset_update_feed_producers",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("asset_to_update", Ids.asset, "which asset")
              .field("new_feed_producers", accounts, "who may publish its price"));

  static final Sequence<Raw> assetUpdateIssuer =
      Op.open(
          "asset_update_issuer",
          Op.rows()
              .field("issuer", Ids.account, "whose asset it is")
              .field("asset_to_update", Ids.asset, "which asset")
              .field("new_issuer", Ids.account, "who gets it"));

  private Assets() {}
}
