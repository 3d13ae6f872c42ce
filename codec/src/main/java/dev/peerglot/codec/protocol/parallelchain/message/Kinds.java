// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One of several kinds of message, told apart by the tags that each of them begins with: an enum,
 * or enums in one another, shown as one object whose {@code kind} is the innermost variant's name.
 */
public final class Kinds implements Type<Raw> {
  /**
   * A kind.
   *
   * @param name of the variant
   * @param tags that its value begins with, in hex
   * @param type of the value, tags included, whose first field is {@code kind}
   * @param doc one sentence
   */
  public record Kind(String name, String tags, Sequence<Raw> type, String doc) {}

  private final String name;
  private final List<Kind> all;
  private final int size;

  /**
   * Declares the kinds.
   *
   * @param name the word for docs
   * @param all each with as many tags as the others
   */
  public Kinds(String name, List<Kind> all) {
    this.name = name;
    this.all = List.copyOf(all);
    this.size = all.getFirst().tags().length() / 2;
  }

  /** The kinds in the order of their tags. */
  public List<Kind> all() {
    return all;
  }

  /** The kind of the bytes at the cursor, which stays. */
  public Kind kind(In in) {
    int at = in.at();
    if (in.left() < size) {
      throw Malformed.tooShort(size, in.left(), at);
    }
    String tags = Hex.of(in.array(), in.index(), size);
    for (Kind kind : all) {
      if (kind.tags().equals(tags)) {
        return kind;
      }
    }
    throw Malformed.wrong(
        "begins with " + tags + ", which is no " + name + " of a generation that is known", at);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atLeast() {
    return size;
  }

  @Override
  public List<Part> parts() {
    return all.stream().map(kind -> new Part(kind.name(), kind.type(), kind.doc())).toList();
  }

  @Override
  public Raw read(In in) {
    int from = in.index();
    kind(in).type().read(in);
    return new Raw(Arrays.copyOfRange(in.array(), from, in.index()));
  }

  @Override
  public void write(Out out, Raw value) {
    out.bytes(value.bytes());
  }

  @Override
  public void walk(In in, Sink sink) {
    kind(in).type().walk(in, sink);
  }

  @Override
  public void build(Source source, Out out) {
    Source word = source.field("kind");
    List<String> names = all.stream().map(Kind::name).toList();
    if (word == null) {
      throw source.missing("kind", "one of " + String.join(", ", names));
    }
    int index = names.indexOf(word.text());
    if (index < 0) {
      throw word.wrong("one of " + String.join(", ", names));
    }
    all.get(index).type().build(source, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    all.get(random.nextInt(all.size())).type().sample(random, out);
  }
}
