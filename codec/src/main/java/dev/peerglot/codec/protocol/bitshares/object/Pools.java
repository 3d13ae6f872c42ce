// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Sequence;

/** Tickets and liquidity pools ({@code ticket.hpp}, {@code liquidity_pool.hpp}). */
final class Pools {
  private static final String TARGETS =
      "0 liquid, 1 lock_180_days, 2 lock_360_days, 3 lock_720_days, 4 lock_forever";

  static final Sequence<Raw> ticketCreate =
      Op.open(
          "ticket_create",
          Op.rows()
              .field("account", Ids.account, "who locks")
              .field("target_type", varint, TARGETS)
              .field("amount", Words.asset, "how much of the core asset"));

  static final Sequence<Raw> ticketUpdate =
      Op.open(
          "ticket_update",
          Op.rows()
              .field("ticket", Ids.ticket, "which ticket")
              .field("account", Ids.account, "whose it is")
              .field("target_type", varint, TARGETS)
              .field("amount_for_new_target", maybe(Words.asset), "how much of it; else all"));

  static final Sequence<Raw> poolCreate =
      Op.open(
          "liquidity_pool_create",
          Op.rows()
              .field("account", Ids.account, "who makes it")
              .field("asset_a", Ids.asset, "the asset with the lower number")
              .field("asset_b", Ids.asset, "the other asset")
              .field("share_asset", Ids.asset, "in which shares are counted")
              .field("taker_fee_percent", u16le, "cost of an exchange; 100 = 1 %")
              .field("withdrawal_fee_percent", u16le, "cost of a withdrawal; 100 = 1 %"));

  static final Sequence<Raw> poolDelete =
      Op.open(
          "liquidity_pool_delete",
          Op.rows()
              .field("account", Ids.account, "whose it is")
              .field("pool", Ids.liquidityPool, "which pool ends"));

  static final Sequence<Raw> poolDeposit =
      Op.open(
          "liquidity_pool_deposit",
          Op.rows()
              .field("account", Ids.account, "who pays")
              .field("pool", Ids.liquidityPool, "into which pool")
              .field("amount_a", Words.asset, "how much of the first asset")
              .field("amount_b", Words.asset, "how much of the second asset"));

  static final Sequence<Raw> poolWithdraw =
      Op.open(
          "liquidity_pool_withdraw",
          Op.rows()
              .field("account", Ids.account, "who is paid")
              .field("pool", Ids.liquidityPool, "out of which pool")
              .field("share_amount", Words.asset, "for how many shares"));

  static final Sequence<Raw> poolExchange =
      Op.open(
          "liquidity_pool_exchange",
          Op.rows()
              .field("account", Ids.account, "who trades")
              .field("pool", Ids.liquidityPool, "with which pool")
              .field("amount_to_sell", Words.asset, "how much of what is given")
              .field("min_to_receive", Words.asset, "for at least so much of that"));

  static final Sequence<Raw> poolUpdate =
      Op.open(
          "liquidity_pool_update",
          Op.rows()
              .field("account", Ids.account, "whose it is")
              .field("pool", Ids.liquidityPool, "which pool")
              .field("taker_fee_percent", maybe(u16le), "cost of an exchange; 100 = 1 %")
              .field("withdrawal_fee_percent", maybe(u16le), "cost of a withdrawal; 100 = 1 %"));

  private Pools() {}
}
