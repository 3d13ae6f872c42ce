// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.schema.TaggedOne.Absent;
import java.util.List;
import java.util.Optional;

/**
 * The fields of protobuf messages, as rows of {@link Rows}: {@code field("timestamp", int64(2),
 * Version::timestamp, "…")}. A plain scalar follows proto3: one that is missing is zero, and zero
 * is not written. {@link #optional} scalars tell absence from zero; they are also the members of a
 * oneof.
 */
public final class Tags {
  private Tags() {}

  private static <T> Tagged<T> plain(int number, Item<T> item) {
    return new TaggedOne<>(number, item, Absent.ZERO);
  }

  private static <T> Item<T> varint(Type<T> type) {
    return new Item<>(WireType.VARINT, type);
  }

  private static <T> Item<T> delimited(Type<T> type) {
    return new Item<>(WireType.LENGTH, type);
  }

  /** {@code uint32}. */
  public static Tagged<Long> uint32(int number) {
    return plain(number, Scalars.uint32);
  }

  /** {@code uint32} that is refused above a limit. */
  public static Tagged<Long> uint32(int number, long max) {
    return plain(number, varint(Scalars.WHOLE32.max(max)));
  }

  /** {@code uint32} with words for its values or bits. */
  public static Tagged<Long> uint32(int number, Names names) {
    return plain(number, varint(Scalars.WHOLE32.named(names)));
  }

  /** {@code uint64}. */
  public static Tagged<Long> uint64(int number) {
    return plain(number, Scalars.uint64);
  }

  /** {@code int64}. */
  public static Tagged<Long> int64(int number) {
    return plain(number, Scalars.int64);
  }

  /** An enum: a number without a word survives. */
  public static Tagged<Integer> enumeration(int number, Names names) {
    return plain(number, varint(Scalars.SIGNED32.named(names)));
  }

  /** {@code bool}. */
  public static Tagged<Boolean> bool(int number) {
    return plain(number, Scalars.bool);
  }

  /** {@code fixed32}. */
  public static Tagged<Long> fixed32(int number) {
    return plain(number, Scalars.fixed32);
  }

  /** {@code fixed64}. */
  public static Tagged<Long> fixed64(int number) {
    return plain(number, Scalars.fixed64);
  }

  /** {@code fixed64} with words for its values or bits. */
  public static Tagged<Long> fixed64(int number, Names names) {
    return plain(number, new Item<>(WireType.FIXED64, Scalars.WHOLE64.named(names)));
  }

  /** {@code double}. */
  public static Tagged<Double> float64(int number) {
    return plain(number, Scalars.float64);
  }

  /** {@code string} of at most {@code max} bytes, which must be UTF-8. */
  public static Tagged<String> string(int number, int max) {
    return plain(number, Scalars.string(max));
  }

  /** {@code bytes}, in hex. */
  public static Tagged<byte[]> bytes(int number) {
    return plain(number, delimited(Blob.rest()));
  }

  /** {@code bytes} with a spelling of their own, of which none are not written. */
  public static Tagged<byte[]> bytes(int number, Type<byte[]> type) {
    return plain(number, delimited(type));
  }

  /**
   * A varint with a spelling of its own, a time for instance; {@code type} reads and writes it as
   * one.
   */
  public static <T> Tagged<T> varint(int number, Type<T> type) {
    return plain(number, varint(type));
  }

  /** A message, or bytes with a spelling of their own, without which the whole is refused. */
  public static <T> Tagged<T> required(int number, Type<T> type) {
    return new TaggedOne<>(number, delimited(type), Absent.REFUSED);
  }

  /** A message that is empty where it is missing, and written even when it is empty. */
  public static <T> Tagged<T> always(int number, Type<T> type) {
    return new TaggedOne<>(number, delimited(type), Absent.EMPTY);
  }

  /** A message that may be missing. */
  public static <T> Tagged<Optional<T>> optional(int number, Type<T> type) {
    return new TaggedMaybe<>(number, delimited(type));
  }

  /** A scalar that may be missing, which is not the same as zero. */
  public static <T> Tagged<Optional<T>> optional(int number, Item<T> scalar) {
    return new TaggedMaybe<>(number, scalar);
  }

  /** A message that may come at most {@code max} times. */
  public static <T> Tagged<List<T>> repeated(int number, Type<T> type, int max) {
    return new TaggedMany<>(number, delimited(type), max, false);
  }

  /** A scalar that may come at most {@code max} times, each behind a tag. */
  public static <T> Tagged<List<T>> repeated(int number, Item<T> scalar, int max) {
    return new TaggedMany<>(number, scalar, max, false);
  }

  /** Numbers, at most {@code max}, one after another behind a single tag. */
  public static <T> Tagged<List<T>> packed(int number, Item<T> scalar, int max) {
    return new TaggedMany<>(number, scalar, max, true);
  }
}
