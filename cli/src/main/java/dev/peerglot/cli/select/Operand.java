// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.view.Nearest;
import java.util.List;
import java.util.function.Consumer;

/** A part of a record: one of its keys, or a place in its fields. */
sealed interface Operand {
  /** Tells the values that a record has there. */
  void tell(Subject subject, Consumer<Value> values);

  /** A key of the record. */
  record OfRecord(Key key) implements Operand {
    @Override
    public void tell(Subject subject, Consumer<Value> values) {
      key.tell(subject, values);
    }
  }

  /** A place in the fields. */
  record OfFields(int place) implements Operand {
    @Override
    public void tell(Subject subject, Consumer<Value> values) {
      subject.fields(place).forEach(values);
    }
  }

  /** The word before which paths into the fields begin. */
  String FIELDS = "fields";

  /** Whether the values are addresses with a port. */
  default boolean isAddress() {
    return this instanceof OfRecord(Key key) && key.isAddress();
  }

  /**
   * The part that a word names.
   *
   * @param paths gets a place, if it is one in the fields
   * @param where for the message if it is none
   */
  static Operand of(String word, Paths paths, String where) {
    if (word.equals(FIELDS) || word.startsWith(FIELDS + ".")) {
      return new OfFields(paths.add(word.substring(Math.min(word.length(), FIELDS.length() + 1))));
    }
    Key key = Key.of(word);
    if (key != null) {
      return new OfRecord(key);
    }
    List<String> near = Nearest.to(word, Key.words());
    throw Usage.wrong(
        where
            + ": a record has no '"
            + word
            + "'; "
            + (near.isEmpty()
                ? "it has " + String.join(", ", Key.words()) + ", and fields.NAME"
                : "did you mean "
                    + String.join(" or ", near)
                    + "? What a message holds is fields."
                    + word));
  }
}
