// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A protobuf message: rows of {@link Tagged} fields, in a window that ends with it. Fields may come
 * in any order; a value that comes again replaces the one before, and so do the members of a oneof;
 * numbers that no row has are kept and shown as {@code unknown_fields}. Written is the canonical
 * form: ascending numbers, shortest varints, no zero scalars (proto3). Rows bound to a record do
 * not keep unknown fields in it.
 *
 * <p>A known field that is delimited in another way than its type is a fault, as is a message that
 * lacks what its rows require. Messages nest at most 100 levels deep. Source: the encoding guide of
 * protobuf.dev.
 */
public final class Protobuf<R> implements Type<R>, Canonical {
  private static final int DEEPEST = 100;

  private final Sequence<R> rows;
  private final Tagged<?>[] tags;
  private final int[] choices;
  private final List<List<String>> oneofs;
  private final List<List<String>> needed;

  private Protobuf(
      Sequence<R> rows, int[] choices, List<List<String>> oneofs, List<List<String>> needed) {
    this.rows = rows;
    this.choices = choices;
    this.oneofs = oneofs;
    this.needed = needed;
    this.tags = new Tagged<?>[rows.fields().size()];
    int last = 0;
    for (int i = 0; i < tags.length; i++) {
      if (!(rows.fields().get(i).type() instanceof Tagged<?> tag) || tag.number() <= last) {
        throw new IllegalArgumentException(
            rows.name() + "." + rows.fields().get(i).name() + " has no ascending number");
      }
      tags[i] = tag;
      last = tag.number();
    }
  }

  /** The message of these rows, which are made by {@link Tags} and stand in ascending order. */
  public static <R> Protobuf<R> of(Sequence<R> rows) {
    int[] none = new int[rows.fields().size()];
    Arrays.fill(none, -1);
    return new Protobuf<>(rows, none, List.of(), List.of());
  }

  /** The same, where at most one of these optional rows can be there. */
  public Protobuf<R> oneof(String... members) {
    return choice(false, members);
  }

  /** The same, where exactly one of these optional rows must be there. */
  public Protobuf<R> exactlyOne(String... members) {
    return choice(true, members);
  }

  private Protobuf<R> choice(boolean need, String... members) {
    List<String> names = List.of(members);
    List<List<String>> all = new ArrayList<>(oneofs);
    List<List<String>> must = new ArrayList<>(needed);
    int[] chosen = choices.clone();
    for (String member : members) {
      int row = row(member);
      if (row < 0 || !(tags[row] instanceof TaggedMaybe<?>)) {
        throw new IllegalArgumentException(rows.name() + " has no optional field " + member);
      }
      chosen[row] = all.size();
    }
    all.add(names);
    if (need) {
      must.add(names);
    }
    return new Protobuf<>(rows, chosen, all, must);
  }

