// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Derived;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * {@code addr} of either age. Nothing in the message says whether its entries have a time (it
 * depends on the protocol version of both sides), so its length does: entries of 26 bytes are read
 * only where exactly the counted number of them is there.
 */
record AddrType(Sequence<Addr> now, Sequence<Addr> old) implements Type<Addr> {
  private static final int OLD_ENTRY = 26;

  @Override
  public String name() {
    return "addr";
  }

  @Override
  public List<Part> parts() {
    return now.parts();
  }

  @Override
  public List<Derived> derived() {
    return now.derived();
  }

  private Sequence<Addr> of(In in) {
    In ahead = new In(in.array(), in.index(), in.left());
    try {
      long n = ahead.left() == 0 ? 0 : Primitives.compactSize.get(ahead);
      return n > 0 && n <= Addr.MOST_READ && ahead.left() == n * OLD_ENTRY ? old : now;
    } catch (Malformed e) {
      return now; // which fails at the same byte, and says in which field
    }
  }

  @Override
  public Addr read(In in) {
    return of(in).read(in);
  }

  @Override
  public void write(Out out, Addr value) {
    boolean timed = value.addresses().stream().allMatch(entry -> entry.time() != null);
    (timed ? now : old).write(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    of(in).walk(in, sink);
  }

  @Override
  public void build(Source source, Out out) {
    Source entries = source.field("addresses");
    boolean timed = entries == null || entries.size() == 0 || entries.item(0).field("time") != null;
    (timed ? now : old).build(source, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    (random.nextInt(4) > 0 ? now : old).sample(random, out);
  }
}
