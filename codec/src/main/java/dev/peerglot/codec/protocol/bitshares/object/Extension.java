// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * {@code extension<S>} of a struct whose members are all optional ({@code ext.hpp}): the count of
 * the members that are present, then for each its index in the struct, ascending, and its value. In
 * JSON an object of those that are present; an empty list is read as none.
 */
final class Extension implements Type<Raw> {
  private final Sequence<Raw> members;

  private Extension(Sequence<Raw> members) {
    this.members = members;
  }

  /** The rows are the members in the order of their indices. */
  static Extension of(String name, Rows members) {
    return new Extension(members.make(name));
  }

  private List<Field<Raw, ?>> fields() {
    return members.fields();
  }

  @Override
  public String name() {
    return "extension(" + members.name() + ")";
  }

  @Override
  public List<Part> parts() {
    return members.parts();
  }

  @Override
  public Raw read(In in) {
    int from = in.index();
    walk(in, Deaf.SINK);
    return new Raw(Arrays.copyOfRange(in.array(), from, in.index()));
  }

  @Override
  public void write(Out out, Raw value) {
    out.bytes(value.bytes());
  }

  @Override
  public void walk(In in, Sink sink) {
    sink.object(this, in.at());
    int at = in.at();
    long count = varint.get(in);
    if (count < 0 || count > fields().size()) {
      throw Malformed.wrong(
          Long.toUnsignedString(count) + " members, there are only " + fields().size(), at);
    }
    long least = 0;
    for (int i = 0; i < count; i++) {
      at = in.at();
      long index = varint.get(in);
      if (index < least || index >= fields().size()) {
        throw Malformed.wrong(
            "member "
                + Long.toUnsignedString(index)
                + " where one from "
                + least
                + " to "
                + (fields().size() - 1)
                + " may come",
            at);
      }
      least = index + 1;
      Field<Raw, ?> field = fields().get((int) index);
      sink.field(field, in.at());
      try {
        field.type().walk(in, sink);
      } catch (Malformed e) {
        throw e.within(field.name());
      }
    }
    sink.end(in.at());
  }

  @Override
  public void build(Source source, Out out) {
    List<String> known = fields().stream().map(Field::name).toList();
    switch (source.kind()) {
      case OBJECT -> source.names().forEach(given -> check(source, given, known));
      case NOTHING -> {}
      default -> {
        if (source.kind() != Source.Kind.LIST || source.size() > 0) {
          throw source.wrong("an object with any of " + String.join(", ", known));
        }
      }
    }
    varint.put(out, source.names().size());
    for (int i = 0; i < fields().size(); i++) {
      Source value = source.field(known.get(i));
      if (value != null) {
        varint.put(out, i);
        fields().get(i).type().build(value, out);
      }
    }
  }

  private static void check(Source source, String given, List<String> known) {
    if (!known.contains(given)) {
      throw source.stranger(given, known);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    long present = random.nextLong(1L << fields().size());
    varint.put(out, Long.bitCount(present));
    for (int i = 0; i < fields().size(); i++) {
      if ((present >>> i & 1) != 0) {
        varint.put(out, i);
        fields().get(i).type().sample(random, out);
      }
    }
  }
}