  private int row(String name) {
    for (int i = 0; i < tags.length; i++) {
      if (rows.fields().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The rows. */
  public List<Field<R, ?>> fields() {
    return rows.fields();
  }

  @Override
  public List<Derived> derived() {
    return rows.derived();
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public int atLeast() {
    return 0;
  }

  @Override
  public List<Part> parts() {
    return rows.parts();
  }

  private int rowOf(int number) {
    for (int i = 0; i < tags.length; i++) {
      if (tags[i].number() == number) {
        return i;
      }
    }
    return -1;
  }

  /** Finds all fields of the window and gives each to its row; returns what is wrong, or null. */
  private Malformed assign(Occurrences found) {
    Malformed fault = null;
    boolean[] taken = new boolean[tags.length + oneofs.size()];
    for (int i = found.size() - 1; i >= 0; i--) {
      int row = rowOf(found.number(i));
      if (row < 0) {
        continue;
      }
      if (i == found.cut()) {
        found.own(i, row);
        found.fault().within(rows.fields().get(row).name());
        continue;
      }
      if (!tags[row].fits(found.wire(i))) {
        String why =
            "is " + found.wire(i).word() + " where " + tags[row].item().wire().word() + " belongs";
        fault = Malformed.wrong(why, found.tag(i)).within(rows.fields().get(row).name());
        continue;
      }
      int slot = choices[row] < 0 ? row : tags.length + choices[row];
      if (!tags[row].isSingle() || !taken[slot]) {
        found.own(i, row);
        taken[slot] = true;
      }
    }
    return found.fault() != null ? found.fault() : fault;
  }

  /** What the message lacks, or null. */
  private Malformed missing(Occurrences found, int at) {
    for (int row = 0; row < tags.length; row++) {
      if (tags[row].isRequired() && found.next(row, 0) < 0) {
        return Malformed.wrong("is missing", at).within(rows.fields().get(row).name());
      }
    }
    for (List<String> members : needed) {
      if (members.stream().allMatch(member -> found.next(row(member), 0) < 0)) {
        return Malformed.wrong("none of " + String.join(", ", members) + " is there", at);
      }
    }
    return null;
  }

  /** Finds all fields of the window, which must be a whole message. */
  Occurrences sound(In in) {
    Occurrences found = Occurrences.of(in);
    Malformed fault = assign(found);
    if (fault == null) {
      fault = missing(found, in.at());
    }
    if (fault != null) {
      throw fault;
    }
    return found;
  }

  @Override
  public R read(In in) {
    int from = in.index();
    int end = in.at() + in.left();
    if (rows.constructor() == null) {
      walk(in, Deaf.SINK);
      return raw(in, from);
    }
    in.down(DEEPEST);
    Occurrences found = sound(in);
    Object[] values = new Object[tags.length];
    for (int row = 0; row < tags.length; row++) {
      try {
        values[row] = tags[row].take(in, found, row);
      } catch (Malformed e) {
        throw e.within(rows.fields().get(row).name());
      }
    }
    in.moveTo(end);
    in.up();
    return rows.constructor().apply(values);
  }

  /** Rows without a record are sequences of {@link Raw} by construction (see {@link Rows}). */
  @SuppressWarnings("unchecked")
  private R raw(In in, int from) {
    return (R) new Raw(Arrays.copyOfRange(in.array(), from, in.index()));
  }

  @Override
  public void write(Out out, R value) {
    rows.write(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.index();
    int size = in.left();
    int begin = in.at();
    in.down(DEEPEST);
    sink.object(this, begin);
    Occurrences found = Occurrences.of(in);
    Malformed fault = assign(found);
    int last = found.cut() < 0 ? -1 : found.owner(found.cut());
    for (int row = 0; row < tags.length; row++) {
      if (row != last) {
        tell(in, found, row, found.fault() == null, sink);
      }
    }
    if (found.fault() != null) {
      if (last >= 0) {
        tell(in, found, last, false, sink);
        part(in, found, last, sink);
      }
      throw found.fault();
    }
    if (sink != Deaf.SINK) {
      Unknowns.tell(in, found, this, sink);
    }
    in.moveTo(begin + size);
    fault = fault == null ? missing(found, in.at()) : fault;
    if (fault != null) {
      throw fault;
    }
    if (sink != Deaf.SINK) {
      rows.tellDerived(in, from, sink);
    }
    sink.end(in.at());
    in.up();
  }

  private void tell(In in, Occurrences found, int row, boolean absentToo, Sink sink) {
    Field<R, ?> field = rows.fields().get(row);
    try {
      tags[row].tell(in, found, row, field, absentToo, sink);
    } catch (Malformed e) {
      throw e.within(field.name());
    }
  }

  /** Reports what is there of a message that is cut off, for the sake of its first fields. */
  private void part(In in, Occurrences found, int row, Sink sink) {
    int cut = found.cut();
    boolean single = tags[row].isSingle();
    if (found.wire(cut) != WireType.LENGTH
        || !(tags[row].item().type() instanceof Protobuf<?> inner)
        || single && found.next(row, 0) >= 0) {
      return;
    }
    if (single) {
      sink.field(rows.fields().get(row), found.tag(cut));
    }
    in.moveTo(found.from(cut));
    try {
      inner.walk(in, sink);
    } catch (Malformed e) {
      return; // what is cut off is wrong by itself, too; the cut is the reason
    }
  }

  @Override
  public void canonical(In in, Out out) {
    int end = in.at() + in.left();
    in.down(DEEPEST);
    Occurrences found = sound(in);
    for (int row = 0; row < tags.length; row++) {
      try {
        tags[row].canonical(in, found, row, out);
      } catch (Malformed e) {
        throw e.within(rows.fields().get(row).name());
      }
    }
    in.moveTo(end);
    in.up();
  }

  /**
   * Windows over the values of a field, for {@link Derived} rules; none where it is missing. The
   * cursor of the message stays.
   *
   * @throws Malformed if the window holds no such message
   */
  public List<In> windows(In message, String field) {
    int row = row(field);
    int begin = message.at();
    Occurrences found = sound(message);
    message.moveTo(begin);
    int origin = message.index() - begin;
    List<In> windows = new ArrayList<>();
    for (int i = found.next(row, 0); i >= 0; i = found.next(row, i + 1)) {
      windows.add(new In(message.array(), origin + found.from(i), found.to(i) - found.from(i)));
    }
    return windows;
  }

  /** The first of {@link #windows}, or an empty one where the field is missing. */
  public In window(In message, String field) {
    List<In> windows = windows(message, field);
    return windows.isEmpty() ? new In(new byte[0]) : windows.getFirst();
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() != Source.Kind.OBJECT) {
      throw source.wrong(
          "an object with " + String.join(", ", rows.fields().stream().map(Field::name).toList()));
    }
    refuseStrangers(source);
    refuseChoices(source);
    Source unknown = source.field(Unknowns.KEY);
    Unknowns.build(unknown, true, number -> rowOf(number) >= 0, out);
    for (int row = 0; row < tags.length; row++) {
      Field<R, ?> field = rows.fields().get(row);
      Source value = source.field(field.name());
      if (value == null && field.fallback() != null) {
        value = source.instead(field.name(), field.fallback());
      }
      tags[row].build(
          value == null || value.kind() == Source.Kind.NOTHING ? null : value, field, source, out);
    }
    Unknowns.build(unknown, false, number -> rowOf(number) >= 0, out);
  }

  private void refuseStrangers(Source source) {
    for (String given : source.names()) {
      boolean known = given.equals(Unknowns.KEY);
      for (Field<R, ?> field : rows.fields()) {
        known |= given.equals(field.name()) || given.equals(field.meaningKey());
      }
      if (!known && rows.derived().stream().noneMatch(row -> row.name().equals(given))) {
        throw source.stranger(given, rows.fields().stream().map(Field::name).toList());
      }
    }
  }

  private void refuseChoices(Source source) {
    for (List<String> members : oneofs) {
      List<String> given = members.stream().filter(name -> source.field(name) != null).toList();
      if (given.size() > 1) {
        throw source.wrong("one of " + String.join(", ", members));
      }
      if (given.isEmpty() && needed.contains(members)) {
        throw source.wrong("an object with one of " + String.join(", ", members));
      }
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int[] chosen = new int[oneofs.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = row(oneofs.get(i).get(random.nextInt(oneofs.get(i).size())));
    }
    for (int row = 0; row < tags.length; row++) {
      if (choices[row] < 0) {
        tags[row].sample(random, out);
      } else if (chosen[choices[row]] == row && tags[row] instanceof TaggedMaybe<?> member) {
        member.always(random, out);
      }
    }
    if (rows.constructor() == null && random.nextInt(12) == 0) {
      Unknowns.sample(random, (tags.length == 0 ? 0 : tags[tags.length - 1].number()) + 1, out);
    }
  }
}
