// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.protocol.parallelchain.message.Slots.HEADER;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Derived;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The data of a block: {@code Vec<Vec<u8>>}, to HotStuff just byte strings. Where they are the
 * slots of a {@link BlockForm} they are shown as an object with a {@code version}; otherwise as
 * what they are, a list of hex, with the reason beside the block.
 */
final class BlockData implements Type<Raw> {
  static final BlockData data = new BlockData();

  private static final String VERSION = "version";
  private static final String TRANSACTIONS = "transactions";
  private static final String RECEIPTS = "receipts";
  private static final Lists<byte[]> plain = Borsh.vec(Borsh.bytes);
  private static final List<Derived> DERIVED =
      List.of(
          new Derived("txns_hash_matches", "whether that is the root", null, null),
          new Derived("receipts_hash_matches", "whether that is the root", null, null),
          new Derived("logs_bloom_matches", "whether that is the filter", null, null));

  private static final Map<BlockForm, Sequence<Raw>> OUTLINES = outlines();

  private BlockData() {}

  private static Map<BlockForm, Sequence<Raw>> outlines() {
    Map<BlockForm, Sequence<Raw>> outlines = new EnumMap<>(BlockForm.class);
    for (BlockForm form : BlockForm.values()) {
      Rows rows = Rows.rows().field(VERSION, u8, "of the layout, by the lengths of the slots");
      for (Field<Raw, ?> field : form.header().fields()) {
        rows = rows.field(field.name(), field.type(), field.doc());
      }
      Sequence<Raw> outline =
          rows.field(TRANSACTIONS, form.transactions(), "a slot each")
              .field(RECEIPTS, Borsh.vec(form.receipt()), "a slot each, in the same order")
              .make(form.header().name());
      for (Derived row : DERIVED) {
        outline = outline.derive(row.name(), row.doc(), row.rule());
      }
      outlines.put(form, outline);
    }
    return outlines;
  }

  @Override
  public String name() {
    return "BlockData";
  }

  @Override
  public int atLeast() {
    return 4;
  }

  @Override
  public List<Part> parts() {
    return OUTLINES.get(BlockForm.V2).parts();
  }

  @Override
  public List<Derived> derived() {
    return DERIVED;
  }

  @Override
  public Raw read(In in) {
    int from = in.index();
    Slots.read(in);
    return new Raw(Arrays.copyOfRange(in.array(), from, in.index()));
  }

  @Override
  public void write(Out out, Raw value) {
    out.bytes(value.bytes());
  }

  /** The reason why the data at the cursor has no known form, or null where it has; moves past. */
  static String strangeness(In in) {
    Slots slots = Slots.read(in);
    try {
      BlockForm.of(slots);
      return null;
    } catch (Malformed e) {
      return e.line();
    }
  }

  /** SHA-256 of the header in the data at the cursor. */
  static byte[] hash(In in) {
    return Slots.read(in).headerHash();
  }

  @Override
  public void walk(In in, Sink sink) {
    if (sink == Deaf.SINK) {
      Slots.read(in);
      return;
    }
    Slots slots = peek(in);
    BlockForm form = null;
    if (slots != null) {
      try {
        form = BlockForm.of(slots);
      } catch (Malformed e) {
        form = null;
      }
    }
    if (form == null) {
      plain.walk(in, sink);
    } else {
      walk(in, sink, form, slots);
    }
  }

  private static Slots peek(In in) {
    try {
      return Slots.read(new In(in.array(), in.index(), in.left()));
    } catch (Malformed e) {
      return null;
    }
  }

  private void walk(In in, Sink sink, BlockForm form, Slots slots) {
    int from = in.at();
    sink.object(this, from);
    in.take(4);
    List<Field<Raw, ?>> rows = OUTLINES.get(form).fields();
    sink.field(rows.getFirst(), from);
    sink.number(form.version(), true, from, in.at());
    for (int i = 1; i <= HEADER; i++) {
      sink.field(rows.get(i), in.at());
      rows.get(i).type().walk(in, sink);
    }
    list(in, sink, rows.get(HEADER + 1), form.transaction(), slots.transactions());
    list(in, sink, rows.get(HEADER + 2), form.receipt(), slots.transactions());
    boolean[] matches = {
      form.transactionsMatch(slots), form.receiptsMatch(slots), form.bloomMatches(slots)
    };
    for (int i = 0; i < matches.length; i++) {
      sink.derived(DERIVED.get(i).name(), in.at());
      sink.bool(matches[i], in.at(), in.at());
    }
    sink.end(in.at());
  }

  private static void list(In in, Sink sink, Field<Raw, ?> row, Type<?> item, int count) {
    sink.field(row, in.at());
    sink.list(row.type(), in.at());
    Slot<?> slot = new Slot<>(item);
    for (int i = 0; i < count; i++) {
      slot.walk(in, sink);
    }
    sink.end(in.at());
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() != Source.Kind.OBJECT) {
      plain.build(source, out);
      return;
    }
    Source version = source.field(VERSION);
    if (version == null) {
      throw source.missing(VERSION, "1 or 2");
    }
    BlockForm form = BlockForm.of(version.whole().bitLength() < 8 ? version.whole().intValue() : 0);
    if (form == null) {
      throw version.wrong("1 or 2");
    }
    OUTLINES.get(form).check(source);
    List<Source> transactions = items(source, TRANSACTIONS);
    List<Source> receipts = items(source, RECEIPTS);
    if (transactions.size() != receipts.size()) {
      throw source.wrong("as many receipts as transactions");
    }
    out.u32le(HEADER + 2L * transactions.size());
    for (Field<Raw, ?> field : form.header().fields()) {
      Source value = source.field(field.name());
      if (value == null) {
        throw source.missing(field.name(), field.type().name());
      }
      field.type().build(value, out);
    }
    transactions.forEach(item -> new Slot<>(form.transaction()).build(item, out));
    receipts.forEach(item -> new Slot<>(form.receipt()).build(item, out));
  }

  private static List<Source> items(Source source, String name) {
    List<Source> items = new ArrayList<>();
    Source list = source.field(name);
    if (list == null) {
      return items;
    }
    if (list.kind() != Source.Kind.LIST) {
      throw list.wrong("a list");
    }
    for (int i = 0; i < list.size(); i++) {
      items.add(list.item(i));
    }
    return items;
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    BlockForm form = BlockForm.of(random.nextInt(3));
    if (form == null) {
      plain.sample(random, out);
      return;
    }
    int count = random.nextInt(3);
    out.u32le(HEADER + 2L * count);
    form.header().sample(random, out);
    for (int i = 0; i < 2 * count; i++) {
      Type<?> item = i < count ? form.transaction() : form.receipt();
      new Slot<>(item).sample(random, out);
    }
  }
}
