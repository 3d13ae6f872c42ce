// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.util.List;

/** Passes values on that are not in the bytes, with a place of no extent. */
final class Unwritten implements Sink {
  private final Sink sink;
  private final int place;

  Unwritten(Sink sink, int place) {
    this.sink = sink;
    this.place = place;
  }

  @Override
  public void object(Type<?> type, int at) {
    sink.object(type, place);
  }

  @Override
  public void list(Type<?> type, int at) {
    sink.list(type, place);
  }

  @Override
  public void end(int at) {
    sink.end(place);
  }

  @Override
  public void field(Field<?, ?> field, int at) {
    sink.field(field, place);
  }

  @Override
  public void key(String name, int at) {
    sink.key(name, place);
  }

  @Override
  public void derived(String name, int at) {
    sink.derived(name, place);
  }

  @Override
  public void number(long value, boolean unsigned, int from, int to) {
    sink.number(value, unsigned, place, place);
  }

  @Override
  public void digits(String decimal, int from, int to) {
    sink.digits(decimal, place, place);
  }

  @Override
  public void bool(boolean value, int from, int to) {
    sink.bool(value, place, place);
  }

  @Override
  public void hex(byte[] array, int index, int length, boolean reversed, int from, int to) {
    sink.hex(array, index, length, reversed, place, place);
  }

  @Override
  public void text(byte[] array, int index, int length, int from, int to) {
    sink.text(array, index, length, place, place);
  }

  @Override
  public void text(String text, int from, int to) {
    sink.text(text, place, place);
  }

  @Override
  public void nothing(int from, int to) {
    sink.nothing(place, place);
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
