// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.random.RandomGenerator;

/** An object behind its length in bytes. */
record Boxed(Sequence<Raw> inner) implements Type<Raw> {
  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public List<Part> parts() {
    return inner.parts();
  }

  @Override
  public Raw read(In in) {
    int outer = enter(in);
    Raw value = inner.read(in);
    leave(in, outer);
    return value;
  }

  @Override
  public void write(Out out, Raw value) {
    Primitives.bytes.write(out, value.bytes());
  }

  @Override
  public void walk(In in, Sink sink) {
    int outer = enter(in);
    inner.walk(in, sink);
    leave(in, outer);
  }

  private static int enter(In in) {
    return in.enter((int) Primitives.count.get(in));
  }

  private static void leave(In in, int outer) {
    if (in.left() > 0) {
      throw Malformed.wrong(in.left() + " bytes left over", in.at());
    }
    in.leave(outer);
  }

  @Override
  public void build(Source source, Out out) {
    Out box = new Out();
    inner.build(source, box);
    Primitives.bytes.write(out, box.toBytes());
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    Out box = new Out();
    inner.sample(random, box);
    Primitives.bytes.write(out, box.toBytes());
  }
}
