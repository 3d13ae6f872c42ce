// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u8;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Pair;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;

/**
 * What a custom authority asks of an operation's fields ({@code restriction.hpp}). An argument is
 * void, one of 19 plain types, a set of one of them, or more restrictions.
 */
final class Restrictions {
  /** What each restriction in a restriction takes of the reference's depth: 141 fit. */
  private static final int COST = 7;

  private static final Choice argument = Choice.of("argument", varint, ChoiceForm.PAIR);

  private static final Sequence<Raw> restriction =
      Rows.rows()
          .field("member_index", varint, "position of the field in the operation")
          .field(
              "restriction_type",
              varint,
              "0 eq, 1 ne, 2 lt, 3 le, 4 gt, 5 ge, 6 in, 7 not_in, 8 has_all, 9 has_none, 10 attr,"
                  + " 11 logical_or, 12 variant_assert")
          .field("argument", argument, "what the field is held against")
          .field("extensions", Words.noExtensions, "none are defined")
          .make("restriction")
          .otherwise("extensions", "[]");

  /** Restrictions that must all be met. */
  static final Lists<Raw> list = Words.list(restriction);

  /** A plain type, and the order of a set of it. */
  private record Plain(String name, Type<?> single, Type<?> member, Order order) {
    private Plain(String name, Type<?> type, Order order) {
      this(name, type, type, order);
    }

    private Type<?> set() {
      return Sorted.set(member, order);
    }
  }

  static {
    // fc prints a single truth value of a static_variant as 0 or 1, those of a set as false or true
    Plain[] plain = {
      new Plain("bool", u8.max(1), Bool.bool, Order.BYTE),
      new Plain("int64", i64le, Order.I64),
      new Plain("string", Words.text, Order.TEXT),
      new Plain("time", Words.time, Order.U32),
      new Plain("public_key", PublicKeys.key, Order.KEY),
      new Plain("sha256", Words.hash32, Order.BYTES_32),
      id(Ids.account),
      id(Ids.asset),
      id(Ids.forceSettlement),
      id(Ids.committeeMember),
      id(Ids.witness),
      id(Ids.limitOrder),
      id(Ids.callOrder),
      id(Ids.custom),
      id(Ids.proposal),
      id(Ids.withdrawPermission),
      id(Ids.vestingBalance),
      id(Ids.worker),
      id(Ids.balance)
    };
    argument.deepest(COST, Operations.BUDGET).arm("void", () -> Words.nothing, "nothing");
    for (Plain type : plain) {
      argument.arm(type.name(), type::single, "one value");
    }
    for (Plain type : plain) {
      argument.arm(type.name() + "_set", type::set, "some values");
    }
    argument
        .arm("attributes", () -> list, "restrictions of the field's own fields")
        .arm("alternatives", () -> Words.list(list), "restrictions of which one must be met")
        .arm("variant", () -> Pair.pair(i64le, list), "a tag, and restrictions of its value");
  }

  private Restrictions() {}

  private static Plain id(Type<Long> type) {
    return new Plain(type.name(), type, Order.VARINT);
  }
}
