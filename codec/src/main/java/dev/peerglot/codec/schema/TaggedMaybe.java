// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A field whose absence says something; also the member of a oneof. Zero is written. */
final class TaggedMaybe<T> extends Tagged<Optional<T>> {
  private final Item<T> item;

  TaggedMaybe(int number, Item<T> item) {
    super(number);
    this.item = item;
  }

  @Override
  public String name() {
    return "optional " + item.type().name() + " #" + number();
  }

  @Override
  Item<T> item() {
    return item;
  }

  @Override
  Optional<T> take(In in, Occurrences found, int row) {
    int i = found.next(row, 0);
    return i < 0 ? Optional.empty() : Optional.of(item.read(in, found.from(i), found.to(i)));
  }

  @Override
  void tell(In in, Occurrences found, int row, Field<?, ?> field, boolean absentToo, Sink sink) {
    int i = found.next(row, 0);
    if (i >= 0) {
      sink.field(field, found.tag(i));
      item.walk(in, found.from(i), found.to(i), sink);
    }
  }

  @Override
  void canonical(In in, Occurrences found, int row, Out out) {
    int i = found.next(row, 0);
    if (i >= 0) {
      item.canonical(in, found.from(i), found.to(i), out, number(), true);
    }
  }

  @Override
  public void write(Out out, Optional<T> value) {
    value.ifPresent(v -> item.put(out, number(), true, v));
  }

  @Override
  void build(Source source, Field<?, ?> field, Source parent, Out out) {
    if (source != null) {
      item.build(source, out, number(), true);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    if (random.nextBoolean()) {
      always(random, out);
    }
  }

  /** Appends a value, as the chosen member of a oneof. */
  void always(RandomGenerator random, Out out) {
    item.sample(random, out, number(), true);
  }
}
