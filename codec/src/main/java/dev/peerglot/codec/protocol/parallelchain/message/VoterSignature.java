// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A place in a quorum certificate: 0, or 1 and the 64 bytes of a signature. The place says whose it
 * is, so that an absent one cannot be left out: it is shown as empty text.
 */
final class VoterSignature implements Type<byte[]> {
  static final VoterSignature signature = new VoterSignature();

  private static final byte[] NONE = new byte[0];

  private VoterSignature() {}

  @Override
  public String name() {
    return "optional(" + Primitives.signature.name() + ")";
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("", Primitives.signature, ""));
  }

  @Override
  public byte[] read(In in) {
    return Bool.flag(in) ? Primitives.signature.read(in) : NONE;
  }

  @Override
  public void write(Out out, byte[] value) {
    out.u8(value.length == 0 ? 0 : 1);
    if (value.length > 0) {
      Primitives.signature.write(out, value);
    }
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    if (Bool.flag(in)) {
      Primitives.signature.walk(in, sink);
    } else {
      sink.text("", from, in.at());
    }
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() == Source.Kind.NOTHING || source.text().isEmpty()) {
      out.u8(0);
    } else {
      out.u8(1);
      Primitives.signature.build(source, out);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int present = random.nextInt(2);
    out.u8(present);
    if (present == 1) {
      Primitives.signature.sample(random, out);
    }
  }
}
