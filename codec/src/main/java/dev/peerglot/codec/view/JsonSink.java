// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.view;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Type;
import java.util.List;

/**
 * Writes a walk as compact JSON, bytes to bytes, without an object per field. What a number stands
 * for goes beside it under {@code NAME_name} or {@code NAME_names}. After a walk that broke off,
 * {@link #closeAll} ends whatever is open, so that the fields before the fault are still JSON.
 */
public final class JsonSink implements Sink {
  private static final int SPELLED = 16;
  private static final int KEYS = 64;

  /** A list of words and its JSON; the same lists come again and again. */
  private record Spelled(List<String> names, byte[] text) {}

  private final Json json;
  private final Spelled[] known = new Spelled[SPELLED];
  private final Key[] keys = new Key[KEYS];
  private Field<?, ?> last;

  /** The name of a computed row and its JSON; there are few, and they come again and again. */
  private record Key(String name, byte[] text) {}

  /** Appends to that output. */
  public JsonSink(Out out) {
    json = new Json(out);
  }

  /** Appends through that writer, which may be in the middle of an object. */
  public JsonSink(Json json) {
    this.json = json;
  }

  /** Ends all objects and lists that were opened deeper than {@code depth}. */
  public void closeAll(int depth) {
    json.closeAll(depth);
  }

  /** The writer behind. */
  Json json() {
    return json;
  }

  @Override
  public void object(Type<?> type, int at) {
    json.object();
  }

  @Override
  public void list(Type<?> type, int at) {
    json.list();
    last = null;
  }

  @Override
  public void end(int at) {
    json.end();
    last = null;
  }

  @Override
  public void field(Field<?, ?> field, int at) {
    json.rawKey(field.jsonKey());
    last = field;
  }

  @Override
  public void key(String name, int at) {
    json.key(name);
    last = null;
  }

  @Override
  public void derived(String name, int at) {
    int slot = name.hashCode() & KEYS - 1;
    Key key = keys[slot];
    if (key == null || !key.name.equals(name)) {
      key = new Key(name, Json.ready(name));
      keys[slot] = key;
    }
    json.rawKey(key.text);
    last = null;
  }

  @Override
  public void number(long value, boolean unsigned, int from, int to) {
    json.number(value, unsigned);
  }

  @Override
  public void digits(String decimal, int from, int to) {
    json.digits(decimal);
  }

  @Override
  public void bool(boolean value, int from, int to) {
    json.bool(value);
  }

  @Override
  public void hex(byte[] array, int index, int length, boolean reversed, int from, int to) {
    json.hex(array, index, length, reversed);
  }

  @Override
  public void text(byte[] array, int index, int length, int from, int to) {
    json.text(array, index, length);
  }

  @Override
  public void text(String text, int from, int to) {
    json.text(text);
  }

  @Override
  public void ascii(byte[] text, int from, int to) {
    json.ascii(text);
  }

  @Override
  public void nothing(int from, int to) {
    json.nothing();
  }

  @Override
  public void meaning(String name) {
    if (last != null && last.meaningKey() != null) {
      json.rawKey(last.jsonMeaningKey()).text(name);
      last = null;
    }
  }

  @Override
  public void meanings(List<String> names) {
    if (last == null || last.meaningKey() == null) {
      return;
    }
    json.rawKey(last.jsonMeaningKey());
    last = null;
    Spelled spelled = known[System.identityHashCode(names) & SPELLED - 1];
    if (spelled == null || spelled.names != names) {
      spelled = new Spelled(names, spell(names));
      known[System.identityHashCode(names) & SPELLED - 1] = spelled;
    }
    json.raw(spelled.text, 0, spelled.text.length);
  }

  private static byte[] spell(List<String> names) {
    Out text = new Out();
    Json list = new Json(text).list();
    names.forEach(list::text);
    list.end();
    return text.toBytes();
  }
}
