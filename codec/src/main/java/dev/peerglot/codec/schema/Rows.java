// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The builder of rows. {@code of(Ping.class).field("nonce", u64le, Ping::nonce, "…").make("ping",
 * Ping::new)} binds rows to a record: javac checks each row's type against its getter and all of
 * them against the constructor, and complains in the line where they differ. Rows that no code
 * reads by name need no record: {@code rows().field("nonce", u64le, "…").make("ping")}.
 */
public final class Rows {
  private final List<Field<Raw, ?>> fields = new ArrayList<>();

  private Rows() {}

  /** Rows bound to a record. */
  public static <R> Staged.Of0<R> of(Class<R> record) {
    return new Staged.Of0<>(new ArrayList<>());
  }

  /** Rows without a record, read into {@link Raw}. */
  public static Rows rows() {
    return new Rows();
  }

  /** A message without fields. */
  public static Sequence<Raw> none(String name) {
    return rows().make(name);
  }

  /** A field that is always there. */
  public <T> Rows field(String name, Type<T> type, String doc) {
    fields.add(new Field<>(name, type, null, doc, false, null));
    return this;
  }

  /** A field that may be missing at the end. */
  public <T> Rows ifLeft(String name, Type<T> type, String doc) {
    fields.add(new Field<>(name, type, null, doc, true, null));
    return this;
  }

  /** The finished type. */
  public Sequence<Raw> make(String name) {
    return new Sequence<>(name, fields, null, List.of());
  }
}
