// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.JsonSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Picks the values at wanted places out of message bodies. For one thread. */
final class Picker implements Sink {
  private final Paths paths;
  private final List<List<Value>> found = new ArrayList<>();

  /** Where the open objects and lists stand in the tree; null where nothing is wanted. */
  private Paths.Node[] open = new Paths.Node[16];

  private boolean[] lists = new boolean[16];
  private int depth;
  private Paths.Node next;
  private Field<?, ?> last;
  private boolean rootIsObject;

  /** Objects that are wanted as a whole become JSON. */
  private final Out whole = new Out();

  private JsonSink json;
  private int jsonDepth;
  private Paths.Node jsonNode;

  Picker(Paths paths) {
    this.paths = paths;
    for (int i = 0; i < paths.size(); i++) {
      found.add(new ArrayList<>());
    }
  }

  /** The values that the last message has at a place. */
  List<Value> at(int place) {
    return found.get(place);
  }

  /** Forgets the last message. */
  void clear() {
    found.forEach(List::clear);
  }

  /** Picks from a body; returns what is wrong with it, or null. */
  Malformed pick(Type<?> type, byte[] body) {
    clear();
    depth = 0;
    next = paths.root();
    json = null;
    rootIsObject = false;
    In in = new In(body);
    try {
      type.walk(in, this);
    } catch (Malformed e) {
      endJson(0);
      return e;
    }
    if (in.left() == 0) {
      return null;
    }
    if (!rootIsObject) {
      return Malformed.wrong(in.left() + " bytes left over", in.at());
    }
    tell(paths.root().child("trailing"), () -> Hex.of(body, in.at(), in.left()));
    return null;
  }

  private interface Speller {
    String spell();
  }

  private static Value words(Speller speller) {
    return new Value.Words(speller.spell());
  }

  private void tell(Paths.Node node, Speller speller) {
    if (node != null && node.index() >= 0) {
      node.see();
      found.get(node.index()).add(words(speller));
    }
  }

  /** Where the value that comes stands; in a list that is where the list stands. */
  private Paths.Node place() {
    if (depth > 0 && lists[depth - 1]) {
      return open[depth - 1];
    }
    Paths.Node node = next;
    next = null;
    return node;
  }

  private void push(Paths.Node node, boolean list) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      lists = Arrays.copyOf(lists, depth * 2);
    }
    open[depth] = node;
    lists[depth] = list;
    depth++;
  }

  private Paths.Node child(String name) {
    Paths.Node node = depth == 0 ? null : open[depth - 1];
    return node == null ? null : node.child(name);
  }

  @Override
  public void object(Type<?> type, int at) {
    rootIsObject |= depth == 0;
    Paths.Node node = place();
    if (json == null && node != null && node.index() >= 0) {
      jsonNode = node;
      jsonDepth = depth;
      whole.truncate(0);
      json = new JsonSink(whole);
    }
    if (json != null) {
      json.object(type, at);
    }
    push(node, false);
    last = null;
  }

  @Override
  public void list(Type<?> type, int at) {
    if (json != null) {
      json.list(type, at);
    }
    push(place(), true);
    last = null;
  }

  @Override
  public void end(int at) {
    depth--;
    if (json != null) {
      json.end(at);
      if (depth == jsonDepth) {
        endJson(depth);
      }
    }
    last = null;
  }

  private void endJson(int to) {
    if (json != null) {
      json.closeAll(0);
      jsonNode.see();
      byte[] text = whole.toBytes();
      found.get(jsonNode.index()).add(words(() -> new String(text, StandardCharsets.UTF_8)));
      json = null;
      depth = Math.max(depth, to);
    }
  }

  @Override
  public void field(Field<?, ?> field, int at) {
    if (json != null) {
      json.field(field, at);
    }
    next = child(field.name());
    last = field;
  }

  @Override
  public void key(String name, int at) {
    if (json != null) {
      json.key(name, at);
    }
    next = child(name);
    last = null;
  }

  @Override
  public void derived(String name, int at) {
    if (json != null) {
      json.derived(name, at);
    }
    next = child(name);
    last = null;
  }

  @Override
  public void number(long value, boolean unsigned, int from, int to) {
    if (json != null) {
      json.number(value, unsigned, from, to);
    }
    Paths.Node node = place();
    if (node != null && node.index() >= 0) {
      node.see();
      found.get(node.index()).add(new Value.Whole(value, unsigned));
    }
  }

  @Override
  public void digits(String decimal, int from, int to) {
    if (json != null) {
      json.digits(decimal, from, to);
    }
    tell(place(), () -> decimal);
  }

  @Override
  public void bool(boolean value, int from, int to) {
    if (json != null) {
      json.bool(value, from, to);
    }
    tell(place(), () -> Boolean.toString(value));
  }

  @Override
  public void hex(byte[] array, int index, int length, boolean reversed, int from, int to) {
    if (json != null) {
      json.hex(array, index, length, reversed, from, to);
    }
    tell(
        place(),
        () ->
            reversed
                ? Hex.reversed(Arrays.copyOfRange(array, index, index + length))
                : Hex.of(array, index, length));
  }

  @Override
  public void text(byte[] array, int index, int length, int from, int to) {
    if (json != null) {
      json.text(array, index, length, from, to);
    }
    tell(place(), () -> Utf8.decode(array, index, length));
  }

  @Override
  public void text(String text, int from, int to) {
    if (json != null) {
      json.text(text, from, to);
    }
    tell(place(), () -> text);
  }

  @Override
  public void nothing(int from, int to) {
    if (json != null) {
      json.nothing(from, to);
    }
    place();
  }

  @Override
  public void meaning(String name) {
    if (json != null) {
      json.meaning(name);
    }
    if (last != null && last.meaningKey() != null) {
      tell(child(last.meaningKey()), () -> name);
    }
  }

  @Override
  public void meanings(List<String> names) {
    if (json != null) {
      json.meanings(names);
    }
    if (last != null && last.meaningKey() != null) {
      for (String name : names) {
        tell(child(last.meaningKey()), () -> name);
      }
    }
  }
}
