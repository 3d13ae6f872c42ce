// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Amounts that become available in time ({@code vesting.hpp}, {@code balance.hpp}). */
final class Vesting {
  private static final Sequence<Raw> linear =
      Rows.rows()
          .field("begin_timestamp", Words.time, "when it begins")
          .field("vesting_cliff_seconds", u32le, "nothing is free before so long")
          .field("vesting_duration_seconds", u32le, "all is free after so long")
          .make("linear_vesting_policy_initializer");

  private static final Sequence<Raw> coinDays =
      Rows.rows()
          .field("start_claim", Words.time, "nothing is free before")
          .field("vesting_seconds", u32le, "so long an amount must lie")
          .make("cdd_vesting_policy_initializer");

  private static final Choice policy =
      Choice.of("vesting_policy_initializer", varint, ChoiceForm.PAIR)
          .arm("linear_vesting_policy", () -> linear, "becomes free evenly")
          .arm("cdd_vesting_policy", () -> coinDays, "becomes free by coin days")
          .arm("instant_vesting_policy", () -> Words.nothing, "is free at once");

  static final Sequence<Raw> vestingBalanceCreate =
      Op.bare(
          "vesting_balance_create",
          Op.rows()
              .field("creator", Ids.account, "who pays")
              .field("owner", Ids.account, "whose it will be")
              .field("amount", Words.asset, "how much of what")
              .field("policy", policy, "how it becomes free"));

  static final Sequence<Raw> vestingBalanceWithdraw =
      Op.bare(
          "vesting_balance_withdraw",
          Op.rows()
              .field("vesting_balance", Ids.vestingBalance, "from which balance")
              .field("owner", Ids.account, "whose it is")
              .field("amount", Words.asset, "how much of what"));

  static final Sequence<Raw> balanceClaim =
      Op.bare(
          "balance_claim",
          Op.rows()
              .field("deposit_to_account", Ids.account, "who gets it")
              .field("balance_to_claim", Ids.balance, "which balance of the genesis")
              .field("balance_owner_key", PublicKeys.key, "the key of its address")
              .field("total_claimed", Words.asset, "how much of what"));

  private Vesting() {}
}
