// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One byte, 0 or 1, and after a 1 the value. Absent is told to nobody: JSON leaves the field out.
 */
public final class Maybe<T> implements Type<Optional<T>> {
  private final Type<T> type;

  private Maybe(Type<T> type) {
    this.type = type;
  }

  /** A value that may be absent, marked by a byte. */
  public static <T> Maybe<T> maybe(Type<T> type) {
    return new Maybe<>(type);
  }

  @Override
  public String name() {
    return "optional(" + type.name() + ")";
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("", type, ""));
  }

  @Override
  public Names names() {
    return type.names();
  }

  /** Whether the value at the cursor is there; moves past the mark. */
  boolean present(In in) {
    return Bool.flag(in);
  }

  /** The type of the value when it is there. */
  Type<T> inner() {
    return type;
  }

  @Override
  public Optional<T> read(In in) {
    return present(in) ? Optional.of(type.read(in)) : Optional.empty();
  }

  @Override
  public void write(Out out, Optional<T> value) {
    out.u8(value.isPresent() ? 1 : 0);
    value.ifPresent(v -> type.write(out, v));
  }

  /** Outside of a field, where it cannot be left out, an absent value is told as nothing. */
  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    if (present(in)) {
      type.walk(in, sink);
    } else {
      sink.nothing(from, in.at());
    }
  }

  @Override
  public void build(Source source, Out out) {
    if (source == null || source.kind() == Source.Kind.NOTHING) {
      out.u8(0);
    } else {
      out.u8(1);
      type.build(source, out);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    if (random.nextBoolean()) {
      out.u8(1);
      type.sample(random, out);
    } else {
      out.u8(0);
    }
  }
}
