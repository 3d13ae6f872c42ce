// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.util.List;

/** A sink that hears nothing: a walk into it only checks the bytes. */
public final class Deaf implements Sink {
  /** The one of it. */
  public static final Sink SINK = new Deaf();

  private Deaf() {}

  @Override
  public void object(Type<?> type, int at) {}

  @Override
  public void list(Type<?> type, int at) {}

  @Override
  public void end(int at) {}

  @Override
  public void field(Field<?, ?> field, int at) {}

  @Override
  public void key(String name, int at) {}

  @Override
  public void derived(String name, int at) {}

  @Override
  public void number(long value, boolean unsigned, int from, int to) {}

  @Override
  public void digits(String decimal, int from, int to) {}

  @Override
  public void bool(boolean value, int from, int to) {}

  @Override
  public void hex(byte[] array, int index, int length, boolean reversed, int from, int to) {}

  @Override
  public void text(byte[] array, int index, int length, int from, int to) {}

  @Override
  public void text(String text, int from, int to) {}

  @Override
  public void ascii(byte[] text, int from, int to) {}

  @Override
  public void nothing(int from, int to) {}

  @Override
  public void meaning(String name) {}

  @Override
  public void meanings(List<String> names) {}
}
