// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.util.random.RandomGenerator;

/**
 * Text behind a length. UTF-8 is expected but not believed: a byte that is none becomes a lone low
 * surrogate U+DC80 to U+DCFF and comes back from it unchanged (see {@link Utf8}). Where a format
 * itself refuses bytes that are no UTF-8, so does {@link #utf8}.
 */
public final class Text implements Type<String> {
  private final Whole<?> length;
  private final int max;
  private final boolean strict;

  private Text(Whole<?> length, int max, boolean strict) {
    this.length = length;
    this.max = max;
    this.strict = strict;
  }

  /** A length and that many bytes of text, at most {@code max}. */
  public static Text text(Whole<?> length, int max) {
    return new Text(length, max, false);
  }

  /** The same, refused where the bytes are no UTF-8. */
  public static Text utf8(Whole<?> length, int max) {
    return new Text(length, max, true);
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

  /** Moves past the text; returns the index of its first byte. */
  private int take(In in, int size) {
    int at = in.at();
    int from = in.take(size);
    int i = from;
    while (strict && i < from + size) {
      int sequence = Utf8.sequence(in.array(), i, from + size);
      if (sequence == 0) {
        throw Malformed.wrong("text that is no UTF-8", at + i - from);
      }
      i += sequence;
    }
    return from;
  }

  @Override
  public String read(In in) {
    int size = size(in);
    return Utf8.decode(in.array(), take(in, size), size);
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
    sink.text(in.array(), take(in, size), size, from, in.at());
  }

  @Override
  public void build(Source source, Out out) {
    String text = source.text();
    if (Utf8.encode(text).length > max) {
      throw source.wrong("at most " + max + " bytes of text");
    }
    if (strict && text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
      throw source.wrong("text without lone surrogates");
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
              (!strict && random.nextInt(20) == 0
                  ? 0xdc80 + random.nextInt(128)
                  : 32 + random.nextInt(95)));
    }
    write(out, text.toString());
  }
}
