// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import java.util.List;

/**
 * One field of a protobuf message, made by {@link Tags}: its number, how its value is delimited,
 * and how often it may come. As a type of its own it looks for its field in the whole window.
 */
public abstract sealed class Tagged<T> implements Type<T>
    permits TaggedOne, TaggedMaybe, TaggedMany {
  private final int number;

  Tagged(int number) {
    if (number < 1 || number > 0x1fffffff) {
      throw new IllegalArgumentException(number + " is no field number");
    }
    this.number = number;
  }

  /** The field's number. */
  public final int number() {
    return number;
  }

  /** The type of one value. */
  abstract Item<?> item();

  /** Whether a later value of the same number replaces an earlier one. */
  boolean isSingle() {
    return true;
  }

  /** Whether a value may be delimited like that. */
  boolean fits(WireType wire) {
    return wire == item().wire();
  }

  /** Whether a message without it is refused. */
  boolean isRequired() {
    return false;
  }

  /** The typed value from the occurrences that a row owns. */
  abstract T take(In in, Occurrences found, int row);

  /** Reports the value as a row of the innermost object; one that is not there, only if told so. */
  abstract void tell(
      In in, Occurrences found, int row, Field<?, ?> field, boolean absentToo, Sink sink);

  /** Appends the right form of the value. */
  abstract void canonical(In in, Occurrences found, int row, Out out);

  /** Appends the field that people wrote down; null where they left it out. */
  abstract void build(Source source, Field<?, ?> field, Source parent, Out out);

  @Override
  public Names names() {
    return isSingle() ? item().type().names() : null;
  }

  @Override
  public int atLeast() {
    return 0;
  }

  @Override
  public List<Part> parts() {
    return item().type().parts();
  }

  private Occurrences own(In in) {
    Occurrences found = Occurrences.of(in);
    if (found.fault() != null) {
      throw found.fault();
    }
    for (int i = 0; i < found.size(); i++) {
      if (found.number(i) == number && fits(found.wire(i))) {
        found.own(i, 0);
      }
    }
    return found;
  }

  @Override
  public T read(In in) {
    return take(in, own(in), 0);
  }

  @Override
  public void walk(In in, Sink sink) {
    Occurrences found = own(in);
    sink.object(this, 0);
    tell(in, found, 0, new Field<>(item().type().name(), this, null, "", false, null), true, sink);
    sink.end(in.at());
  }

  @Override
  public void build(Source source, Out out) {
    build(source, null, source, out);
  }
}
