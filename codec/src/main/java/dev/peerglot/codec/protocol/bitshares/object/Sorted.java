// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Pair;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * {@code flat_set} and {@code flat_map} ({@code fc/container/flat.hpp}): a count and the elements.
 * Read in whatever order they come, as the reference does; built sorted and without doubles, of
 * which the first one stays, because that is what a node hashes.
 */
final class Sorted<T> implements Type<List<T>> {
  private final String name;
  private final Type<T> item;
  private final Order order;
  private final Lists<T> list;

  private Sorted(String name, Type<T> item, Order order) {
    this.name = name;
    this.item = item;
    this.order = order;
    this.list = Lists.list(varint, item, Words.MOST);
  }

  /** A set whose elements say nothing, so that docs do not show them. */
  static Sorted<Choice.Chosen> none(Choice item) {
    return new Sorted<>("extensions", item, Order.VARINT);
  }

  static <T> Sorted<T> set(Type<T> item, Order order) {
    return new Sorted<>("set(" + item.name() + ")", item, order);
  }

  static <K, V> Sorted<Pair.Of<K, V>> map(Type<K> key, Type<V> value, Order order) {
    String name = "map(" + key.name() + ", " + value.name() + ")";
    return new Sorted<>(name, Pair.pair(key, value), order);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Part> parts() {
    return name.equals("extensions") ? List.of() : list.parts();
  }

  @Override
  public List<T> read(In in) {
    return list.read(in);
  }

  @Override
  public void write(Out out, List<T> value) {
    list.write(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    list.walk(in, sink);
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() != Source.Kind.LIST) {
      throw source.wrong("a list");
    }
    if (source.size() > Words.MOST) {
      throw source.wrong("at most " + Words.MOST + " items");
    }
    TreeMap<byte[], byte[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < source.size(); i++) {
      Out element = new Out();
      item.build(source.item(i), element);
      put(sorted, element);
    }
    write(sorted, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    TreeMap<byte[], byte[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = random.nextInt(4); i > 0; i--) {
      Out element = new Out();
      item.sample(random, element);
      put(sorted, element);
    }
    write(sorted, out);
  }

  private void put(TreeMap<byte[], byte[]> sorted, Out element) {
    byte[] bytes = element.toBytes();
    try {
      sorted.putIfAbsent(order.of(new In(bytes)), bytes);
    } catch (Malformed e) {
      sorted.putIfAbsent(bytes, bytes); // hex of an unknown tag: as it is
    }
  }

  private static void write(TreeMap<byte[], byte[]> sorted, Out out) {
    varint.put(out, sorted.size());
    sorted.values().forEach(out::bytes);
  }
}
