// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Bool.bool;
import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Trading on the order book ({@code market.hpp}). */
final class Orders {
  private static final Sequence<Raw> createTakeProfitOrder =
      Rows.rows()
          .field("fee_asset_id", Ids.asset, "the asset to pay the new order's fee with")
          .field("spread_percent", u16le, "distance to the price of the filled order; 100 = 1 %")
          .field("size_percent", u16le, "how much of what was received is sold; 100 = 1 %")
          .field("expiration_seconds", u32le, "life of the new order in seconds")
          .field("repeat", bool, "whether the new order gets this action too")
          .field("extensions", Words.noExtensions, "none are defined")
          .make("create_take_profit_order_action")
          .otherwise("extensions", "[]");

  private static final Choice autoAction =
      Choice.of("limit_order_auto_action", varint, ChoiceForm.PAIR)
          .arm(
              "create_take_profit_order",
              () -> createTakeProfitOrder,
              "places an order the other way round");

  static final Sequence<Raw> limitOrderCreate =
      Op.open(
          "limit_order_create",
          Op.rows()
              .field("seller", Ids.account, "whose order it is")
              .field("amount_to_sell", Words.asset, "how much of what is sold")
              .field("min_to_receive", Words.asset, "for at least so much of that")
              .field("expiration", Words.time, "when what is left is taken back")
              .field("fill_or_kill", bool, "whether the whole must be filled at once"),
          Extension.of(
              "limit_order_create_options",
              Rows.rows().field("on_fill", Words.list(autoAction), "what follows when filled")));

  static final Sequence<Raw> limitOrderCancel =
      Op.open(
          "limit_order_cancel",
          Op.rows()
              .field("fee_paying_account", Ids.account, "whose order it is")
              .field("order", Ids.limitOrder, "which order is taken back"));

  static final Sequence<Raw> limitOrderUpdate =
      Op.open(
          "limit_order_update",
          Op.rows()
              .field("seller", Ids.account, "whose order it is")
              .field("order", Ids.limitOrder, "which order")
              .field("new_price", maybe(Words.price), "another price")
              .field("delta_amount_to_sell", maybe(Words.asset), "more or less to sell")
              .field("new_expiration", maybe(Words.time), "another end")
              .field("on_fill", maybe(Words.list(autoAction)), "what follows when filled"));

  static final Sequence<Raw> callOrderUpdate =
      Op.open(
          "call_order_update",
          Op.rows()
              .field("funding_account", Ids.account, "who borrows")
              .field("delta_collateral", Words.asset, "change of the collateral")
              .field("delta_debt", Words.asset, "change of the debt"),
          Extension.of(
              "call_order_update_options",
              Rows.rows()
                  .field(
                      "target_collateral_ratio",
                      u16le,
                      "a margin call ends at this ratio; 1000 = 100 %")));

  static final Sequence<Raw> fillOrder =
      Op.bare(
          "fill_order",
          Op.rows()
              .field("order_id", Ids.any, "which order was filled")
              .field("account_id", Ids.account, "whose order it is")
              .field("pays", Words.asset, "what the account gave")
              .field("receives", Words.asset, "what it got, fees not deducted")
              .field("fill_price", Words.price, "at which price")
              .field("is_maker", bool, "whether the order was there first"));

  static final Sequence<Raw> bidCollateral =
      Op.open(
          "bid_collateral",
          Op.rows()
              .field("bidder", Ids.account, "who bids")
              .field("additional_collateral", Words.asset, "collateral that is added")
              .field("debt_covered", Words.asset, "debt that is taken over; 0 takes the bid back"));

  static final Sequence<Raw> executeBid =
      Op.bare(
          "execute_bid",
          Op.rows()
              .field("bidder", Ids.account, "whose bid")
              .field("debt", Words.asset, "debt that was taken over")
              .field("collateral", Words.asset, "collateral of the new position"));

  private Orders() {}
}
