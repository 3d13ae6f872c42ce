// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.bytes.Malformed;
import java.util.List;

/**
 * The family of Borsh (specification 1.0): structs are rows without tags or padding, lengths and
 * counts are u32 low byte first, options and enums have a tag of one byte, text is checked for
 * being UTF-8. There is one encoding for each value. Lengths are bounded by what one message may
 * hold.
 */
public final class Borsh {
  /** Longest byte string, text or list: far above any message that carries Borsh. */
  public static final int MOST = 16 << 20;

  /** {@code Vec<u8>}: a length and that many bytes. */
  public static final Blob bytes = Blob.bytes(u32le, MOST);

  /** {@code String}: a length and that many bytes of UTF-8; anything else is refused. */
  public static final Text string = Text.utf8(u32le, MOST);

  private Borsh() {}

  /** {@code Vec<T>}: a count and that many items. */
  public static <T> Lists<T> vec(Type<T> item) {
    return Lists.list(u32le, item, MOST);
  }

  /** {@code Option<T>}: 0, or 1 and a value. */
  public static <T> Maybe<T> option(Type<T> value) {
    return Maybe.maybe(value);
  }

  /**
   * An enum whose variants hold values, as {@code {"Variant": value}}; variants are to be added.
   */
  public static Choice choice(String name) {
    return Choice.of(name, u8, ChoiceForm.NAMED);
  }

  /**
   * An enum whose variants hold nothing: one byte, shown as the variant's name; a number without a
   * variant is refused.
   *
   * @param name the word for docs
   * @param variants the names in the order of their declaration, from 0
   */
  public static Leaf<Integer> variants(String name, String... variants) {
    List<String> names = List.of(variants);
    return Leaf.of(
        name,
        1,
        in -> {
          int at = in.at();
          int index = in.u8();
          if (index >= names.size()) {
            throw Malformed.wrong(name + " " + index + " is not known", at);
          }
          return index;
        },
        (out, index) -> out.u8(index),
        names::get,
        text -> {
          int index = names.indexOf(text);
          if (index < 0) {
            throw new IllegalArgumentException("one of " + String.join(", ", names));
          }
          return index;
        },
        random -> random.nextInt(names.size()));
  }
}
