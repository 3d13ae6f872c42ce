// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A tag, and then the value of the arm with that tag: fc's static_variant, Borsh's and bincode's
 * enums, SCALE's. How it looks in JSON is up to its {@link ChoiceForm}.
 *
 * <p>A tag without an arm says nothing on how long its value is. A walk tells the tag and, as hex,
 * all bytes left in the window, and then faults; such a pair can be built from JSON again.
 *
 * <p>Arms are asked for their types when the first value is there, so that a choice may be one of
 * its own arms' parts; {@link #deepest} bounds that.
 */
public final class Choice implements Type<Choice.Chosen> {
  /** One of the arms. */
  public record Arm(long tag, String name, Supplier<? extends Type<?>> wire, String doc) {
    /** How its value looks. */
    public Type<?> type() {
      return wire.get();
    }
  }

  /** A value that was read, and the arm that it belongs to. */
  public record Chosen(Arm arm, Object value) {}

  private final String name;
  private final Whole<?> tag;
  private final ChoiceForm form;
  private final Map<Long, Arm> arms = new LinkedHashMap<>();
  private final Map<String, Arm> byName = new LinkedHashMap<>();
  private int cost;
  private int budget;

  private Choice(String name, Whole<?> tag, ChoiceForm form) {
    this.name = name;
    this.tag = tag;
    this.form = form;
  }

  /** A choice without arms. */
  public static Choice of(String name, Whole<?> tag, ChoiceForm form) {
    return new Choice(name, tag, form);
  }

  /** Adds an arm with the tag after the last one's; for use while the choice is being declared. */
  public Choice arm(String armName, Supplier<? extends Type<?>> wire, String doc) {
    return arm(arms.isEmpty() ? 0 : arms.size(), armName, wire, doc);
  }

  /** Adds an arm; for use while the choice is being declared. */
  public Choice arm(long armTag, String armName, Supplier<? extends Type<?>> wire, String doc) {
    Arm arm = new Arm(armTag, armName, wire, doc);
    if (arms.put(armTag, arm) != null) {
      throw new IllegalArgumentException(name + " has two arms of tag " + armTag);
    }
    byName.put(armName, arm);
    return this;
  }

  /**
   * Refuses to read choices inside of one another when their costs add up to more than the budget.
   */
  public Choice deepest(int levelCost, int levelBudget) {
    cost = levelCost;
    budget = levelBudget;
    return this;
  }

  /** The arms in the order of their declaration. */
  public List<Arm> arms() {
    return new ArrayList<>(arms.values());
  }

  /** The arm of a tag, or null. */
  public Arm arm(long armTag) {
    return arms.get(armTag);
  }

  /** The arm of that name, or null. */
  public Arm arm(String armName) {
    return byName.get(armName);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atLeast() {
    return tag.atLeast();
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Arm arm : arms.values()) {
      parts.add(new Part(arm.name(), arm.type(), arm.doc()));
    }
    return parts;
  }

  private Malformed unknown(long armTag, int at) {
    return Malformed.wrong(
        name + " " + Long.toUnsignedString(armTag) + " is not known, nor what follows it", at);
  }

  private void down(In in) {
    if (budget > 0) {
      in.down(cost, budget);
    }
  }

  @Override
  public Chosen read(In in) {
    int at = in.at();
    long armTag = tag.get(in);
    Arm arm = arms.get(armTag);
    if (arm == null) {
      throw unknown(armTag, at);
    }
    down(in);
    try {
      Object value = arm.type().read(in);
      in.up(cost);
      return new Chosen(arm, value);
    } catch (Malformed e) {
      throw e.within(arm.name());
    }
  }

  @Override
  public void write(Out out, Chosen value) {
    tag.put(out, value.arm().tag());
    write(out, value.arm().type(), value.value());
  }

  @SuppressWarnings("unchecked") // the value was read by this very type
  private static <T> void write(Out out, Type<T> type, Object value) {
    type.write(out, (T) value);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    long armTag = tag.get(in);
    Arm arm = arms.get(armTag);
    if (arm == null) {
      form.open(this, armTag, sink, from, in.at());
      int left = in.left();
      sink.hex(in.array(), in.take(left), left, false, in.at() - left, in.at());
      form.close(sink, in.at());
      throw unknown(armTag, from);
    }
    down(in);
    form.open(this, armTag, sink, from, in.at());
    try {
      arm.type().walk(in, sink);
    } catch (Malformed e) {
      throw e.within(arm.name());
    }
    form.close(sink, in.at());
    in.up(cost);
  }

  @Override
  public void build(Source source, Out out) {
    ChoiceForm.Given given = form.parse(this, source);
    tag.put(out, given.tag());
    Arm arm = arms.get(given.tag());
    if (arm != null) {
      arm.type().build(given.value(), out);
      return;
    }
    try {
      out.bytes(Hex.parse(given.value().text()));
    } catch (Malformed e) {
      throw given.value().wrong("bytes in hex, as the value of an unknown " + name);
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    List<Arm> all = arms();
    Arm arm = all.get(random.nextInt(all.size()));
    tag.put(out, arm.tag());
    arm.type().sample(random, out);
  }
}
