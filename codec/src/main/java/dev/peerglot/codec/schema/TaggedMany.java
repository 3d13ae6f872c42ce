// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A repeated field. Numbers are read one by one and packed, whatever is declared; the declaration
 * says how they are written.
 */
final class TaggedMany<T> extends Tagged<List<T>> {
  private final Item<T> item;
  private final int max;
  private final boolean packed;

  TaggedMany(int number, Item<T> item, int max, boolean packed) {
    super(number);
    this.item = item;
    this.max = max;
    this.packed = packed;
  }

  @Override
  public String name() {
    return "repeated " + item.type().name() + " #" + number();
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("", item.type(), "at most " + max));
  }

  @Override
  Item<T> item() {
    return item;
  }

  @Override
  boolean isSingle() {
    return false;
  }

  @Override
  boolean fits(WireType wire) {
    return wire == item.wire() || wire == WireType.LENGTH;
  }

  /** What is done with each value. */
  private interface Visitor {
    void value(int from, int to);
  }

  private void each(In in, Occurrences found, int row, Visitor visitor) {
    int count = 0;
    for (int i = found.next(row, 0); i >= 0; i = found.next(row, i + 1)) {
      try {
        int from = found.from(i);
        do {
          if (count == max) {
            throw Malformed.limit("more than " + max + " items", found.tag(i));
          }
          int to = found.wire(i) == item.wire() ? found.to(i) : packedEnd(in, from, found.to(i));
          if (to > from || item.wire() == WireType.LENGTH) {
            visitor.value(from, to);
            count++;
          }
          from = to;
        } while (from < found.to(i));
      } catch (Malformed e) {
        throw e.within("[" + count + "]");
      }
    }
  }

  /** Where the packed number ends that begins at an offset. */
  private int packedEnd(In in, int from, int end) {
    if (from == end) {
      return end;
    }
    in.moveTo(from);
    int outer = in.enter(end - from);
    item.type().walk(in, Deaf.SINK);
    int to = in.at();
    in.leave(outer);
    return to;
  }

  @Override
  List<T> take(In in, Occurrences found, int row) {
    List<T> values = new ArrayList<>();
    each(in, found, row, (from, to) -> values.add(item.read(in, from, to)));
    return values;
  }

  @Override
  void tell(In in, Occurrences found, int row, Field<?, ?> field, boolean absentToo, Sink sink) {
    int first = found.next(row, 0);
    boolean open = found.cut() >= 0 && found.owner(found.cut()) == row;
    if (first < 0 && !absentToo && !open) {
      return;
    }
    int at = first < 0 ? in.at() : found.tag(first);
    sink.field(field, at);
    sink.list(this, at);
    each(in, found, row, (from, to) -> item.walk(in, from, to, sink));
    if (!open) {
      sink.end(in.at()); // what is left of a cut off item may follow
    }
  }

  @Override
  void canonical(In in, Occurrences found, int row, Out out) {
    if (packed) {
      run(out, inner -> each(in, found, row, (from, to) -> right(in, from, to, inner)));
    } else {
      each(in, found, row, (from, to) -> item.canonical(in, from, to, out, number(), true));
    }
  }

  /** Appends a packed run, unless it is empty. */
  private void run(Out out, Item.Writer writer) {
    Item.delimited(out, number(), false, writer);
  }

  private void right(In in, int from, int to, Out out) {
    in.moveTo(from);
    int outer = in.enter(to - from);
    item.right(in, out);
    in.leave(outer);
  }

  @Override
  public void write(Out out, List<T> values) {
    if (packed) {
      run(out, inner -> values.forEach(value -> item.type().write(inner, value)));
    } else {
      values.forEach(value -> item.put(out, number(), true, value));
    }
  }

  @Override
  void build(Source source, Field<?, ?> field, Source parent, Out out) {
    if (source == null) {
      return;
    }
    if (source.kind() != Source.Kind.LIST) {
      throw source.wrong("a list");
    }
    if (source.size() > max) {
      throw source.wrong("at most " + max + " items");
    }
    if (packed) {
      run(out, inner -> items(source, inner));
      return;
    }
    for (int i = 0; i < source.size(); i++) {
      item.build(source.item(i), out, number(), true);
    }
  }

  private void items(Source source, Out out) {
    for (int i = 0; i < source.size(); i++) {
      item.type().build(source.item(i), out);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int count = random.nextInt(Math.min(max, 3) + 1);
    if (packed) {
      run(
          out,
          inner -> {
            for (int i = 0; i < count; i++) {
              item.type().sample(random, inner);
            }
          });
      return;
    }
    for (int i = 0; i < count; i++) {
      item.sample(random, out, number(), true);
    }
  }
}
