// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Amounts for whoever knows a secret in time ({@code htlc.hpp}). */
final class Htlcs {
  private static final Choice hash =
      Choice.of("htlc_hash", varint, ChoiceForm.PAIR)
          .arm("ripemd160", () -> Words.hash20, "RIPEMD-160 of the secret")
          .arm("sha1", () -> Words.hash20, "SHA-1 of the secret")
          .arm("sha256", () -> Words.hash32, "SHA-256 of the secret")
          .arm("hash160", () -> Words.hash20, "RIPEMD-160 of SHA-256 of the secret");

  static final Sequence<Raw> htlcCreate =
      Op.open(
          "htlc_create",
          Op.rows()
              .field("from", Ids.account, "who pays")
              .field("to", Ids.account, "who is paid")
              .field("amount", Words.asset, "how much of what")
              .field("preimage_hash", hash, "hash of the secret")
              .field("preimage_size", u16le, "bytes of the secret")
              .field("claim_period_seconds", u32le, "so long it can be claimed"),
          Extension.of(
              "htlc_create_options",
              Rows.rows().field("memo", Memo.memo, "a word to the receiver")));

  static final Sequence<Raw> htlcRedeem =
      Op.open(
          "htlc_redeem",
          Op.rows()
              .field("htlc_id", Ids.htlc, "which contract")
              .field("redeemer", Ids.account, "who claims it")
              .field("preimage", Words.bytes, "the secret"));

  static final Sequence<Raw> htlcRedeemed =
      Op.bare(
          "htlc_redeemed",
          Op.rows()
              .field("htlc_id", Ids.htlc, "which contract")
              .field("from", Ids.account, "who paid")
              .field("to", Ids.account, "who was paid")
              .field("redeemer", Ids.account, "who claimed it")
              .field("amount", Words.asset, "how much of what")
              .field("htlc_preimage_hash", hash, "hash of the secret")
              .field("htlc_preimage_size", u16le, "bytes of the secret")
              .field("preimage", Words.bytes, "the secret"));

  static final Sequence<Raw> htlcExtend =
      Op.open(
          "htlc_extend",
          Op.rows()
              .field("htlc_id", Ids.htlc, "which contract")
              .field("update_issuer", Ids.account, "who paid")
              .field("seconds_to_add", u32le, "so much longer it can be claimed"));

  static final Sequence<Raw> htlcRefund =
      Op.bare(
          "htlc_refund",
          Op.rows()
              .field("htlc_id", Ids.htlc, "which contract")
              .field("to", Ids.account, "who paid and gets it back")
              .field("original_htlc_recipient", Ids.account, "who did not claim it")
              .field("htlc_amount", Words.asset, "how much of what")
              .field("htlc_preimage_hash", hash, "hash of the secret")
              .field("htlc_preimage_size", u16le, "bytes of the secret"));

  private Htlcs() {}
}
