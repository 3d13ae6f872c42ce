// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Fields one after another: the family of BitShares, Bitcoin, Grin, Borsh and frame headers. */
public final class Sequence<R> implements Type<R> {
  private final String name;
  private final List<Field<R, ?>> fields;
  private final Function<Object[], R> constructor;
  private final List<Derived> derived;
  private final int atLeast;

  Sequence(
      String name,
      List<Field<R, ?>> fields,
      Function<Object[], R> constructor,
      List<Derived> derived) {
    this.name = name;
    this.fields = List.copyOf(fields);
    this.constructor = constructor;
    this.derived = List.copyOf(derived);
    int least = 0;
    for (Field<R, ?> field : fields) {
      least += field.ifLeft() || field.isConditional() ? 0 : field.type().atLeast();
    }
    this.atLeast = least;
  }

  /** The same fields under a row that is computed from the object's bytes. */
  public Sequence<R> derive(String name, String doc, Derived.Rule rule) {
    return deriveIf(name, doc, null, rule);
  }

  /** The same fields under a computed row that only some objects have. */
  public Sequence<R> deriveIf(String name, String doc, When when, Derived.Rule rule) {
    List<Derived> more = new ArrayList<>(derived);
    more.add(new Derived(name, doc, when, rule));
    return new Sequence<>(this.name, fields, constructor, more);
  }

  /**
   * The same fields, where {@code json} stands in when people leave out the field of that name. A
   * field that may be missing at the end stays missing unless a later one is given.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  public Sequence<R> otherwise(String field, String json) {
    return replaced(field, row -> row.withFallback(json));
  }

  /**
   * The same fields, where the one of that name is there only if the bytes before it say so; a
   * record has null for one that is not there.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  public Sequence<R> onlyIf(String field, When when) {
    return replaced(field, row -> row.withCondition(when));
  }

  private Sequence<R> replaced(String field, UnaryOperator<Field<R, ?>> change) {
    List<Field<R, ?>> rows = new ArrayList<>(fields);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).name().equals(field)) {
        rows.set(i, change.apply(rows.get(i)));
        return new Sequence<>(name, rows, constructor, derived);
      }
    }
    throw new IllegalArgumentException(name + " has no field " + field);
  }

  /** The rows, in wire order. */
  public List<Field<R, ?>> fields() {
    return fields;
  }

  @Override
  public List<Derived> derived() {
    return derived;
  }

  /** What makes a record of the rows' values; null for rows without a record. */
  Function<Object[], R> constructor() {
    return constructor;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atLeast() {
    return atLeast;
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Field<R, ?> field : fields) {
      parts.add(new Part(field.name(), field.type(), field.doc()));
    }
    return parts;
  }

  @Override
  public R read(In in) {
    int from = in.index();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field<R, ?> field = fields.get(i);
      if (isAbsent(field, in, from)) {
        continue;
      }
      try {
        if (constructor == null) {
          field.type().walk(in, Deaf.SINK);
        } else {
          values[i] = field.type().read(in);
        }
      } catch (Malformed e) {
        throw e.within(field.name());
      }
    }
    return made(values, () -> new Raw(Arrays.copyOfRange(in.array(), from, in.index())));
  }

  private static boolean isAbsent(Field<?, ?> field, In in, int from) {
    return field.ifLeft() && in.left() == 0 || !field.isDue(in.array(), from, in.index());
  }

  /**
   * The record of these values, or {@code raw} where there is none. Rows without a record are
   * sequences of {@link Raw} by construction (see {@link Rows}).
   */
  @SuppressWarnings("unchecked")
  R made(Object[] values, Supplier<Raw> raw) {
    return constructor == null ? (R) raw.get() : constructor.apply(values);
  }

  @Override
  public void write(Out out, R value) {
    if (value instanceof Raw raw) {
      out.bytes(raw.bytes());
      return;
    }
    for (Field<R, ?> field : fields) {
      if (!write(out, field, value)) {
        return;
      }
    }
  }

  private static <R, T> boolean write(Out out, Field<R, T> field, R value) {
    T part = field.get(value);
    if (part == null && (field.ifLeft() || field.isConditional())) {
      return field.isConditional();
    }
    field.type().write(out, part);
    return true;
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.index();
    sink.object(this, in.at());
    for (int i = 0; i < fields.size(); i++) {
      Field<R, ?> field = fields.get(i);
      if (isAbsent(field, in, from)) {
        continue;
      }
      try {
        walk(in, sink, field);
      } catch (Malformed e) {
        throw e.within(field.name());
      }
    }
    tellDerived(in, from, sink);
    sink.end(in.at());
  }

  /** Tells the computed rows of the object that begins at an index and ends at the cursor. */
  void tellDerived(In in, int from, Sink sink) {
    if (sink == Deaf.SINK) {
      return;
    }
    int size = in.index() - from;
    for (Derived row : derived) {
      if (row.rule() != null
          && (row.when() == null || row.when().holds(new In(in.array(), from, size)))) {
        sink.derived(row.name(), in.at());
        row.rule().tell(new In(in.array(), from, size), sink, in.at());
      }
    }
  }

  private static void walk(In in, Sink sink, Field<?, ?> field) {
    if (field.type() instanceof Maybe<?> maybe) {
      if (maybe.present(in)) {
        sink.field(field, in.at());
        maybe.inner().walk(in, sink);
      }
    } else {
      sink.field(field, in.at());
      field.type().walk(in, sink);
    }
  }

  /**
   * Checks that a written value is an object without members that nobody knows; for types written
   * by hand that have these rows as their outline.
   */
  public void check(Source source) {
    if (source.kind() != Source.Kind.OBJECT) {
      throw source.wrong("an object with " + fieldNames());
    }
    refuseStrangers(source);
  }

  @Override
  public void build(Source source, Out out) {
    check(source);
    int start = out.size();
    String gone = null;
    int given = fields.size() - 1;
    while (given >= 0 && source.field(fields.get(given).name()) == null) {
      given--;
    }
    for (int i = 0; i < fields.size(); i++) {
      Field<R, ?> field = fields.get(i);
      Source value = source.field(field.name());
      if (value == null && field.fallback() != null && (i < given || !field.ifLeft())) {
        value = source.instead(field.name(), field.fallback());
      }
      if (!field.isDue(out.array(), start, out.size())) {
        if (source.field(field.name()) != null) {
          throw source.wrong("no " + field.name() + ", by what stands before it");
        }
      } else if (value != null) {
        if (gone != null) {
          throw source.wrong(
              gone + " before " + field.name() + ": only the last fields may be missing");
        }
        field.type().build(value, out);
      } else if (field.ifLeft()) {
        gone = field.name();
      } else if (field.type() instanceof Maybe<?>) {
        field.type().build(null, out);
      } else {
        throw source.missing(field.name(), field.type().name());
      }
    }
  }

  private void refuseStrangers(Source source) {
    for (String given : source.names()) {
      if (!knows(given)) {
        throw source.stranger(given, fields.stream().map(Field::name).toList());
      }
    }
  }

  private boolean knows(String given) {
    for (Field<R, ?> field : fields) {
      if (given.equals(field.name()) || given.equals(field.meaningKey())) {
        return true;
      }
    }
    return derived.stream().anyMatch(row -> row.name().equals(given));
  }

  private String fieldNames() {
    return String.join(", ", fields.stream().map(Field::name).toList());
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int start = out.size();
    for (Field<R, ?> field : fields) {
      if (!field.isDue(out.array(), start, out.size())) {
        continue;
      }
      if (field.ifLeft() && random.nextInt(8) == 0) {
        return;
      }
      field.type().sample(random, out);
    }
  }
}
