// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import java.util.List;
import java.util.random.RandomGenerator;

/** Two values without names, one after the other; in JSON a list of two: an entry of a map. */
public final class Pair<A, B> implements Type<Pair.Of<A, B>> {
  /** Two values. */
  public record Of<A, B>(A first, B second) {}

  private final Type<A> first;
  private final Type<B> second;

  private Pair(Type<A> first, Type<B> second) {
    this.first = first;
    this.second = second;
  }

  /** The one, then the other. */
  public static <A, B> Pair<A, B> pair(Type<A> first, Type<B> second) {
    return new Pair<>(first, second);
  }

  @Override
  public String name() {
    return "pair(" + first.name() + ", " + second.name() + ")";
  }

  @Override
  public int atLeast() {
    return first.atLeast() + second.atLeast();
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("[0]", first, ""), new Part("[1]", second, ""));
  }

  @Override
  public Of<A, B> read(In in) {
    return new Of<>(first.read(in), second.read(in));
  }

  @Override
  public void write(Out out, Of<A, B> value) {
    first.write(out, value.first());
    second.write(out, value.second());
  }

  @Override
  public void walk(In in, Sink sink) {
    sink.list(this, in.at());
    first.walk(in, sink);
    second.walk(in, sink);
    sink.end(in.at());
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() != Source.Kind.LIST || source.size() != 2) {
      throw source.wrong("a list of two: " + first.name() + ", " + second.name());
    }
    first.build(source.item(0), out);
    second.build(source.item(1), out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    first.sample(random, out);
    second.sample(random, out);
  }
}
