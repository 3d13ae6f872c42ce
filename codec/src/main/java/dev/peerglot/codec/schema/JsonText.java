// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A JSON string in the message's own text, of at most so many bytes of UTF-8. One that is no UTF-8
 * is shown and then refused, as serde_json refuses it.
 */
public final class JsonText implements Type<String> {
  private final int max;

  private JsonText(int max) {
    this.max = max;
  }

  /** A string of at most {@code max} bytes. */
  public static JsonText text(int max) {
    return new JsonText(max);
  }

  @Override
  public String name() {
    return "string";
  }

  @Override
  public int atLeast() {
    return 2;
  }

  private byte[] bytes(In in, int from) {
    byte[] text = JsonTokens.text(in);
    if (text.length > max) {
      throw Malformed.limit(
          "a text of " + text.length + " bytes is above the limit of " + max, from);
    }
    return text;
  }

  private static void check(byte[] text, int from) {
    int bad = JsonTokens.badUtf8(text);
    if (bad >= 0) {
      throw Malformed.wrong("byte " + bad + " of the text is no UTF-8", from);
    }
  }

  @Override
  public String read(In in) {
    int from = JsonTokens.at(in);
    byte[] text = bytes(in, from);
    check(text, from);
    return new String(text, StandardCharsets.UTF_8);
  }

  @Override
  public void write(Out out, String value) {
    JsonTokens.quote(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = JsonTokens.at(in);
    byte[] text = bytes(in, from);
    sink.text(text, 0, text.length, from, in.at());
    check(text, from);
  }

  @Override
  public void build(Source source, Out out) {
    if (Utf8.encode(source.text()).length > max) {
      throw source.wrong("at most " + max + " bytes of text");
    }
    write(source, source.text(), out);
  }

  /** Appends a text that people wrote down, if it can be UTF-8. */
  static void write(Source source, String text, Out out) {
    byte[] bytes = Utf8.encode(text);
    if (JsonTokens.badUtf8(bytes) >= 0) {
      throw source.wrong("text that can be written as UTF-8");
    }
    JsonTokens.quote(out, bytes);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    StringBuilder text = new StringBuilder();
    int size = random.nextInt(Math.min(12, max / 3 + 1));
    for (int i = 0; i < size; i++) {
      int letter = random.nextInt(12);
      text.appendCodePoint(
          letter == 0
              ? random.nextInt(32)
              : letter == 1 ? 0xa0 + random.nextInt(0xd000) : 32 + random.nextInt(96));
    }
    write(out, text.toString());
  }
}
