// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Who listens to a walk: JSON, the field tree, a validator, statistics. Values come in wire order;
 * {@code from} and {@code to} are offsets in the message. A walk that ends in {@code Malformed} has
 * reported everything before the fault, and leaves its objects and lists open.
 */
public interface Sink {
  /** An object begins; its fields follow until {@link #end}. */
  void object(Type<?> type, int at);

  /** A list begins; its items follow until {@link #end}. */
  void list(Type<?> type, int at);

  /** The innermost object or list ends. */
  void end(int at);

  /** The next value is this field of the innermost object. */
  void field(Field<?, ?> field, int at);

  /** The next value has this name, which came from the wire. */
  void key(String name, int at);

  /** The next value follows from the bytes of the innermost object but is not in them. */
  void derived(String name, int at);

  /** A whole number of up to 64 bits. */
  void number(long value, boolean unsigned, int from, int to);

  /** A whole number of any size, in decimal digits. */
  void digits(String decimal, int from, int to);

  /** True or false. */
  void bool(boolean value, int from, int to);

  /** Bytes, shown as hex; last byte first if {@code reversed}. */
  void hex(byte[] array, int index, int length, boolean reversed, int from, int to);

  /** Text as it stands in the message; UTF-8 is expected, not believed. */
  void text(byte[] array, int index, int length, int from, int to);

  /** Text that spells a value: an address, a time, an amount. */
  void text(String text, int from, int to);

  /** The same as ASCII that needs no escapes: letters, digits, {@code . : - _ [ ]}. */
  default void ascii(byte[] text, int from, int to) {
    text(new String(text, StandardCharsets.ISO_8859_1), from, to);
  }

  /** A value that the wire marks as being none. */
  void nothing(int from, int to);

  /** What the number just reported stands for. */
  void meaning(String name);

  /** What the flags of the number just reported stand for. */
  void meanings(List<String> names);
}
