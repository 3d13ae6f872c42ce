// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * {@code fc::variant_object}: a count, then pairs of key and {@link Variant}, in the order in which
 * they were put in. A key that comes again replaces the first for the reference; here both are
 * shown.
 */
public final class VariantObject implements Type<byte[]> {
  /** The one of it. */
  public static final VariantObject OBJECT = new VariantObject();

  private VariantObject() {}

  @Override
  public String name() {
    return "variant_object";
  }

  /** The bytes of the value, checked. */
  @Override
  public byte[] read(In in) {
    int from = in.index();
    walk(in, Deaf.SINK);
    return Arrays.copyOfRange(in.array(), from, in.index());
  }

  @Override
  public void write(Out out, byte[] value) {
    out.bytes(value);
  }

  @Override
  public void walk(In in, Sink sink) {
    in.down(Variant.DEEPEST);
    sink.object(this, in.at());
    int at = in.at();
    long count = varint.get(in);
    if (count < 0 || count > in.left() / 2) {
      throw Malformed.wrong(
          Long.toUnsignedString(count) + " members, but " + in.left() + " bytes are left", at);
    }
    for (int i = 0; i < count; i++) {
      int from = in.at();
      String key = Primitives.shortText.read(in);
      sink.key(key, from);
      try {
        Variant.VARIANT.walk(in, sink);
      } catch (Malformed e) {
        throw e.within(key);
      }
    }
    sink.end(in.at());
    in.up();
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() != Source.Kind.OBJECT) {
      throw source.wrong("an object");
    }
    varint.put(out, source.names().size());
    for (String key : source.names()) {
      byte[] text = Utf8.encode(key);
      varint.put(out, text.length);
      out.bytes(text);
      Variant.VARIANT.build(source.field(key), out);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    sample(random, out, 2);
  }

  void sample(RandomGenerator random, Out out, int depth) {
    int count = random.nextInt(3);
    out.u8(count);
    for (int i = 0; i < count; i++) {
      out.u8(2).u8('a' + i).u8('a' + random.nextInt(26));
      Variant.VARIANT.sample(random, out, depth);
    }
  }
}
