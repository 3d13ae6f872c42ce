// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Fields as members of a JSON object in the message's own text, as Rust's serde maps a struct: read
 * in any order, or as a list in the order of their declaration; a missing one or one that comes
 * twice is refused, unknown members are shown. Written compact, in the order of their declaration.
 * The types of the fields read and write JSON text as well.
 */
public final class JsonObject<R> implements Type<R> {
  /** Nesting of lists and objects, the limit of serde_json. */
  public static final int DEEPEST = 128;

  private final Sequence<R> rows;

  private JsonObject(Sequence<R> rows) {
    this.rows = rows;
  }

  /** The same rows as members of a JSON object. */
  public static <R> JsonObject<R> of(Sequence<R> rows) {
    return new JsonObject<>(rows);
  }

  /** What a pass over the text does with what it finds. */
  private interface Visitor {
    void field(int index, In in);

    void stranger(byte[] name, int at, In in);
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public int atLeast() {
    return 2;
  }

  @Override
  public List<Part> parts() {
    return rows.parts();
  }

  private void visit(In in, Visitor visitor) {
    boolean[] seen = new boolean[rows.fields().size()];
    if (JsonTokens.tryTake(in, '[')) {
      positional(in, visitor, seen);
    } else {
      JsonTokens.take(in, '{');
      if (!JsonTokens.tryTake(in, '}')) {
        do {
          member(in, visitor, seen);
        } while (JsonTokens.tryTake(in, ','));
        JsonTokens.take(in, '}');
      }
    }
    for (int i = 0; i < seen.length; i++) {
      Field<R, ?> field = rows.fields().get(i);
      if (!seen[i] && !field.ifLeft()) {
        throw Malformed.wrong("field " + field.name() + " is missing", in.at() - 1);
      }
    }
  }

  private void positional(In in, Visitor visitor, boolean[] seen) {
    int count = 0;
    if (!JsonTokens.tryTake(in, ']')) {
      do {
        if (count == seen.length) {
          throw Malformed.wrong("more items than " + name() + " has fields", in.at());
        }
        field(in, visitor, count);
        seen[count++] = true;
      } while (JsonTokens.tryTake(in, ','));
      JsonTokens.take(in, ']');
    }
  }

  private void member(In in, Visitor visitor, boolean[] seen) {
    int at = JsonTokens.at(in);
    byte[] key = JsonTokens.text(in);
    if (JsonTokens.badUtf8(key) >= 0) {
      throw Malformed.wrong("the name of a member is no UTF-8", at);
    }
    int index = index(new String(key, StandardCharsets.UTF_8));
    JsonTokens.take(in, ':');
    JsonTokens.space(in);
    if (index < 0) {
      visitor.stranger(key, at, in);
    } else if (seen[index]) {
      throw Malformed.wrong("field " + rows.fields().get(index).name() + " comes twice", at);
    } else {
      seen[index] = true;
      field(in, visitor, index);
    }
  }

  private void field(In in, Visitor visitor, int index) {
    JsonTokens.space(in);
    try {
      visitor.field(index, in);
    } catch (Malformed e) {
      throw e.within(rows.fields().get(index).name());
    }
  }

  private int index(String name) {
    List<Field<R, ?>> fields = rows.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public R read(In in) {
    in.down(DEEPEST);
    JsonTokens.space(in);
    int from = in.index();
    Object[] values = new Object[rows.fields().size()];
    visit(
        in,
        new Visitor() {
          @Override
          public void field(int index, In text) {
            Type<?> type = rows.fields().get(index).type();
            values[index] = type.read(text);
          }

          @Override
          public void stranger(byte[] name, int at, In text) {
            JsonTokens.skip(text, DEEPEST);
          }
        });
    in.up();
    return rows.made(values, () -> new Raw(Arrays.copyOfRange(in.array(), from, in.index())));
  }

  @Override
  public void write(Out out, R value) {
    if (value instanceof Raw raw) {
      out.bytes(raw.bytes());
      return;
    }
    out.u8('{');
    int start = out.size();
    for (Field<R, ?> field : rows.fields()) {
      write(out, start, field, value);
    }
    out.u8('}');
  }

  private static <R, T> void write(Out out, int start, Field<R, T> field, R value) {
    T part = field.get(value);
    if (part != null || !field.ifLeft()) {
      key(out, start, field);
      field.type().write(out, part);
    }
  }

  private static void key(Out out, int start, Field<?, ?> field) {
    if (out.size() > start) {
      out.u8(',');
    }
    out.bytes(field.jsonKey());
  }

  @Override
  public void walk(In in, Sink sink) {
    in.down(DEEPEST);
    int at = JsonTokens.at(in);
    int from = in.index();
    if (in.peek() != '{' && in.peek() != '[') {
      throw JsonTokens.unexpected(in, "expected an object");
    }
    sink.object(this, at);
    visit(
        in,
        new Visitor() {
          @Override
          public void field(int index, In text) {
            Field<R, ?> field = rows.fields().get(index);
            sink.field(field, text.at());
            field.type().walk(text, sink);
          }

          @Override
          public void stranger(byte[] name, int where, In text) {
            sink.key(Utf8.decode(name, 0, name.length), where);
            JsonAny.ANY.walk(text, sink);
          }
        });
    rows.tellDerived(in, from, sink);
    sink.end(in.at());
    in.up();
  }

  @Override
  public void build(Source source, Out out) {
    rows.check(source);
    out.u8('{');
    int start = out.size();
    for (Field<R, ?> field : rows.fields()) {
      Source value = source.field(field.name());
      if (value == null && field.fallback() != null) {
        value = source.instead(field.name(), field.fallback());
      }
      if (value != null) {
        key(out, start, field);
        field.type().build(value, out);
      } else if (!field.ifLeft()) {
        throw source.missing(field.name(), field.type().name());
      }
    }
    out.u8('}');
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    out.u8('{');
    int start = out.size();
    for (Field<R, ?> field : rows.fields()) {
      if (!field.ifLeft() || random.nextInt(8) > 0) {
        key(out, start, field);
        field.type().sample(random, out);
      }
    }
    out.u8('}');
  }
}
