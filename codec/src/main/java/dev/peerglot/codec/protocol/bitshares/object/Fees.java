// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u64le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** What operations cost ({@code fee_schedule.hpp}): each by its number, in its own terms. */
final class Fees {
  private static final String BASIC = "for the operation itself";
  private static final String KILOBYTE = "for each 1024 bytes";

  private static final Sequence<Raw> none = Rows.none("fee_params");
  private static final Sequence<Raw> flat = terms(Rows.rows().field("fee", u64le, BASIC));
  private static final Sequence<Raw> signed = terms(Rows.rows().field("fee", i64le, BASIC));
  private static final Sequence<Raw> sized =
      terms(Rows.rows().field("fee", u64le, BASIC).field("price_per_kbyte", u32le, KILOBYTE));
  private static final Sequence<Raw> accountUpdate =
      terms(Rows.rows().field("fee", i64le, BASIC).field("price_per_kbyte", u32le, KILOBYTE));
  private static final Sequence<Raw> accountCreate =
      terms(
          Rows.rows()
              .field("basic_fee", u64le, "for a cheap name")
              .field("premium_fee", u64le, "for any other name")
              .field("price_per_kbyte", u32le, KILOBYTE));
  private static final Sequence<Raw> accountUpgrade =
      terms(
          Rows.rows()
              .field("membership_annual_fee", u64le, "for a year")
              .field("membership_lifetime_fee", u64le, "for life"));
  private static final Sequence<Raw> assetCreate =
      terms(
          Rows.rows()
              .field("symbol3", u64le, "for a symbol of three letters")
              .field("symbol4", u64le, "for a symbol of four letters")
              .field("long_symbol", u64le, "for a longer symbol")
              .field("price_per_kbyte", u32le, KILOBYTE));
  private static final Sequence<Raw> blind =
      terms(
          Rows.rows()
              .field("fee", u64le, BASIC)
              .field("price_per_output", u32le, "for each output"));
  private static final Sequence<Raw> daily =
      terms(Rows.rows().field("fee", u64le, BASIC).field("fee_per_day", u64le, "for each day"));
  private static final Sequence<Raw> redeem =
      terms(Rows.rows().field("fee", u64le, BASIC).field("fee_per_kb", u64le, KILOBYTE));
  private static final Sequence<Raw> authority =
      terms(
          Rows.rows()
              .field("basic_fee", u64le, BASIC)
              .field("price_per_byte", u32le, "for each byte"));

  private static final Choice parameters = Choice.of("fee_parameters", varint, ChoiceForm.PAIR);

  static {
    for (Choice.Arm operation : Operations.operation.arms()) {
      Sequence<Raw> terms = of((int) operation.tag());
      parameters.arm(operation.name(), () -> terms, "what " + operation.name() + " costs");
    }
  }

  /** The whole list. */
  static final Sequence<Raw> schedule =
      Rows.rows()
          .field(
              "parameters",
              Sorted.set(parameters, Order.VARINT),
              "costs by the number of the operation")
          .field("scale", u32le, "by which all of them are multiplied; 10000 = 100 %")
          .make("fee_schedule");

  private Fees() {}

  private static Sequence<Raw> terms(Rows rows) {
    return rows.make("fee_params");
  }

  private static Sequence<Raw> of(int operation) {
    return switch (operation) {
      case 4, 37, 42, 44, 46, 51, 53, 74 -> none;
      case 0, 11, 14, 22, 23, 27, 35, 38, 69, 71 -> sized;
      case 5 -> accountCreate;
      case 6 -> accountUpdate;
      case 7, 21 -> signed;
      case 8 -> accountUpgrade;
      case 10 -> assetCreate;
      case 39, 40 -> blind;
      case 49, 52 -> daily;
      case 50 -> redeem;
      case 54, 55 -> authority;
      default -> flat;
    };
  }
}
