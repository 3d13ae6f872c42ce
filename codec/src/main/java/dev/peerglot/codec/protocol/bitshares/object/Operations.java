// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;

/**
 * All operations by their number ({@code operations.hpp}). Virtual ones come into the history of
 * accounts only, never into a block.
 */
public final class Operations {
  /** {@code FC_PACK_MAX_DEPTH}: how deep the reference goes, counted in its own calls. */
  static final int BUDGET = 1000;

  /** What each operation in a proposal takes of it: 90 fit. */
  private static final int COST = 11;

  /** One operation: {@code [number, {fields}]}. */
  public static final Choice operation =
      Choice.of("operation", varint, ChoiceForm.PAIR)
          .deepest(COST, BUDGET)
          .arm("transfer", () -> Transfers.transfer, "moves an amount")
          .arm("limit_order_create", () -> Orders.limitOrderCreate, "offers one asset for another")
          .arm("limit_order_cancel", () -> Orders.limitOrderCancel, "takes an order back")
          .arm(
              "call_order_update",
              () -> Orders.callOrderUpdate,
              "borrows an asset against collateral, or pays it back")
          .arm("fill_order", () -> Orders.fillOrder, "virtual: an order was filled")
          .arm("account_create", () -> Accounts.accountCreate, "makes an account")
          .arm("account_update", () -> Accounts.accountUpdate, "changes an account")
          .arm("account_whitelist", () -> Accounts.accountWhitelist, "puts an account on a list")
          .arm("account_upgrade", () -> Accounts.accountUpgrade, "buys membership")
          .arm("account_transfer", () -> Accounts.accountTransfer, "gives an account away")
          .arm("asset_create", () -> Assets.assetCreate, "makes an asset")
          .arm("asset_update", () -> Assets.assetUpdate, "changes an asset")
          .arm(
              "asset_update_bitasset",
              () -> Assets.assetUpdateBitasset,
              "changes how an asset is backed")
          .arm(
              "asset_update_feed_producers",
              () -> Assets.assetUpdateFeedProducers,
              "says who may publish prices")
          .arm("asset_issue", () -> AssetActions.assetIssue, "makes an amount of an asset")
          .arm("asset_reserve", () -> AssetActions.assetReserve, "takes an amount out of supply")
          .arm(
              "asset_fund_fee_pool",
              () -> AssetActions.assetFundFeePool,
              "pays into the pool that fees are paid from")
          .arm(
              "asset_settle",
              () -> AssetActions.assetSettle,
              "gives a backed asset back for its collateral")
          .arm(
              "asset_global_settle",
              () -> AssetActions.assetGlobalSettle,
              "ends a backed asset at one price")
          .arm(
              "asset_publish_feed",
              () -> AssetActions.assetPublishFeed,
              "says what an asset is worth")
          .arm("witness_create", () -> Elections.witnessCreate, "stands for making blocks")
          .arm("witness_update", () -> Elections.witnessUpdate, "changes a witness")
          .arm("proposal_create", () -> Proposals.proposalCreate, "proposes operations")
          .arm(
              "proposal_update",
              () -> Proposals.proposalUpdate,
              "approves a proposal, or no longer")
          .arm("proposal_delete", () -> Proposals.proposalDelete, "forbids a proposal")
          .arm(
              "withdraw_permission_create",
              () -> Transfers.withdrawPermissionCreate,
              "permits regular withdrawals")
          .arm(
              "withdraw_permission_update",
              () -> Transfers.withdrawPermissionUpdate,
              "changes that permission")
          .arm(
              "withdraw_permission_claim",
              () -> Transfers.withdrawPermissionClaim,
              "withdraws what is permitted")
          .arm(
              "withdraw_permission_delete",
              () -> Transfers.withdrawPermissionDelete,
              "ends that permission")
          .arm(
              "committee_member_create",
              () -> Elections.committeeMemberCreate,
              "stands for the committee")
          .arm(
              "committee_member_update",
              () -> Elections.committeeMemberUpdate,
              "changes a committee member")
          .arm(
              "committee_member_update_global_parameters",
              () -> Elections.committeeMemberUpdateGlobalParameters,
              "changes the rules of the chain")
          .arm("vesting_balance_create", () -> Vesting.vestingBalanceCreate, "puts an amount by")
          .arm(
              "vesting_balance_withdraw",
              () -> Vesting.vestingBalanceWithdraw,
              "takes what is free of it")
          .arm("worker_create", () -> Elections.workerCreate, "asks for pay out of the reserve")
          .arm("custom", () -> Customs.custom, "carries free data")
          .arm("assert", () -> Customs.assertion, "makes the transaction depend on conditions")
          .arm("balance_claim", () -> Vesting.balanceClaim, "claims a balance of the genesis")
          .arm(
              "override_transfer",
              () -> Transfers.overrideTransfer,
              "moves an amount by the issuer's right")
          .arm("transfer_to_blind", () -> Blind.transferToBlind, "hides an amount")
          .arm("blind_transfer", () -> Blind.blindTransfer, "moves hidden amounts")
          .arm("transfer_from_blind", () -> Blind.transferFromBlind, "shows an amount again")
          .arm(
              "asset_settle_cancel",
              () -> AssetActions.assetSettleCancel,
              "virtual: a settlement was called off")
          .arm("asset_claim_fees", () -> AssetActions.assetClaimFees, "takes collected market fees")
          .arm("fba_distribute", () -> AssetActions.fbaDistribute, "virtual: fees were shared out")
          .arm(
              "bid_collateral",
              () -> Orders.bidCollateral,
              "bids for the debt of an asset that has ended")
          .arm("execute_bid", () -> Orders.executeBid, "virtual: such a bid was carried out")
          .arm(
              "asset_claim_pool",
              () -> AssetActions.assetClaimPool,
              "takes out of the pool that fees are paid from")
          .arm("asset_update_issuer", () -> Assets.assetUpdateIssuer, "gives an asset away")
          .arm(
              "htlc_create", () -> Htlcs.htlcCreate, "puts an amount up for whoever knows a secret")
          .arm("htlc_redeem", () -> Htlcs.htlcRedeem, "tells the secret and takes the amount")
          .arm("htlc_redeemed", () -> Htlcs.htlcRedeemed, "virtual: a secret was told")
          .arm("htlc_extend", () -> Htlcs.htlcExtend, "gives more time")
          .arm("htlc_refund", () -> Htlcs.htlcRefund, "virtual: time ran out")
          .arm(
              "custom_authority_create",
              () -> CustomAuthorities.customAuthorityCreate,
              "lets others do some operations")
          .arm(
              "custom_authority_update",
              () -> CustomAuthorities.customAuthorityUpdate,
              "changes that")
          .arm(
              "custom_authority_delete", () -> CustomAuthorities.customAuthorityDelete, "ends that")
          .arm("ticket_create", () -> Pools.ticketCreate, "locks an amount for more votes")
          .arm("ticket_update", () -> Pools.ticketUpdate, "changes how it is locked")
          .arm("liquidity_pool_create", () -> Pools.poolCreate, "makes a pool of two assets")
          .arm("liquidity_pool_delete", () -> Pools.poolDelete, "ends an empty pool")
          .arm("liquidity_pool_deposit", () -> Pools.poolDeposit, "pays into a pool for shares")
          .arm("liquidity_pool_withdraw", () -> Pools.poolWithdraw, "gives shares back")
          .arm("liquidity_pool_exchange", () -> Pools.poolExchange, "trades with a pool")
          .arm("samet_fund_create", () -> Funds.fundCreate, "lends within transactions")
          .arm("samet_fund_delete", () -> Funds.fundDelete, "ends such a fund")
          .arm("samet_fund_update", () -> Funds.fundUpdate, "changes such a fund")
          .arm("samet_fund_borrow", () -> Funds.fundBorrow, "borrows from such a fund")
          .arm("samet_fund_repay", () -> Funds.fundRepay, "pays back in the same transaction")
          .arm("credit_offer_create", () -> Credits.offerCreate, "lends against collateral")
          .arm("credit_offer_delete", () -> Credits.offerDelete, "ends such an offer")
          .arm("credit_offer_update", () -> Credits.offerUpdate, "changes such an offer")
          .arm("credit_offer_accept", () -> Credits.offerAccept, "borrows by such an offer")
          .arm("credit_deal_repay", () -> Credits.dealRepay, "pays a loan back")
          .arm(
              "credit_deal_expired", () -> Credits.dealExpired, "virtual: a loan was not paid back")
          .arm("liquidity_pool_update", () -> Pools.poolUpdate, "changes the fees of a pool")
          .arm("credit_deal_update", () -> Credits.dealUpdate, "changes how a loan is paid back")
          .arm("limit_order_update", () -> Orders.limitOrderUpdate, "changes an order");

  private Operations() {}
}
