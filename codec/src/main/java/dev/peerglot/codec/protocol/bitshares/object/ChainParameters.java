// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Bool.bool;
import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** The rules of the chain that the committee may change ({@code chain_parameters.hpp}). */
final class ChainParameters {
  private static final Sequence<Raw> htlcOptions =
      Rows.rows()
          .field("max_timeout_secs", u32le, "longest time to claim")
          .field("max_preimage_size", u32le, "longest secret in bytes")
          .make("htlc_options");

  private static final Sequence<Raw> customAuthorityOptions =
      Rows.rows()
          .field("max_custom_authority_lifetime_seconds", u32le, "longest life")
          .field("max_custom_authorities_per_account", u32le, "most of an account")
          .field("max_custom_authorities_per_account_op", u32le, "most for one operation")
          .field("max_custom_authority_restrictions", u32le, "most restrictions of one")
          .make("custom_authority_options");

  static final Sequence<Raw> parameters =
      Rows.rows()
          .field("current_fees", Fees.schedule, "what operations cost")
          .field("block_interval", u8, "seconds from block to block")
          .field("maintenance_interval", u32le, "seconds from one counting of votes to the next")
          .field("maintenance_skip_slots", u8, "blocks left out while votes are counted")
          .field("committee_proposal_review_period", u32le, "seconds that its proposals wait")
          .field("maximum_transaction_size", u32le, "bytes")
          .field("maximum_block_size", u32le, "bytes")
          .field("maximum_time_until_expiration", u32le, "seconds that a transaction may live")
          .field("maximum_proposal_lifetime", u32le, "seconds")
          .field("maximum_asset_whitelist_authorities", u8, "most accounts on such a list")
          .field("maximum_asset_feed_publishers", u8, "most feeders of an asset")
          .field("maximum_witness_count", u16le, "most active witnesses")
          .field("maximum_committee_count", u16le, "most committee members")
          .field("maximum_authority_membership", u16le, "most entries of an authority")
          .field("reserve_percent_of_fee", u16le, "no longer used")
          .field("network_percent_of_fee", u16le, "the network's share of fees; 100 = 1 %")
          .field("lifetime_referrer_percent_of_fee", u16le, "the referrer's share")
          .field("cashback_vesting_period_seconds", u32le, "how long a cashback waits")
          .field("cashback_vesting_threshold", i64le, "above which it waits")
          .field("count_non_member_votes", bool, "no longer used")
          .field("allow_non_member_whitelists", bool, "whether anybody may keep lists")
          .field("witness_pay_per_block", i64le, "of the core asset")
          .field("worker_budget_per_day", i64le, "of the core asset")
          .field("max_predicate_opcode", u16le, "predicates of assert with lower numbers work")
          .field("fee_liquidation_threshold", i64le, "when collected fees are sold")
          .field("accounts_per_fee_scale", u16le, "new accounts until they get dearer")
          .field("account_fee_scale_bitshifts", u8, "by how many doublings")
          .field("max_authority_depth", u8, "how far authorities may point on")
          .field(
              "extensions",
              Extension.of(
                  "chain_parameters_extensions",
                  Rows.rows()
                      .field("updatable_htlc_options", htlcOptions, "limits of hash contracts")
                      .field(
                          "custom_authority_options",
                          customAuthorityOptions,
                          "limits of custom authorities")
                      .field("market_fee_network_percent", u16le, "of market fees; 100 = 1 %")
                      .field("maker_fee_discount_percent", u16le, "of makers' fees; 100 = 1 %")),
              "what was added later")
          .make("chain_parameters")
          .otherwise("extensions", "{}");

  private ChainParameters() {}
}
