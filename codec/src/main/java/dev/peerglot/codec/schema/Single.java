// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.random.RandomGenerator;

/**
 * A protobuf message around one value, shown as that value: {@code Hash} around its 32 bytes. One
 * that holds anything else is shown as the object that it is; both forms are read from JSON.
 */
public final class Single<T> implements Type<T>, Canonical {
  private final Protobuf<Raw> message;
  private final Tagged<T> field;

  private Single(Protobuf<Raw> message, Tagged<T> field) {
    this.message = message;
    this.field = field;
  }

  /**
   * A message of one field.
   *
   * @param name the message's name
   * @param fieldName the name of its field
   * @param field a required or plain field, from {@link Tags}
   * @param doc one sentence on the value
   */
  public static <T> Single<T> of(String name, String fieldName, Tagged<T> field, String doc) {
    return new Single<>(Protobuf.of(Rows.rows().field(fieldName, field, doc).make(name)), field);
  }

  @Override
  public String name() {
    return message.name();
  }

  @Override
  public int atLeast() {
    return 0;
  }

  @Override
  public T read(In in) {
    int end = in.at() + in.left();
    Occurrences found = message.sound(in);
    try {
      T value = field.take(in, found, 0);
      in.moveTo(end);
      return value;
    } catch (Malformed e) {
      throw e.within(message.fields().getFirst().name());
    }
  }

  @Override
  public void write(Out out, T value) {
    field.write(out, value);
  }

  /** Reports the value alone where the window holds nothing but one well-formed field. */
  @Override
  public void walk(In in, Sink sink) {
    int begin = in.at();
    int end = begin + in.left();
    Occurrences found = Occurrences.of(in);
    if (found.fault() == null && found.size() == 1 && isValue(found)) {
      field.item().walk(in, found.from(0), found.to(0), sink);
    } else if (found.fault() == null && found.size() == 0 && !field.isRequired()) {
      field.item().type().walk(field.item().zero(), Relay.unwritten(sink, begin));
    } else {
      in.moveTo(begin);
      message.walk(in, sink);
    }
    in.moveTo(end);
  }

  private boolean isValue(Occurrences found) {
    return found.number(0) == field.number() && field.fits(found.wire(0));
  }

  @Override
  public void canonical(In in, Out out) {
    message.canonical(in, out);
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() == Source.Kind.OBJECT) {
      message.build(source, out);
    } else {
      field.build(source, message.fields().getFirst(), source, out);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    field.sample(random, out);
  }
}
