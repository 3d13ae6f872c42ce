// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.random.RandomGenerator;

/** A value in a byte string of its own: u32 length low byte first, and exactly one value. */
record Slot<T>(Type<T> type) implements Type<T> {
  private static final int LENGTH = 4;

  @Override
  public String name() {
    return "slot(" + type.name() + ")";
  }

  @Override
  public int atLeast() {
    return LENGTH + type.atLeast();
  }

  @Override
  public List<Part> parts() {
    return type.parts();
  }

  @Override
  public Names names() {
    return type.names();
  }

  private static int enter(In in) {
    int at = in.at();
    long length = in.u32le();
    if (length > in.left()) {
      throw Malformed.wrong("a slot of " + length + " bytes, but " + in.left() + " are left", at);
    }
    return in.enter((int) length);
  }

  private static void leave(In in, int outer) {
    if (in.left() > 0) {
      throw Malformed.wrong(in.left() + " bytes left over in a slot", in.at());
    }
    in.leave(outer);
  }

  @Override
  public T read(In in) {
    int outer = enter(in);
    T value = type.read(in);
    leave(in, outer);
    return value;
  }

  @Override
  public void write(Out out, T value) {
    int at = out.size();
    out.u32le(0);
    type.write(out, value);
    putLength(out, at);
  }

  @Override
  public void walk(In in, Sink sink) {
    int outer = enter(in);
    type.walk(in, sink);
    leave(in, outer);
  }

  @Override
  public void build(Source source, Out out) {
    int at = out.size();
    out.u32le(0);
    type.build(source, out);
    putLength(out, at);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int at = out.size();
    out.u32le(0);
    type.sample(random, out);
    putLength(out, at);
  }

  private static void putLength(Out out, int at) {
    int length = out.size() - at - LENGTH;
    for (int i = 0; i < LENGTH; i++) {
      out.array()[at + i] = (byte) (length >>> 8 * i);
    }
  }
}
