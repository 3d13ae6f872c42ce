// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.view;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Utf8;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The fields of a message with their places, also of a broken one: everything up to the fault is
 * there.
 *
 * @param root the message itself
 * @param fault what stopped the walk, or null
 * @param trailing how many bytes are left behind the last field
 */
public record Tree(Node root, Malformed fault, int trailing) {
  /** One field, object or item. */
  public static final class Node {
    private final String name;
    private final String type;
    private final String doc;
    private final int from;
    private int to;
    private String value;
    private String meaning = "";
    private final List<Node> children = new ArrayList<>();
    private int left;

    Node(String name, String type, String doc, int from) {
      this.name = name;
      this.type = type;
      this.doc = doc;
      this.from = from;
      this.to = from;
    }

    /** The field's name; {@code [3]} for an item of a list. */
    public String name() {
      return name;
    }

    /** The wire type in a word, or empty. */
    public String type() {
      return type;
    }

    /** The field's sentence, or empty. */
    public String doc() {
      return doc;
    }

    /** Offset of the first byte. */
    public int from() {
      return from;
    }

    /** Offset behind the last byte. */
    public int to() {
      return to;
    }

    /** The value as text; null for an object or a list. */
    public String value() {
      return value;
    }

    /** What the value stands for, or empty. */
    public String meaning() {
      return meaning;
    }

    /** The fields or items inside; in an outline only the first one. */
    public List<Node> children() {
      return children;
    }

    /** How many fields or items are inside, those that an outline leaves out included. */
    public int size() {
      return children.size() + left;
    }
  }

  /** The tree of a message body. */
  public static Tree of(Type<?> type, byte[] body) {
    return of(type, body, Integer.MAX_VALUE);
  }

  /**
   * The fields of a message body without what is inside of them: for giant messages a tree takes
   * many times their memory.
   */
  public static Tree outline(Type<?> type, byte[] body) {
    return of(type, body, 1);
  }

  private static Tree of(Type<?> type, byte[] body, int deepest) {
    Builder builder = new Builder(type, deepest);
    In in = new In(body);
    Malformed fault = null;
    try {
      type.walk(in, builder);
    } catch (Malformed e) {
      fault = e;
    }
    builder.root.to = in.at();
    return new Tree(builder.root, fault, fault == null ? in.left() : 0);
  }

  private static final class Builder implements Sink {
    private final Node root;
    private final Deque<Node> open = new ArrayDeque<>();
    private final int deepest;
    private Node last;
    private String name;
    private String type = "";
    private String doc = "";

    private Builder(Type<?> whole, int deepest) {
      this.deepest = deepest;
      root = new Node("", whole.name(), "", 0);
    }

    private Node add(int from, int to, String value) {
      Node parent = open.peek();
      String label = name;
      if (label == null) {
        label = parent == null ? "" : "[" + parent.children.size() + "]";
      }
      Node node = new Node(label, type, doc, from);
      node.to = to;
      node.value = value;
      name = null;
      type = "";
      doc = "";
      if (open.size() > deepest && !parent.children.isEmpty()) {
        parent.left++;
      } else {
        (parent == null ? root : parent).children.add(node);
      }
      last = node;
      return node;
    }

    private void open(Type<?> kind, int at) {
      if (open.isEmpty() && name == null) {
        open.push(root);
        return;
      }
      if (type.isEmpty()) {
        type = kind.name();
      }
      open.push(add(at, at, null));
    }

    @Override
    public void object(Type<?> kind, int at) {
      open(kind, at);
    }

    @Override
    public void list(Type<?> kind, int at) {
      open(kind, at);
    }

    @Override
    public void end(int at) {
      open.pop().to = at;
    }

    @Override
    public void field(Field<?, ?> field, int at) {
      name = field.name();
      type = field.type().name();
      doc = field.doc();
    }

    @Override
    public void key(String key, int at) {
      name = key;
    }

    @Override
    public void derived(String key, int at) {
      name = key;
      type = "computed";
    }

    @Override
    public void number(long value, boolean unsigned, int from, int to) {
      add(from, to, unsigned ? Long.toUnsignedString(value) : Long.toString(value));
    }

    @Override
    public void digits(String decimal, int from, int to) {
      add(from, to, decimal);
    }

    @Override
    public void bool(boolean value, int from, int to) {
      add(from, to, Boolean.toString(value));
    }

    @Override
    public void hex(byte[] array, int index, int length, boolean reversed, int from, int to) {
      byte[] bytes = java.util.Arrays.copyOfRange(array, index, index + length);
      add(from, to, reversed ? Hex.reversed(bytes) : Hex.of(bytes));
    }

    @Override
    public void text(byte[] array, int index, int length, int from, int to) {
      add(from, to, '"' + Utf8.decode(array, index, length) + '"');
    }

    @Override
    public void text(String text, int from, int to) {
      add(from, to, text);
    }

    @Override
    public void nothing(int from, int to) {
      add(from, to, "null");
    }

    @Override
    public void meaning(String word) {
      last.meaning = word;
    }

    @Override
    public void meanings(List<String> words) {
      last.meaning = String.join(" | ", words);
    }
  }
}
