// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A value with a spelling of its own, shown to people as text: an address, a time, an object id.
 * Declared by how it is read and written and by how it is spelled and parsed.
 */
public final class Leaf<T> implements Type<T> {
  private final String name;
  private final int atLeast;
  private final Function<In, T> reader;
  private final BiConsumer<Out, T> writer;
  private final Function<T, String> speller;
  private final Function<String, T> parser;
  private final Function<RandomGenerator, T> sampler;
  private final Function<T, byte[]> ascii;

  private Leaf(
      String name,
      int atLeast,
      Function<In, T> reader,
      BiConsumer<Out, T> writer,
      Function<T, String> speller,
      Function<String, T> parser,
      Function<RandomGenerator, T> sampler,
      Function<T, byte[]> ascii) {
    this.ascii = ascii;
    this.name = name;
    this.atLeast = atLeast;
    this.reader = reader;
    this.writer = writer;
    this.speller = speller;
    this.parser = parser;
    this.sampler = sampler;
  }

  /**
   * Declares a leaf.
   *
   * @param name the word for docs
   * @param atLeast the least number of bytes of a value
   * @param reader takes a value; may throw {@link Malformed}
   * @param writer appends a value
   * @param speller the text that people see
   * @param parser the value of such a text; throws {@link IllegalArgumentException} for any other
   * @param sampler a random value
   */
  public static <T> Leaf<T> of(
      String name,
      int atLeast,
      Function<In, T> reader,
      BiConsumer<Out, T> writer,
      Function<T, String> speller,
      Function<String, T> parser,
      Function<RandomGenerator, T> sampler) {
    return new Leaf<>(name, atLeast, reader, writer, speller, parser, sampler, null);
  }

  /**
   * The same leaf, whose text is made as ASCII where that will do, for those that come in millions;
   * see {@link Sink#ascii} for the letters it may have.
   */
  public Leaf<T> ascii(Function<T, byte[]> bytes) {
    return new Leaf<>(name, atLeast, reader, writer, speller, parser, sampler, bytes);
  }

  /** The text that people see for a value. */
  public String spell(T value) {
    return speller.apply(value);
  }

  /** The value of a text; throws {@link IllegalArgumentException} for one that spells none. */
  public T parse(String text) {
    return parser.apply(text);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atLeast() {
    return atLeast;
  }

  @Override
  public T read(In in) {
    return reader.apply(in);
  }

  @Override
  public void write(Out out, T value) {
    writer.accept(out, value);
  }

  /** Spells the value only where somebody hears it: for some leaves that is the larger part. */
  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    T value = reader.apply(in);
    if (ascii != null) {
      if (sink != Deaf.SINK) {
        sink.ascii(ascii.apply(value), from, in.at());
      }
    } else if (sink != Deaf.SINK) {
      sink.text(speller.apply(value), from, in.at());
    }
  }

  @Override
  public void build(Source source, Out out) {
    T value;
    try {
      value = parser.apply(source.text());
    } catch (IllegalArgumentException e) {
      String why = e.getMessage();
      throw source.wrong(
          why == null || e instanceof NumberFormatException ? name : name + ", " + why);
    }
    writer.accept(out, value);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    writer.accept(out, sampler.apply(random));
  }
}
