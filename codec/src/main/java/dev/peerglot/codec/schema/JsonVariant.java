// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One of several in the message's own JSON text, as Rust's serde maps an enum (externally tagged):
 * the bare name {@code "Tx"} of a variant without content ({@code {"Tx":null}} is read as well), or
 * {@code {"Name":content}} with its name as the only key.
 */
public final class JsonVariant implements Type<JsonVariant.Value> {
  private record Arm(String name, Type<?> content, String doc) {}

  private final String name;
  private final List<Arm> arms = new ArrayList<>();

  /**
   * The variant that was chosen.
   *
   * @param name its name
   * @param content the JSON text of its content; empty for one without
   */
  public record Value(String name, Raw content) {
    /** A variant without content. */
    public static Value of(String name) {
      return new Value(name, new Raw(new byte[0]));
    }
  }

  private JsonVariant(String name) {
    this.name = name;
  }

  /** A choice that has no variants yet. */
  public static JsonVariant of(String name) {
    return new JsonVariant(name);
  }

  /** Adds a variant without content; for use while the choice is being declared. */
  public JsonVariant bare(String variant, String doc) {
    arms.add(new Arm(variant, null, doc));
    return this;
  }

  /** Adds a variant with content; for use while the choice is being declared. */
  public JsonVariant holding(String variant, Type<?> content, String doc) {
    arms.add(new Arm(variant, content, doc));
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atLeast() {
    return 2;
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Arm arm : arms) {
      parts.add(
          new Part(arm.name, arm.content == null ? Rows.none(arm.name) : arm.content, arm.doc));
    }
    return parts;
  }

  private Arm arm(byte[] word, int at) {
    String text = Utf8.decode(word, 0, word.length);
    for (Arm arm : arms) {
      if (arm.name.equals(text)) {
        return arm;
      }
    }
    String shown = text.length() > 40 ? text.substring(0, 37) + "..." : text;
    throw Malformed.wrong("unknown variant '" + shown + "'; there are " + variants(), at);
  }

  private String variants() {
    return String.join(", ", arms.stream().map(Arm::name).toList());
  }

  @Override
  public Value read(In in) {
    int at = JsonTokens.at(in);
    boolean tagged = in.peek() == '{';
    if (!tagged) {
      return Value.of(unit(in, at).name);
    }
    in.take(1);
    Arm arm = arm(JsonTokens.text(in), at);
    JsonTokens.take(in, ':');
    byte[] content = new byte[0];
    if (arm.content == null) {
      JsonTokens.nothing(in);
    } else {
      JsonTokens.space(in);
      int from = in.index();
      arm.content.walk(in, Deaf.SINK);
      content = Arrays.copyOfRange(in.array(), from, in.index());
    }
    JsonTokens.take(in, '}');
    return new Value(arm.name, new Raw(content));
  }

  private Arm unit(In in, int at) {
    Arm arm = arm(JsonTokens.text(in), at);
    if (arm.content != null) {
      throw Malformed.wrong("variant " + arm.name + " without its content", at);
    }
    return arm;
  }

  @Override
  public void write(Out out, Value value) {
    if (value.content().bytes().length == 0) {
      JsonTokens.quote(out, value.name());
      return;
    }
    open(out, value.name());
    out.bytes(value.content().bytes()).u8('}');
  }

  private static void open(Out out, String variant) {
    out.u8('{');
    JsonTokens.quote(out, variant);
    out.u8(':');
  }

  @Override
  public void walk(In in, Sink sink) {
    int at = JsonTokens.at(in);
    if (in.peek() != '{') {
      Arm arm = unit(in, at);
      sink.text(arm.name, at, in.at());
      return;
    }
    in.down(JsonObject.DEEPEST);
    in.take(1);
    int keyAt = JsonTokens.at(in);
    Arm arm = arm(JsonTokens.text(in), keyAt);
    JsonTokens.take(in, ':');
    if (arm.content == null) {
      JsonTokens.nothing(in);
      JsonTokens.take(in, '}');
      sink.text(arm.name, at, in.at());
    } else {
      sink.object(this, at);
      sink.key(arm.name, keyAt);
      JsonTokens.space(in);
      try {
        arm.content.walk(in, sink);
      } catch (Malformed e) {
        throw e.within(arm.name);
      }
      JsonTokens.take(in, '}');
      sink.end(in.at());
    }
    in.up();
  }

  @Override
  public void build(Source source, Out out) {
    boolean object = source.kind() == Source.Kind.OBJECT;
    List<String> given = object ? source.names() : List.of(source.text());
    Arm arm =
        arms.stream()
            .filter(one -> given.size() == 1 && one.name.equals(given.getFirst()))
            .findFirst()
            .orElseThrow(() -> source.wrong("one of " + variants()));
    if (object && arm.content != null) {
      open(out, arm.name);
      arm.content.build(source.field(arm.name), out);
      out.u8('}');
    } else if (arm.content == null
        && (!object || source.field(arm.name).kind() == Source.Kind.NOTHING)) {
      JsonTokens.quote(out, arm.name);
    } else {
      throw source.wrong(
          arm.content == null ? "the bare name " + arm.name : arm.name + " with its content");
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    Arm arm = arms.get(random.nextInt(arms.size()));
    if (arm.content == null) {
      JsonTokens.quote(out, arm.name);
    } else {
      open(out, arm.name);
      arm.content.sample(random, out);
      out.u8('}');
    }
  }
}
