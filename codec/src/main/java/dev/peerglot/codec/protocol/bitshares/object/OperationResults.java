// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** What came of an operation ({@code base.hpp}); stands in blocks only. */
final class OperationResults {
  private static final Sorted<Long> objects = Sorted.set(Ids.any, Order.U64);
  private static final Lists<Raw> amounts = Words.list(Words.asset);

  private static final Sequence<Raw> generic =
      changes(Rows.rows()).make("generic_operation_result");

  private static final Sequence<Raw> exchange =
      payments(Rows.rows()).make("generic_exchange_operation_result");

  private static final Extension extendable =
      Extension.of(
          "extendable_operation_result",
          payments(
              changes(
                  Rows.rows()
                      .field(
                          "impacted_accounts",
                          Sorted.set(Ids.account, Order.VARINT),
                          "accounts that it touched"))));

  /** One result: {@code [kind, value]}. */
  static final Choice result =
      Choice.of("operation_result", varint, ChoiceForm.PAIR)
          .arm("void_result", () -> Words.nothing, "nothing to tell")
          .arm("object_id", () -> Ids.any, "the object that was made")
          .arm("asset", () -> Words.asset, "the amount that was moved")
          .arm("generic_operation_result", () -> generic, "objects that were touched")
          .arm("generic_exchange_operation_result", () -> exchange, "amounts that were traded")
          .arm("extendable_operation_result", () -> extendable, "any of these");

  private OperationResults() {}

  private static Rows changes(Rows rows) {
    return rows.field("new_objects", objects, "objects that were made")
        .field("updated_objects", objects, "objects that were changed")
        .field("removed_objects", objects, "objects that ended");
  }

  private static Rows payments(Rows rows) {
    return rows.field("paid", amounts, "what the account gave")
        .field("received", amounts, "what it got")
        .field("fees", amounts, "what it cost");
  }
}
