// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.random.RandomGenerator;

/** A field that always has a value, written or not. */
final class TaggedOne<T> extends Tagged<T> {
  /** What a message without the field means. */
  enum Absent {
    /** The value is zero, false or empty; that one is not written either (proto3). */
    ZERO,
    /** The value is the empty message; written it is all the same. */
    EMPTY,
    /** The message is refused. */
    REFUSED
  }

  private final Item<T> item;
  private final Absent absent;

  TaggedOne(int number, Item<T> item, Absent absent) {
    super(number);
    this.item = item;
    this.absent = absent;
  }

  @Override
  public String name() {
    return item.type().name() + " #" + number();
  }

  @Override
  Item<T> item() {
    return item;
  }

  @Override
  boolean isRequired() {
    return absent == Absent.REFUSED;
  }

  private boolean zeroToo() {
    return absent != Absent.ZERO;
  }

  @Override
  T take(In in, Occurrences found, int row) {
    int i = found.next(row, 0);
    if (i >= 0) {
      return item.read(in, found.from(i), found.to(i));
    }
    if (absent == Absent.REFUSED) {
      throw Malformed.wrong("is missing", in.at());
    }
    return item.type().read(item.zero());
  }

  @Override
  void tell(In in, Occurrences found, int row, Field<?, ?> field, boolean absentToo, Sink sink) {
    int i = found.next(row, 0);
    if (i >= 0) {
      sink.field(field, found.tag(i));
      item.walk(in, found.from(i), found.to(i), sink);
    } else if (absentToo && absent == Absent.ZERO && sink != Deaf.SINK) {
      Sink unwritten = Relay.unwritten(sink, in.at());
      unwritten.field(field, 0);
      item.type().walk(item.zero(), unwritten);
    }
  }

  @Override
  void canonical(In in, Occurrences found, int row, Out out) {
    int i = found.next(row, 0);
    if (i >= 0) {
      item.canonical(in, found.from(i), found.to(i), out, number(), zeroToo());
    } else if (absent == Absent.EMPTY) {
      empty(out);
    } else if (absent == Absent.REFUSED) {
      throw Malformed.wrong("is missing", in.at());
    }
  }

  private void empty(Out out) {
    item.put(out, number(), true, inner -> item.right(item.zero(), inner));
  }

  @Override
  public void write(Out out, T value) {
    item.put(out, number(), zeroToo(), value);
  }

  @Override
  void build(Source source, Field<?, ?> field, Source parent, Out out) {
    if (source != null) {
      item.build(source, out, number(), zeroToo());
    } else if (absent == Absent.EMPTY) {
      empty(out);
    } else if (absent == Absent.REFUSED) {
      throw parent.missing(field.name(), name());
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    item.sample(random, out, number(), zeroToo());
  }
}
