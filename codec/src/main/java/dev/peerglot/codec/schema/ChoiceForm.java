// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.math.BigInteger;

/** How people see a {@link Choice}: what is told around the value, and how it is read back. */
public interface ChoiceForm {
  /**
   * Tells the tag, and leaves the sink ready for the value.
   *
   * @param from offset of the tag
   * @param to offset behind the tag
   */
  void open(Choice choice, long tag, Sink sink, int from, int to);

  /** Ends what {@link #open} began. */
  void close(Sink sink, int at);

  /** The tag and the value that people mean. */
  Given parse(Choice choice, Source source);

  /** What was found in a source. */
  record Given(long tag, Source value) {}

  /**
   * {@code [tag, value]}, as fc prints a static_variant. On input an arm's name will do as well,
   * and a value that is left out is an empty object.
   */
  ChoiceForm PAIR = new TagAndValue();

  /** {@code {"name": value}}; a tag without an arm stands as its number. */
  ChoiceForm NAMED = new NameAndValue();

  /** See {@link #PAIR}. */
  final class TagAndValue implements ChoiceForm {
    private TagAndValue() {}

    @Override
    public void open(Choice choice, long tag, Sink sink, int from, int to) {
      sink.list(choice, from);
      sink.number(tag, true, from, to);
      Choice.Arm arm = choice.arm(tag);
      if (arm != null) {
        sink.meaning(arm.name());
      }
    }

    @Override
    public void close(Sink sink, int at) {
      sink.end(at);
    }

    @Override
    public Given parse(Choice choice, Source source) {
      if (source.kind() != Source.Kind.LIST || source.size() < 1 || source.size() > 2) {
        throw source.wrong("a " + choice.name() + " as [tag, value]");
      }
      long tag = tag(choice, source.item(0));
      return new Given(tag, source.size() == 2 ? source.item(1) : source.instead("[1]", "{}"));
    }
  }

  /** See {@link #NAMED}. */
  final class NameAndValue implements ChoiceForm {
    private NameAndValue() {}

    @Override
    public void open(Choice choice, long tag, Sink sink, int from, int to) {
      Choice.Arm arm = choice.arm(tag);
      sink.object(choice, from);
      sink.key(arm == null ? Long.toUnsignedString(tag) : arm.name(), from);
    }

    @Override
    public void close(Sink sink, int at) {
      sink.end(at);
    }

    @Override
    public Given parse(Choice choice, Source source) {
      if (source.kind() != Source.Kind.OBJECT || source.names().size() != 1) {
        throw source.wrong("a " + choice.name() + " as {name: value}");
      }
      String word = source.names().getFirst();
      Choice.Arm arm = choice.arm(word);
      if (arm == null && !word.matches("\\d{1,18}")) {
        throw source.stranger(word, choice.arms().stream().map(Choice.Arm::name).toList());
      }
      return new Given(arm == null ? Long.parseLong(word) : arm.tag(), source.field(word));
    }
  }

  private static long tag(Choice choice, Source source) {
    if (source.kind() == Source.Kind.TEXT) {
      Choice.Arm arm = choice.arm(source.text());
      if (arm != null) {
        return arm.tag();
      }
      if (!source.text().matches("\\d{1,18}")) {
        throw source.stranger(source.text(), choice.arms().stream().map(Choice.Arm::name).toList());
      }
    }
    BigInteger tag = source.whole();
    if (tag.signum() < 0 || tag.bitLength() > 63) {
      throw source.wrong("a tag of " + choice.name());
    }
    return tag.longValue();
  }
}
