// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Maybe.maybe;

import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Hidden amounts ({@code confidential.hpp}): Pedersen commitments instead of numbers. */
final class Blind {
  private static final Blob commitment = Blob.bytes(33);

  private static final Sequence<Raw> confirmation =
      Rows.rows()
          .field("one_time_key", PublicKeys.key, "for the common secret")
          .field("to", maybe(PublicKeys.key), "who can read it")
          .field("encrypted_memo", Words.bytes, "amount, blinding factor and a word")
          .make("stealth_confirmation");

  private static final Sequence<Raw> input =
      Rows.rows()
          .field("commitment", commitment, "of an earlier output")
          .field("owner", Authority.authority, "who may spend it")
          .make("blind_input");

  private static final Sequence<Raw> output =
      Rows.rows()
          .field("commitment", commitment, "to the amount")
          .field("range_proof", Words.bytes, "that the amount is not negative")
          .field("owner", Authority.authority, "who may spend it")
          .field("stealth_memo", maybe(confirmation), "how its owner finds it")
          .make("blind_output");

  static final Sequence<Raw> transferToBlind =
      Op.bare(
          "transfer_to_blind",
          Op.rows()
              .field("amount", Words.asset, "what goes into hiding")
              .field("from", Ids.account, "who pays")
              .field("blinding_factor", Words.hash32, "sum of the outputs' factors")
              .field("outputs", Words.list(output), "the hidden amounts"));

  static final Sequence<Raw> blindTransfer =
      Op.bare(
          "blind_transfer",
          Op.rows()
              .field("inputs", Words.list(input), "hidden amounts that are spent")
              .field("outputs", Words.list(output), "hidden amounts that are made"));

  static final Sequence<Raw> transferFromBlind =
      Op.bare(
          "transfer_from_blind",
          Op.rows()
              .field("amount", Words.asset, "what comes out of hiding")
              .field("to", Ids.account, "who is paid")
              .field("blinding_factor", Words.hash32, "sum of the inputs' factors")
              .field("inputs", Words.list(input), "hidden amounts that are spent"));

  private Blind() {}
}
