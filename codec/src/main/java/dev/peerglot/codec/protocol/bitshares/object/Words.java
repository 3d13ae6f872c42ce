// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.ChoiceForm;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Text;
import dev.peerglot.codec.schema.Type;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Words that occur in many objects. Limits are those of a message: nothing in it can be larger. */
final class Words {
  /** Most items of a list: as many as bytes in a message, at most 2 MiB. */
  static final int MOST = 1 << 21;

  /** Any text: a name, an URL, a description. */
  static final Text text = Text.text(varint, MOST);

  /** Any bytes behind a length. */
  static final Blob bytes = Blob.bytes(varint, MOST);

  /** A digest of 20 bytes. */
  static final Blob hash20 = Blob.bytes(20);

  /** A digest of 32 bytes. */
  static final Blob hash32 = Blob.bytes(32);

  /** Seconds since 1970, 4 bytes; without a zone in JSON, as fc prints them. */
  static final Leaf<Long> time =
      Leaf.of(
          "time",
          4,
          In::u32le,
          Out::u32le,
          Words::spellTime,
          Words::parseTime,
          random -> random.nextLong(1L << 32));

  /** An amount of some asset. */
  static final Sequence<Raw> asset =
      Rows.rows()
          .field("amount", i64le, "in the asset's smallest unit")
          .field("asset_id", Ids.asset, "of which asset; 1.3.0 is the core asset")
          .make("asset")
          .otherwise("asset_id", "\"1.3.0\"");

  /** How much of one asset is worth how much of another. */
  static final Sequence<Raw> price =
      Rows.rows()
          .field("base", asset, "so much of this")
          .field("quote", asset, "for so much of that")
          .make("price");

  /** {@code void_t}: nothing. */
  static final Sequence<Raw> nothing = Rows.none("void_t");

  /** {@code extensions_type}: a set of a variant that has nothing to choose from. */
  static final Sorted<Choice.Chosen> noExtensions =
      Sorted.none(
          Choice.of("future_extensions", varint, ChoiceForm.PAIR)
              .arm("void_t", () -> nothing, "no extension has been defined"));

  private Words() {}

  static <T> Lists<T> list(Type<T> item) {
    return Lists.list(varint, item, MOST);
  }

  private static String spellTime(long seconds) {
    String text = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).toString();
    return text.length() == 16 ? text + ":00" : text;
  }

  private static Long parseTime(String text) {
    try {
      String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      long seconds = LocalDateTime.parse(local).toEpochSecond(ZoneOffset.UTC);
      if (seconds >= 0 && seconds <= 0xffffffffL) {
        return seconds;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("as 2026-01-31T12:00:00");
    }
    throw new IllegalArgumentException("from 1970 to 2106");
  }
}
