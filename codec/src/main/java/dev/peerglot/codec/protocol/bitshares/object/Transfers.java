// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Sequence;

/** Moving amounts between accounts ({@code transfer.hpp}, {@code withdraw_permission.hpp}). */
final class Transfers {
  static final Sequence<Raw> transfer =
      Op.open(
          "transfer",
          Op.rows()
              .field("from", Ids.account, "who pays")
              .field("to", Ids.account, "who is paid")
              .field("amount", Words.asset, "how much of what")
              .field("memo", maybe(Memo.memo), "a word to the receiver"));

  static final Sequence<Raw> overrideTransfer =
      Op.open(
          "override_transfer",
          Op.rows()
              .field("issuer", Ids.account, "issuer of the asset, who alone may do this")
              .field("from", Ids.account, "whose amount is taken")
              .field("to", Ids.account, "who gets it")
              .field("amount", Words.asset, "how much of what")
              .field("memo", maybe(Memo.memo), "a word to the receiver"));

  static final Sequence<Raw> withdrawPermissionCreate =
      Op.bare(
          "withdraw_permission_create",
          Op.rows()
              .field("withdraw_from_account", Ids.account, "who permits it")
              .field("authorized_account", Ids.account, "who may withdraw")
              .field("withdrawal_limit", Words.asset, "at most this much in each period")
              .field("withdrawal_period_sec", u32le, "length of a period in seconds")
              .field("periods_until_expiration", u32le, "for so many periods")
              .field("period_start_time", Words.time, "when the first period begins"));

  static final Sequence<Raw> withdrawPermissionUpdate =
      Op.bare(
          "withdraw_permission_update",
          Op.rows()
              .field("withdraw_from_account", Ids.account, "who permits it")
              .field("authorized_account", Ids.account, "who may withdraw")
              .field("permission_to_update", Ids.withdrawPermission, "which permission")
              .field("withdrawal_limit", Words.asset, "at most this much in each period")
              .field("withdrawal_period_sec", u32le, "length of a period in seconds")
              .field("period_start_time", Words.time, "when the next period begins")
              .field("periods_until_expiration", u32le, "for so many periods"));

  static final Sequence<Raw> withdrawPermissionClaim =
      Op.bare(
          "withdraw_permission_claim",
          Op.rows()
              .field("withdraw_permission", Ids.withdrawPermission, "by which permission")
              .field("withdraw_from_account", Ids.account, "who pays")
              .field("withdraw_to_account", Ids.account, "who is paid")
              .field("amount_to_withdraw", Words.asset, "how much of what")
              .field("memo", maybe(Memo.memo), "a word to the one who pays"));

  static final Sequence<Raw> withdrawPermissionDelete =
      Op.bare(
          "withdraw_permission_delete",
          Op.rows()
              .field("withdraw_from_account", Ids.account, "who permitted it")
              .field("authorized_account", Ids.account, "who might withdraw")
              .field("withdrawal_permission", Ids.withdrawPermission, "which permission ends"));

  private Transfers() {}
}
