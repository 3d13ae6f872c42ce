// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a {@code T} looks in bytes. Stateless and shared. The leaves and combinators of this package
 * implement it once; messages are rows of them. Whoever needs code between fields (a segwit
 * transaction) implements it by hand.
 *
 * <p>{@link #read} and {@link #walk} see the same bytes in the same way; {@link #write} gives back
 * what {@link #read} took; {@link #build} gives back what {@link #walk} told a JSON sink. One
 * generic test holds every declared message to that.
 */
public interface Type<T> {
  /** The type in a word or two, for docs and errors: {@code u32le}, {@code list(address_info)}. */
  String name();

  /** Takes one value from the window. Throws {@link Malformed} and nothing else. */
  T read(In in);

  /** Appends one value. Throws {@link IllegalArgumentException} for a value that does not fit. */
  void write(Out out, T value);

  /** Reports one value to the sink without building it. Throws {@link Malformed}. */
  void walk(In in, Sink sink);

  /**
   * Appends the value that people wrote down. Throws {@link Malformed} with the path of a bad one.
   */
  void build(Source source, Out out);

  /** Appends a random value, small and valid, for tests, fuzzing and examples. */
  void sample(RandomGenerator random, Out out);

  /** The least number of bytes that a value takes; lets a list refuse a count that cannot be. */
  default int atLeast() {
    return 1;
  }

  /** What the type is made of, for the reference and for completion; empty for a leaf. */
  default List<Part> parts() {
    return List.of();
  }

  /** What is told beside an object's fields, computed from its bytes; for the reference. */
  default List<Derived> derived() {
    return List.of();
  }

  /** The words that stand for numbers of this type, or null. */
  default Names names() {
    return null;
  }

  /** A value outside its type: refused with the text of what was expected. */
  default Malformed unfit(Source source) {
    return source.wrong(name());
  }

  /** One named constituent: a field, an arm of a choice, the item of a list (unnamed). */
  record Part(String name, Type<?> type, String doc) {}

  /** The whole of an array as one value; bytes left over are refused. */
  default T readAll(byte[] bytes) {
    In in = new In(bytes);
    T value = read(in);
    if (in.left() > 0) {
      throw Malformed.wrong(in.left() + " bytes left over", in.at());
    }
    return value;
  }

  /** The bytes of one value. */
  default byte[] toBytes(T value) {
    Out out = new Out();
    write(out, value);
    return out.toBytes();
  }
}
