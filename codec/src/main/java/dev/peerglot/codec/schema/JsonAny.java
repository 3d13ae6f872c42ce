// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Any JSON value in the message's own text: what a spec leaves open. Read into its text. */
public final class JsonAny implements Type<Raw> {
  /** The one of it. */
  public static final JsonAny ANY = new JsonAny();

  private JsonAny() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public Raw read(In in) {
    int from = JsonTokens.skip(in, JsonObject.DEEPEST);
    return new Raw(Arrays.copyOfRange(in.array(), from, in.index()));
  }

  @Override
  public void write(Out out, Raw value) {
    out.bytes(value.bytes());
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = JsonTokens.at(in);
    switch (in.peek()) {
      case '{' -> object(in, sink);
      case '[' -> list(in, sink);
      case '"' -> {
        byte[] text = JsonTokens.text(in);
        sink.text(text, 0, text.length, from, in.at());
      }
      default -> scalar(in, sink, from);
    }
  }

  private void scalar(In in, Sink sink, int from) {
    int index = JsonTokens.skip(in, JsonObject.DEEPEST);
    String word = Utf8.decode(in.array(), index, in.index() - index);
    switch (word) {
      case "true", "false" -> sink.bool(word.equals("true"), from, in.at());
      case "null" -> sink.nothing(from, in.at());
      default -> sink.digits(word, from, in.at());
    }
  }

  private void list(In in, Sink sink) {
    in.down(JsonObject.DEEPEST);
    sink.list(this, in.at());
    JsonTokens.take(in, '[');
    if (!JsonTokens.tryTake(in, ']')) {
      do {
        walk(in, sink);
      } while (JsonTokens.tryTake(in, ','));
      JsonTokens.take(in, ']');
    }
    sink.end(in.at());
    in.up();
  }

  private void object(In in, Sink sink) {
    in.down(JsonObject.DEEPEST);
    sink.object(this, in.at());
    JsonTokens.take(in, '{');
    if (!JsonTokens.tryTake(in, '}')) {
      do {
        int at = JsonTokens.at(in);
        byte[] name = JsonTokens.text(in);
        JsonTokens.take(in, ':');
        String key = Utf8.decode(name, 0, name.length);
        sink.key(key, at);
        try {
          walk(in, sink);
        } catch (Malformed e) {
          throw e.within(key);
        }
      } while (JsonTokens.tryTake(in, ','));
      JsonTokens.take(in, '}');
    }
    sink.end(in.at());
    in.up();
  }

  @Override
  public void build(Source source, Out out) {
    switch (source.kind()) {
      case NOTHING -> out.utf8("null");
      case BOOL, NUMBER -> out.utf8(source.text());
      case TEXT -> JsonText.write(source, source.text(), out);
      case LIST -> {
        out.u8('[');
        for (int i = 0; i < source.size(); i++) {
          out.utf8(i == 0 ? "" : ",");
          build(source.item(i), out);
        }
        out.u8(']');
      }
      case OBJECT -> {
        String comma = "";
        out.u8('{');
        for (String name : source.names()) {
          out.utf8(comma);
          JsonText.write(source, name, out);
          out.u8(':');
          build(source.field(name), out);
          comma = ",";
        }
        out.u8('}');
      }
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    sample(random, out, 3);
  }

  private void sample(RandomGenerator random, Out out, int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> out.utf8("null");
      case 1 -> out.utf8(Boolean.toString(random.nextBoolean()));
      case 2 -> out.utf8(Long.toString(random.nextLong()));
      case 3 -> out.utf8(random.nextInt(1000) + "." + random.nextInt(1000) + "e-3");
      case 4 -> JsonText.text(64).sample(random, out);
      case 5 -> {
        out.u8('[');
        for (int i = random.nextInt(3); i > 0; i--) {
          sample(random, out, depth - 1);
          out.utf8(i > 1 ? "," : "");
        }
        out.u8(']');
      }
      default -> {
        out.u8('{');
        for (int i = random.nextInt(3); i > 0; i--) {
          JsonTokens.quote(out, "name" + i);
          out.u8(':');
          sample(random, out, depth - 1);
          out.utf8(i > 1 ? "," : "");
        }
        out.u8('}');
      }
    }
  }
}
