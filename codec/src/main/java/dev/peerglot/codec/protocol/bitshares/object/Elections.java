// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/**
 * Those who stand for election ({@code witness.hpp}, {@code committee_member.hpp}, {@code
 * worker.hpp}).
 */
final class Elections {
  static final Sequence<Raw> witnessCreate =
      Op.bare(
          "witness_create",
          Op.rows()
              .field("witness_account", Ids.account, "who stands")
              .field("url", Words.text, "where more is told")
              .field("block_signing_key", PublicKeys.key, "that its blocks are signed with"));

  static final Sequence<Raw> witnessUpdate =
      Op.bare(
          "witness_update",
          Op.rows()
              .field("witness", Ids.witness, "which witness")
              .field("witness_account", Ids.account, "whose it is")
              .field("new_url", maybe(Words.text), "where more is told")
              .field("new_signing_key", maybe(PublicKeys.key), "for blocks; zeros: makes none"));

  static final Sequence<Raw> committeeMemberCreate =
      Op.bare(
          "committee_member_create",
          Op.rows()
              .field("committee_member_account", Ids.account, "who stands")
              .field("url", Words.text, "where more is told"));

  static final Sequence<Raw> committeeMemberUpdate =
      Op.bare(
          "committee_member_update",
          Op.rows()
              .field("committee_member", Ids.committeeMember, "which member")
              .field("committee_member_account", Ids.account, "whose it is")
              .field("new_url", maybe(Words.text), "where more is told"));

  static final Sequence<Raw> committeeMemberUpdateGlobalParameters =
      Op.bare(
          "committee_member_update_global_parameters",
          Op.rows().field("new_parameters", ChainParameters.parameters, "from now on"));

  private static final Sequence<Raw> vestingWorker =
      Rows.rows()
          .field("pay_vesting_period_days", u16le, "days that the pay is held back")
          .make("vesting_balance_worker_initializer");

  private static final Choice workerInitializer =
      Choice.of("worker_initializer", varint, ChoiceForm.PAIR)
          .arm("refund_worker", () -> Words.nothing, "the pay goes back to the reserve")
          .arm("vesting_balance_worker", () -> vestingWorker, "the pay goes to the owner in time")
          .arm("burn_worker", () -> Words.nothing, "the pay is burnt");

  static final Sequence<Raw> workerCreate =
      Op.bare(
          "worker_create",
          Op.rows()
              .field("owner", Ids.account, "who works")
              .field("work_begin_date", Words.time, "from then")
              .field("work_end_date", Words.time, "till then")
              .field("daily_pay", i64le, "of the core asset")
              .field("name", Words.text, "of the work")
              .field("url", Words.text, "where more is told")
              .field("initializer", workerInitializer, "what happens with the pay"));

  private Elections() {}
}
