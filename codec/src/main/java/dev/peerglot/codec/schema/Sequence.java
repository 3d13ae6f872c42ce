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
      least += field.ifLeft() ? 0 : field.type().atLeast();
    }
    this.atLeast = least;
  }

  /** The same fields under a row that is computed from the object's bytes. */
  public Sequence<R> derive(String name, String doc, Derived.Rule rule) {
    List<Derived> more = new ArrayList<>(derived);
    more.add(new Derived(name, doc, rule));
    return new Sequence<>(this.name, fields, constructor, more);
  }

  /**
   * The same fields, where {@code json} stands in when people leave out the field of that name.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  public Sequence<R> otherwise(String field, String json) {
    List<Field<R, ?>> rows = new ArrayList<>(fields);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).name().equals(field)) {
        rows.set(i, rows.get(i).withFallback(json));
        return new Sequence<>(name, rows, constructor, derived);
      }
    }
    throw new IllegalArgumentException(name + " has no field " + field);
  }

  /** The rows, in wire order. */
  public List<Field<R, ?>> fields() {
    return fields;
  }

  /** What is computed beside the rows. */
  public List<Derived> derived() {
    return derived;
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
      if (field.ifLeft() && in.left() == 0) {
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
    if (part == null && field.ifLeft()) {
      return false;
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
      if (field.ifLeft() && in.left() == 0) {
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

  void tellDerived(In in, int from, Sink sink) {
    for (Derived row : derived) {
      sink.derived(row.name(), in.at());
      row.rule().tell(new In(in.array(), from, in.index() - from), sink, in.at());
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

  /** Refuses a written value that is no object or has members which these rows do not know. */
  public void check(Source source) {
    if (source.kind() != Source.Kind.OBJECT) {
      throw source.wrong("an object with " + fieldNames());
    }
    refuseStrangers(source);
  }

  @Override
  public void build(Source source, Out out) {
    check(source);
    String gone = null;
    for (Field<R, ?> field : fields) {
      Source value = source.field(field.name());
      if (value == null && field.fallback() != null) {
        value = source.instead(field.name(), field.fallback());
      }
      if (value != null) {
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
    for (Field<R, ?> field : fields) {
      if (field.ifLeft() && random.nextInt(8) == 0) {
        return;
      }
      field.type().sample(random, out);
    }
  }
}
