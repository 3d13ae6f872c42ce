// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Bool.bool;
import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Accounts ({@code account.hpp}). */
final class Accounts {
  static final Sequence<Raw> options =
      Rows.rows()
          .field("memo_key", PublicKeys.key, "key that memos to the account are encrypted to")
          .field("voting_account", Ids.account, "who votes for it; 1.2.5: itself")
          .field("num_witness", u16le, "how many witnesses it wishes for")
          .field("num_committee", u16le, "how many committee members it wishes for")
          .field("votes", Sorted.set(Ids.vote, Order.VOTE), "whom it votes for, kind:instance")
          .field("extensions", Words.noExtensions, "none are defined")
          .make("account_options")
          .otherwise("voting_account", "\"1.2.5\"")
          .otherwise("num_witness", "0")
          .otherwise("num_committee", "0")
          .otherwise("votes", "[]")
          .otherwise("extensions", "[]");

  private static final Sequence<Raw> buybackOptions =
      Rows.rows()
          .field("asset_to_buy", Ids.asset, "what the account buys back")
          .field("asset_to_buy_issuer", Ids.account, "who issued it")
          .field("markets", Sorted.set(Ids.asset, Order.VARINT), "what it may pay with")
          .make("buyback_account_options");

  static final Sequence<Raw> accountCreate =
      Op.open(
          "account_create",
          Op.rows()
              .field("registrar", Ids.account, "who pays for it")
              .field("referrer", Ids.account, "who gets a share of its fees")
              .field("referrer_percent", u16le, "the referrer's share; 100 = 1 %")
              .field("name", Words.text, "its name, at most 63 letters")
              .field("owner", Authority.authority, "who may change everything")
              .field("active", Authority.authority, "who may act for it")
              .field("options", options, "memo key and votes"),
          Extension.of(
              "account_create_extensions",
              special().field("buyback_options", buybackOptions, "makes it buy back an asset")));

  static final Sequence<Raw> accountUpdate =
      Op.open(
          "account_update",
          Op.rows()
              .field("account", Ids.account, "which account")
              .field("owner", maybe(Authority.authority), "who may change everything")
              .field("active", maybe(Authority.authority), "who may act for it")
              .field("new_options", maybe(options), "memo key and votes"),
          Extension.of("account_update_extensions", special()));

  static final Sequence<Raw> accountWhitelist =
      Op.open(
          "account_whitelist",
          Op.rows()
              .field("authorizing_account", Ids.account, "whose list it is")
              .field("account_to_list", Ids.account, "who is put on it")
              .field("new_listing", u8, "0 none, 1 white, 2 black, 3 both"));

  static final Sequence<Raw> accountUpgrade =
      Op.open(
          "account_upgrade",
          Op.rows()
              .field("account_to_upgrade", Ids.account, "which account")
              .field("upgrade_to_lifetime_member", bool, "for life, or by the year (no longer)"));

  static final Sequence<Raw> accountTransfer =
      Op.open(
          "account_transfer",
          Op.rows()
              .field("account_id", Ids.account, "which account")
              .field("new_owner", Ids.account, "who gets it"));

  private Accounts() {}

  private static Rows special() {
    return Rows.rows()
        .field("null_ext", Words.nothing, "nothing")
        .field("owner_special_authority", Authority.special, "sets the owner by holdings")
        .field("active_special_authority", Authority.special, "sets the active by holdings");
  }
}
