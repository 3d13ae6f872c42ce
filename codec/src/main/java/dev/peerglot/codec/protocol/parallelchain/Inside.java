// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Fault;
import java.util.List;

/**
 * Hears the walk of an object that is carried inside of another message, and tells it on as one
 * value of that message: offsets are moved, a name is told on only with its value, and the end of
 * the object waits for what is to be added to it.
 */
final class Inside implements Sink {
  private final Sink sink;
  private final Type<?> type;
  private final int base;
  private int depth;
  private boolean begun;
  private Runnable name;

  /**
   * A listener for one walk.
   *
   * @param sink gets what is heard
   * @param type what is walked
   * @param base offset of its first byte in the message around it
   */
  Inside(Sink sink, Type<?> type, int base) {
    this.sink = sink;
    this.type = type;
    this.base = base;
  }

  /** The walk has come to its end at that place of the data. */
  void finish(byte[] data, int at) {
    if (at < data.length) {
      sink.derived("trailing", base + at);
      sink.hex(data, at, data.length - at, false, base + at, base + data.length);
    }
    sink.end(base + data.length);
  }

  /** The walk has ended in a fault. */
  void finish(Malformed malformed) {
    int at = base + Math.max(0, malformed.at());
    while (depth > 1) {
      depth--;
      sink.end(at);
    }
    if (!begun) {
      sink.object(type, base);
    }
    Fault fault = Fault.of(malformed);
    sink.derived("fault", at);
    sink.object(type, at);
    text("blame", fault.blame().word(), at);
    text("why", fault.why(), at);
    if (!fault.path().isEmpty()) {
      text("path", fault.path(), at);
    }
    sink.key("at", at);
    sink.number(fault.at(), false, at, at);
    sink.end(at);
    sink.end(at);
  }

  private void text(String key, String value, int at) {
    sink.key(key, at);
    sink.text(value, at, at);
  }

  private void value() {
    if (name != null) {
      name.run();
      name = null;
    }
  }

  @Override
  public void object(Type<?> kind, int at) {
    value();
    begun = true;
    depth++;
    sink.object(kind, base + at);
  }

  @Override
  public void list(Type<?> kind, int at) {
    value();
    depth++;
    sink.list(kind, base + at);
  }

  @Override
  public void end(int at) {
    if (depth > 1) {
      depth--;
      sink.end(base + at);
    }
  }

  @Override
  public void field(Field<?, ?> field, int at) {
    name = () -> sink.field(field, base + at);
  }

  @Override
  public void key(String key, int at) {
    name = () -> sink.key(key, base + at);
  }

  @Override
  public void derived(String key, int at) {
    name = () -> sink.derived(key, base + at);
  }

  @Override
  public void number(long value, boolean unsigned, int from, int to) {
    value();
    sink.number(value, unsigned, base + from, base + to);
  }

  @Override
  public void digits(String decimal, int from, int to) {
    value();
    sink.digits(decimal, base + from, base + to);
  }

  @Override
  public void bool(boolean value, int from, int to) {
    value();
    sink.bool(value, base + from, base + to);
  }

  @Override
  public void hex(byte[] array, int index, int length, boolean reversed, int from, int to) {
    value();
    sink.hex(array, index, length, reversed, base + from, base + to);
  }

  @Override
  public void text(byte[] array, int index, int length, int from, int to) {
    value();
    sink.text(array, index, length, base + from, base + to);
  }

  @Override
  public void text(String text, int from, int to) {
    value();
    sink.text(text, base + from, base + to);
  }

  @Override
  public void nothing(int from, int to) {
    value();
    sink.nothing(base + from, base + to);
  }

  @Override
  public void meaning(String word) {
    sink.meaning(word);
  }

  @Override
  public void meanings(List<String> words) {
    sink.meanings(words);
  }
}
