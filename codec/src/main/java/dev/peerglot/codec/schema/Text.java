// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.util.random.RandomGenerator;

/**
 * Text behind a length. UTF-8 is expected but not believed: a byte that is none becomes a lone low
 * surrogate U+DC80 to U+DCFF and comes back from it unchanged (see {@link Utf8}).
 */
public final class Text implements Type<String> {
  private final Whole<?> length;
  private final int max;

  private Text(Whole<?> length, int max) {
    this.length = length;
    this.max = max;
  }

  /** A length and that many bytes of text, at most {@code max}. */
  public static Text text(Whole<?> length, int max) {
    return new Text(length, max);
  }

  @Override
  public String name() {
    return "text(" + length.name() + ")";
  }

  @Override
  public int atLeast() {
    return length.atLeast();
  }

  private int size(In in) {
    int at = in.at();
    long size = length.get(in);
    if (size < 0 || size > max) {
      throw Malformed.limit(
          "a text of " + Long.toUnsignedString(size) + " bytes is above the limit of " + max, at);
    }
    return (int) size;
  }

  @Override
  public String read(In in) {
    int size = size(in);
    return Utf8.decode(in.array(), in.take(size), size);
  }

  @Override
  public void write(Out out, String value) {
    byte[] bytes = Utf8.encode(value);
    length.put(out, bytes.length);
    out.bytes(bytes);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    int size = size(in);
    sink.text(in.array(), in.take(size), size, from, in.at());
  }

  @Override
  public void build(Source source, Out out) {
    String text = source.text();
    if (Utf8.encode(text).length > max) {
      throw source.wrong("at most " + max + " bytes of text");
    }
    write(out, text);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    StringBuilder text = new StringBuilder();
    int size = random.nextInt(Math.min(12, max + 1));
    while (text.length() < size) {
      text.append(
          (char)
              (random.nextInt(20) == 0 ? 0xdc80 + random.nextInt(128) : 32 + random.nextInt(95)));
    }
    write(out, text.toString());
  }
}
