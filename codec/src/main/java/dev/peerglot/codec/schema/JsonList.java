// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A JSON list in the message's own text, of at most so many items of one type. */
public final class JsonList<T> implements Type<List<T>> {
  private final Type<T> item;
  private final int max;

  private JsonList(Type<T> item, int max) {
    this.item = item;
    this.max = max;
  }

  /** A list of at most {@code max} items. */
  public static <T> JsonList<T> list(Type<T> item, int max) {
    return new JsonList<>(item, max);
  }

  /** What is done with each item. */
  private interface Visitor {
    void item(In in);
  }

  @Override
  public String name() {
    return "list(" + item.name() + ")";
  }

  @Override
  public int atLeast() {
    return 2;
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("", item, "at most " + max));
  }

  private void visit(In in, Visitor visitor) {
    in.down(JsonObject.DEEPEST);
    JsonTokens.take(in, '[');
    if (!JsonTokens.tryTake(in, ']')) {
      int count = 0;
      do {
        JsonTokens.space(in);
        if (count == max) {
          throw Malformed.limit("more than " + max + " items", in.at());
        }
        try {
          visitor.item(in);
        } catch (Malformed e) {
          throw e.within("[" + count + "]");
        }
        count++;
      } while (JsonTokens.tryTake(in, ','));
      JsonTokens.take(in, ']');
    }
    in.up();
  }

  @Override
  public List<T> read(In in) {
    List<T> items = new ArrayList<>();
    visit(in, text -> items.add(item.read(text)));
    return items;
  }

  @Override
  public void write(Out out, List<T> items) {
    out.u8('[');
    for (int i = 0; i < items.size(); i++) {
      out.utf8(i == 0 ? "" : ",");
      item.write(out, items.get(i));
    }
    out.u8(']');
  }

  @Override
  public void walk(In in, Sink sink) {
    int at = JsonTokens.at(in);
    if (in.peek() != '[') {
      throw JsonTokens.unexpected(in, "expected a list");
    }
    sink.list(this, at);
    visit(in, text -> item.walk(text, sink));
    sink.end(in.at());
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() != Source.Kind.LIST) {
      throw source.wrong("a list");
    }
    if (source.size() > max) {
      throw source.wrong("at most " + max + " items");
    }
    out.u8('[');
    for (int i = 0; i < source.size(); i++) {
      out.utf8(i == 0 ? "" : ",");
      item.build(source.item(i), out);
    }
    out.u8(']');
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    out.u8('[');
    int count = random.nextInt(Math.min(max, 3) + 1);
    for (int i = 0; i < count; i++) {
      out.utf8(i == 0 ? "" : ",");
      item.sample(random, out);
    }
    out.u8(']');
  }
}
