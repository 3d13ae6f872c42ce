// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.schema.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The prefilled transactions of a compact block. On the wire an index counts from the one before;
 * beside it stands the place in the block. A place above 65535 is refused, as by Core.
 */
final class PrefilledType implements Type<List<CmpctBlock.Prefilled>> {
  private static final Whole<Long> INDEX = Primitives.compactSize.max(CmpctBlock.MOST);

  private final Sequence<Indexed> item;
  private final Lists<Indexed> list;

  private record Indexed(long index, Tx tx) {}

  PrefilledType(Chain chain) {
    item =
        Rows.of(Indexed.class)
            .field("index", INDEX, Indexed::index, "transactions since the prefilled one before")
            .field("tx", new TxType(chain, false), Indexed::tx, "the transaction")
            .make("prefilled", Indexed::new)
            .deriveIf("position", "the place in the block", null, null);
    list = Lists.list(Primitives.count, item, CmpctBlock.MOST);
  }

  @Override
  public String name() {
    return list.name();
  }

  @Override
  public List<Part> parts() {
    return list.parts();
  }

  private static int position(int last, long index, int at) {
    long position = last + 1 + index;
    if (position > CmpctBlock.MOST) {
      throw Malformed.wrong("place " + position + " of a block that has at most 65536", at);
    }
    return (int) position;
  }

  @Override
  public List<CmpctBlock.Prefilled> read(In in) {
    List<CmpctBlock.Prefilled> items = new ArrayList<>();
    int last = -1;
    for (Indexed one : list.read(in)) {
      last = position(last, one.index(), in.at());
      items.add(new CmpctBlock.Prefilled((int) one.index(), one.tx()));
    }
    return items;
  }

  @Override
  public void write(Out out, List<CmpctBlock.Prefilled> items) {
    list.write(out, items.stream().map(one -> new Indexed(one.index(), one.tx())).toList());
  }

  @Override
  public void walk(In in, Sink sink) {
    sink.list(this, in.at());
    int start = in.at();
    long count = Primitives.count.get(in);
    if (count * item.atLeast() > in.left()) {
      throw Malformed.wrong(count + " transactions, but " + in.left() + " bytes are left", start);
    }
    int last = -1;
    for (int i = 0; i < count; i++) {
      sink.object(item, in.at());
      try {
        Field<?, ?> index = item.fields().get(0);
        sink.field(index, in.at());
        int at = in.at();
        last = position(last, INDEX.get(new In(in.array(), in.index(), in.left())), at);
        index.type().walk(in, sink);
        sink.field(item.fields().get(1), in.at());
        item.fields().get(1).type().walk(in, sink);
      } catch (Malformed e) {
        throw e.within("[" + i + "]");
      }
      sink.derived("position", in.at());
      sink.number(last, true, in.at(), in.at());
      sink.end(in.at());
    }
    sink.end(in.at());
  }

  @Override
  public void build(Source source, Out out) {
    list.build(source, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    int count = random.nextInt(3);
    out.u8(count);
    for (int i = 0; i < count; i++) {
      Primitives.compactSize.put(out, random.nextInt(300));
      item.fields().get(1).type().sample(random, out);
    }
  }
}
