// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Numbers;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The phase of a vote ({@code types.rs} of hotstuff_rs 0.3): one byte, and after Precommit and
 * Commit the view of the phase before, 8 bytes low byte first. Shown as {@code "Generic"}, {@code
 * "Prepare"}, {@code {"Precommit": 9}} or {@code {"Commit": 10}}.
 */
public final class Phase implements Type<Phase.At> {
  /**
   * A phase.
   *
   * @param index of its name, from 0
   * @param view the view of the phase before, or 0 where there is none
   */
  public record At(int index, long view) {}

  /** The one of it. */
  public static final Phase phase = new Phase();

  private static final List<String> NAMES = List.of("Generic", "Prepare", "Precommit", "Commit");
  private static final int FIRST_WITH_VIEW = 2;

  private Phase() {}

  @Override
  public String name() {
    return "Phase";
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part("Precommit", Numbers.u64le, "the view of the Prepare before"),
        new Part("Commit", Numbers.u64le, "the view of the Precommit before"));
  }

  private static int index(In in) {
    int at = in.at();
    int index = in.u8();
    if (index >= NAMES.size()) {
      throw Malformed.wrong("Phase " + index + " is not known", at);
    }
    return index;
  }

  @Override
  public At read(In in) {
    int index = index(in);
    return new At(index, index < FIRST_WITH_VIEW ? 0 : in.i64le());
  }

  @Override
  public void write(Out out, At value) {
    out.u8(value.index());
    if (value.index() >= FIRST_WITH_VIEW) {
      out.i64le(value.view());
    }
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    int index = index(in);
    if (index < FIRST_WITH_VIEW) {
      sink.text(NAMES.get(index), from, in.at());
      return;
    }
    sink.object(this, from);
    sink.key(NAMES.get(index), from);
    Numbers.u64le.walk(in, sink);
    sink.end(in.at());
  }

  @Override
  public void build(Source source, Out out) {
    boolean object = source.kind() == Source.Kind.OBJECT && source.names().size() == 1;
    String name = object ? source.names().getFirst() : source.text();
    int index = NAMES.indexOf(name.isEmpty() ? name : capitalised(name));
    if (index < 0 || object != index >= FIRST_WITH_VIEW) {
      throw source.wrong("Generic, Prepare, {\"Precommit\": view} or {\"Commit\": view}");
    }
    out.u8(index);
    if (object) {
      Numbers.u64le.build(source.field(name), out);
    }
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    write(out, new At(random.nextInt(NAMES.size()), random.nextLong()));
  }
}
