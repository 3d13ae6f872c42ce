// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A block or transaction in whichever encoding it has: the first, newest first, in which the ids of
 * its transactions follow from their content. Where that holds in none, it is taken for today's.
 * {@code dialect} names an old one, in JSON out and in.
 */
public final class Dialects<T> implements Type<Dialects.Value<T>> {
  /** A block by itself. */
  public static final Dialects<Block> BLOCK =
      new Dialects<>("Block", Dialect::block, (block, d) -> block.holds(d), Block::corrected);

  /** A transaction by itself. */
  public static final Dialects<Transaction> TRANSACTION =
      new Dialects<>(
          "Transaction",
          Dialect::wholeTransaction,
          (transaction, d) -> transaction.hasRightId(d),
          Transaction::corrected);

  private final String name;
  private final Function<Dialect, Type<T>> types;
  private final BiPredicate<T, Dialect> holds;
  private final BiFunction<T, Dialect, T> corrected;

  /**
   * A value and its encoding.
   *
   * @param dialect which it is
   * @param content the value
   */
  public record Value<T>(Dialect dialect, T content) {}

  private Dialects(
      String name,
      Function<Dialect, Type<T>> types,
      BiPredicate<T, Dialect> holds,
      BiFunction<T, Dialect, T> corrected) {
    this.name = name;
    this.types = types;
    this.holds = holds;
    this.corrected = corrected;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Part> parts() {
    return types.apply(Dialect.D).parts();
  }

  private Dialect which(In in) {
    for (Dialect dialect : Dialect.values()) {
      try {
        T value = types.apply(dialect).read(new In(in.array(), in.index(), in.left()));
        if (holds.test(value, dialect)) {
          return dialect;
        }
      } catch (Malformed e) {
        continue; // it may be an older one
      }
    }
    return Dialect.D;
  }

  @Override
  public Value<T> read(In in) {
    Dialect dialect = which(in);
    return new Value<>(dialect, types.apply(dialect).read(in));
  }

  @Override
  public void write(Out out, Value<T> value) {
    types.apply(value.dialect()).write(out, value.content());
  }

  @Override
  public void walk(In in, Sink sink) {
    types.apply(which(in)).walk(in, sink);
  }

  @Override
  public void build(Source source, Out out) {
    Source given = source.field("dialect");
    Dialect dialect = Dialect.D;
    if (given != null) {
      try {
        dialect = Dialect.valueOf(given.text());
      } catch (IllegalArgumentException e) {
        throw given.wrong("one of A, B, C");
      }
    }
    types.apply(dialect).build(source, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    Dialect dialect = Dialect.values()[Math.max(0, random.nextInt(8) - 4)];
    Type<T> type = types.apply(dialect);
    Out any = new Out();
    type.sample(random, any);
    T value = corrected.apply(type.readAll(any.toBytes()), dialect);
    type.write(out, value);
  }
}
