// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A count and that many items. A count above the limit of the declaration, or above what the bytes
 * left can hold, is refused before anything is allocated.
 */
public final class Lists<T> implements Type<List<T>> {
  private final Whole<?> count;
  private final Type<T> item;
  private final int max;

  private Lists(Whole<?> count, Type<T> item, int max) {
    this.count = count;
    this.item = item;
    this.max = max;
  }

  /** A count and that many items, at most {@code max}. */
  public static <T> Lists<T> list(Whole<?> count, Type<T> item, int max) {
    return new Lists<>(count, item, max);
  }

  @Override
  public String name() {
    return "list(" + item.name() + ")";
  }

  @Override
  public int atLeast() {
    return count.atLeast();
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("", item, "at most " + max));
  }

  private int count(In in) {
    int at = in.at();
    long n = count.get(in);
    if (n < 0 || n > max) {
      throw Malformed.limit(Long.toUnsignedString(n) + " items are above the limit of " + max, at);
    }
    if (n * item.atLeast() > in.left()) {
      throw Malformed.wrong(
          n
              + " items of at least "
              + item.atLeast()
              + " bytes, but "
              + in.left()
              + " bytes are left",
          at);
    }
    return (int) n;
  }

  @Override
  public List<T> read(In in) {
    int n = count(in);
    List<T> items = new ArrayList<>(Math.min(n, 4096));
    for (int i = 0; i < n; i++) {
      try {
        items.add(item.read(in));
      } catch (Malformed e) {
        throw e.within("[" + i + "]");
      }
    }
    return items;
  }

  @Override
  public void write(Out out, List<T> items) {
    count.put(out, items.size());
    for (T value : items) {
      item.write(out, value);
    }
  }

  @Override
  public void walk(In in, Sink sink) {
    sink.list(this, in.at());
    int n = count(in);
    for (int i = 0; i < n; i++) {
      try {
        item.walk(in, sink);
      } catch (Malformed e) {
        throw e.within("[" + i + "]");
      }
    }
    sink.end(in.at());
  }

  /** One text or number may stand for a list of it alone. */
  @Override
  public void build(Source source, Out out) {
    if (source.kind() == Source.Kind.TEXT || source.kind() == Source.Kind.NUMBER) {
      count.put(out, 1);
      item.build(source, out);
      return;
    }
    if (source.kind() != Source.Kind.LIST) {
      throw source.wrong("a list");
    }
    if (source.size() > max) {
      throw source.wrong("at most " + max + " items");
    }
    count.put(out, source.size());
    for (int i = 0; i < source.size(); i++) {
      item.build(source.item(i), out);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int n = random.nextInt(Math.min(max, 3) + 1);
    count.put(out, n);
    for (int i = 0; i < n; i++) {
      item.sample(random, out);
    }
  }
}
