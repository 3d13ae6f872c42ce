// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.random.RandomGenerator;

/** A truth value in one byte. */
public final class Bool implements Type<Boolean> {
  /** 0 or 1; anything else is refused. */
  public static final Bool bool = new Bool(true);

  /** 0 is false, anything else true (Bitcoin Core reads it so); 1 is written. */
  public static final Bool lenient = new Bool(false);

  private final boolean strict;

  private Bool(boolean strict) {
    this.strict = strict;
  }

  /** One byte that must be 0 or 1. */
  public static boolean flag(In in) {
    int at = in.at();
    int mark = in.u8();
    if (mark > 1) {
      throw Malformed.wrong("a truth value of " + mark + ", must be 0 or 1", at);
    }
    return mark == 1;
  }

  @Override
  public String name() {
    return "bool";
  }

  @Override
  public Boolean read(In in) {
    return strict ? flag(in) : in.u8() != 0;
  }

  @Override
  public void write(Out out, Boolean value) {
    out.u8(value ? 1 : 0);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    sink.bool(read(in), from, in.at());
  }

  @Override
  public void build(Source source, Out out) {
    out.u8(source.bool() ? 1 : 0);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    out.u8(random.nextInt(2));
  }
}
