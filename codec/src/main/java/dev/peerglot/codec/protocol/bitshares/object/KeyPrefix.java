// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Relay;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A type in which keys and addresses have the prefix that one chain's software was built with
 * ({@code GRAPHENE_ADDRESS_PREFIX}); the bytes are the same everywhere.
 */
public final class KeyPrefix<T> implements Type<T> {
  /** The prefix of mainnet. */
  public static final String MAIN = "BTS";

  /** The prefix of the public testnet. */
  public static final String TEST = "TEST";

  /** The prefixes that are read. */
  static final List<String> ALL = List.of(MAIN, TEST);

  private final Type<T> type;
  private final String prefix;

  private KeyPrefix(Type<T> type, String prefix) {
    this.type = type;
    this.prefix = prefix;
  }

  /** The same type with another prefix. */
  public static <T> Type<T> of(Type<T> type, String prefix) {
    return prefix.equals(MAIN) ? type : new KeyPrefix<>(type, prefix);
  }

  @Override
  public String name() {
    return type.name();
  }

  @Override
  public int atLeast() {
    return type.atLeast();
  }

  @Override
  public List<Part> parts() {
    return type.parts();
  }

  @Override
  public T read(In in) {
    return type.read(in);
  }

  @Override
  public void write(Out out, T value) {
    type.write(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    type.walk(in, new Listener(sink, prefix));
  }

  @Override
  public void build(Source source, Out out) {
    type.build(source, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    type.sample(random, out);
  }

  /** Hands on all that it hears, and says which prefix is wanted. */
  static final class Listener extends Relay {
    private final String prefix;

    Listener(Sink sink, String prefix) {
      super(sink, Places.SAME);
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }
  }
}
