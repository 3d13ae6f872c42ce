// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Bool.bool;
import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Operations that wait for the approval of others ({@code proposal.hpp}). */
final class Proposals {
  private static final Sorted<Long> accounts = Sorted.set(Ids.account, Order.VARINT);
  private static final Sorted<byte[]> keys = Sorted.set(PublicKeys.key, Order.KEY);

  private static final Sequence<Raw> wrapper =
      Rows.rows().field("op", Operations.operation, "an operation").make("op_wrapper");

  static final Sequence<Raw> proposalCreate =
      Op.open(
          "proposal_create",
          Op.rows()
              .field("fee_paying_account", Ids.account, "who proposes")
              .field("expiration_time", Words.time, "when it is carried out or dropped")
              .field("proposed_ops", Words.list(wrapper), "what is to be done")
              .field(
                  "review_period_seconds",
                  maybe(u32le),
                  "so long before the end no approval can be added"));

  static final Sequence<Raw> proposalUpdate =
      Op.open(
          "proposal_update",
          Op.rows()
              .field("fee_paying_account", Ids.account, "who changes approvals")
              .field("proposal", Ids.proposal, "of which proposal")
              .field("active_approvals_to_add", accounts, "accounts that approve")
              .field("active_approvals_to_remove", accounts, "accounts that no longer do")
              .field("owner_approvals_to_add", accounts, "accounts that approve as owners")
              .field("owner_approvals_to_remove", accounts, "accounts that no longer do")
              .field("key_approvals_to_add", keys, "keys that approve")
              .field("key_approvals_to_remove", keys, "keys that no longer do"));

  static final Sequence<Raw> proposalDelete =
      Op.open(
          "proposal_delete",
          Op.rows()
              .field("fee_paying_account", Ids.account, "who forbids it")
              .field("using_owner_authority", bool, "whether as owner")
              .field("proposal", Ids.proposal, "which proposal"));

  private Proposals() {}
}
