// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * One row of a message: the name in the spelling of the spec, the wire type, a sentence.
 *
 * @param <R> the record that the message is read into
 * @param <T> the type of the value
 */
public final class Field<R, T> {
  private final String name;
  private final Type<T> type;
  private final Function<? super R, ? extends T> getter;
  private final String doc;
  private final boolean ifLeft;
  private final String fallback;
  private final When when;
  private final byte[] jsonKey;
  private final String meaningKey;
  private final byte[] jsonMeaningKey;

  Field(
      String name,
      Type<T> type,
      Function<? super R, ? extends T> getter,
      String doc,
      boolean ifLeft,
      String fallback) {
    this(name, type, getter, doc, ifLeft, fallback, null);
  }

  private Field(
      String name,
      Type<T> type,
      Function<? super R, ? extends T> getter,
      String doc,
      boolean ifLeft,
      String fallback,
      When when) {
    this.name = name;
    this.type = type;
    this.getter = getter;
    this.doc = doc;
    this.ifLeft = ifLeft;
    this.fallback = fallback;
    this.when = when;
    this.jsonKey = ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    Names names = type.names();
    this.meaningKey = names == null ? null : name + (names.isFlags() ? "_names" : "_name");
    this.jsonMeaningKey =
        names == null ? null : ("\"" + meaningKey + "\":").getBytes(StandardCharsets.UTF_8);
  }

  /** The name in the spelling of the spec. */
  public String name() {
    return name;
  }

  /** The wire type of the value. */
  public Type<T> type() {
    return type;
  }

  /** One sentence on what the value is. */
  public String doc() {
    return doc;
  }

  /** Whether the field may be missing at the end of a message. */
  public boolean ifLeft() {
    return ifLeft;
  }

  /** The JSON text that stands in where people leave the field out, or null. */
  public String fallback() {
    return fallback;
  }

  /** The name as a JSON key with quotes and colon, UTF-8; not to be changed. */
  public byte[] jsonKey() {
    return jsonKey;
  }

  /** {@link #meaningKey} as a JSON key with quotes and colon, UTF-8, or null; not to be changed. */
  public byte[] jsonMeaningKey() {
    return jsonMeaningKey;
  }

  /** The name under which JSON tells what the number stands for, or null for a plain value. */
  public String meaningKey() {
    return meaningKey;
  }

  T get(R record) {
    return getter.apply(record);
  }

  boolean hasGetter() {
    return getter != null;
  }

  Field<R, T> withFallback(String json) {
    return new Field<>(name, type, getter, doc, ifLeft, json, when);
  }

  Field<R, T> withCondition(When condition) {
    return new Field<>(name, type, getter, doc, ifLeft, fallback, condition);
  }

  /** Whether the bytes before the field decide if it is there. */
  public boolean isConditional() {
    return when != null;
  }

  /** Whether the field is there, by what stands before it in its object. */
  boolean isDue(byte[] array, int from, int to) {
    return when == null || when.holds(new In(array, from, to - from));
  }
}
