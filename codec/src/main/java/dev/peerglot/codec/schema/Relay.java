// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A sink that passes on all that it hears, with other places where it is told to: a value inside of
 * another encoding has offsets of its own, which say nothing about the message.
 */
public class Relay implements Sink {
  /** Where bytes are in the message. */
  public interface Places {
    /** Each where it is. */
    Places SAME = all(at -> at);

    /** Where the byte at an offset begins. */
    int begin(int at);

    /** Where the byte before an offset ends. */
    int end(int at);

    /** The same for beginnings and ends. */
    static Places all(IntUnaryOperator place) {
      return new Places() {
        @Override
        public int begin(int at) {
          return place.applyAsInt(at);
        }

        @Override
        public int end(int at) {
          return place.applyAsInt(at);
        }
      };
    }
  }

  private final Sink sink;
  private final Places places;

  /** A relay to a sink. */
  public Relay(Sink sink, Places places) {
    this.sink = sink;
    this.places = places;
  }

  /** A relay for values that are not in the bytes: all of them have one place of no extent. */
  static Relay unwritten(Sink sink, int place) {
    return new Relay(sink, Places.all(at -> place));
  }

  @Override
  public void object(Type<?> type, int at) {
    sink.object(type, places.begin(at));
  }

  @Override
  public void list(Type<?> type, int at) {
    sink.list(type, places.begin(at));
  }

  @Override
  public void end(int at) {
    sink.end(places.end(at));
  }

  @Override
  public void field(Field<?, ?> field, int at) {
    sink.field(field, places.begin(at));
  }

  @Override
  public void key(String name, int at) {
    sink.key(name, places.begin(at));
  }

  @Override
  public void derived(String name, int at) {
    sink.derived(name, places.end(at));
  }

  /** An empty value begins and ends at the same place. */
  private int begin(int from, int to) {
    return from == to ? places.end(to) : places.begin(from);
  }

  @Override
  public void number(long value, boolean unsigned, int from, int to) {
    sink.number(value, unsigned, begin(from, to), places.end(to));
  }

  @Override
  public void digits(String decimal, int from, int to) {
    sink.digits(decimal, begin(from, to), places.end(to));
  }

  @Override
  public void bool(boolean value, int from, int to) {
    sink.bool(value, begin(from, to), places.end(to));
  }

  @Override
  public void hex(byte[] array, int index, int length, boolean reversed, int from, int to) {
    sink.hex(array, index, length, reversed, begin(from, to), places.end(to));
  }

  @Override
  public void text(byte[] array, int index, int length, int from, int to) {
    sink.text(array, index, length, begin(from, to), places.end(to));
  }

  @Override
  public void text(String text, int from, int to) {
    sink.text(text, begin(from, to), places.end(to));
  }

  @Override
  public void ascii(byte[] text, int from, int to) {
    sink.ascii(text, begin(from, to), places.end(to));
  }

  @Override
  public void nothing(int from, int to) {
    sink.nothing(begin(from, to), places.end(to));
  }

  @Override
  public void meaning(String name) {
    sink.meaning(name);
  }

  @Override
  public void meanings(List<String> names) {
    sink.meanings(names);
  }
}
