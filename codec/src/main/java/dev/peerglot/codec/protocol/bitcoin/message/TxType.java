// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Chain.Trait;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
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
import dev.peerglot.codec.text.IsoTime;
import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A transaction (BIP 144):
 *
 * <pre>
 * version u32 | [00 flag u8] | inputs | outputs | [a stack of items for each input] | lock_time u32
 * </pre>
 *
 * <p>A count of inputs that is zero and a byte behind it that is not say that there are witnesses
 * (flag 1); so a transaction without inputs but with outputs cannot be told. Refused as by Core:
 * flags that nobody knows, witnesses that are all empty. Coins without segwit have none of this.
 * Litecoin's flag 8 brings an MWEB part before the lock time; Dash's types of transaction a payload
 * behind it.
 */
public final class TxType implements Type<Tx> {
  private static final int WITNESS = 1;
  private static final int MWEB = 8;
  private static final long FIRST_TIME = 500_000_000L;

  private final Type<List<Tx.Input>> inputs;
  private final Type<List<Tx.Output>> outputs;
  private final Type<List<byte[]>> stack =
      Lists.list(Primitives.count, Primitives.bytes, TxParts.MOST);
  private final Sequence<Raw> outline;
  private final Map<String, Field<?, ?>> fields;
  private final int flags;
  private final boolean special;
  private final boolean alone;

  /**
   * The transactions of a chain.
   *
   * @param alone whether nothing follows: only then can an MWEB part of unknown length be taken
   */
  public TxType(Chain chain, boolean alone) {
    this.alone = alone;
    this.flags = (chain.has(Trait.SEGWIT) ? WITNESS : 0) | (chain.has(Trait.MWEB) ? MWEB : 0);
    this.special = chain.has(Trait.SPECIAL);
    this.inputs = TxParts.inputs(chain.addresses());
    this.outputs = TxParts.outputs(chain.addresses());
    this.outline = derived(rows().make("tx"));
    this.fields = new HashMap<>();
    outline.fields().forEach(field -> fields.put(field.name(), field));
  }

  private Rows rows() {
    Rows rows = Rows.rows().field("version", u32le, "2 for relative locks (BIP 68), else 1");
    if (flags != 0) {
      rows.ifLeft("flag", u8, "what follows beside: 1 witnesses, 8 an MWEB part");
    }
    rows.field("inputs", inputs, "what is spent").field("outputs", outputs, "what is paid");
    if ((flags & WITNESS) != 0) {
      rows.ifLeft("witness", Lists.list(Primitives.count, stack, TxParts.MOST), "a stack an input");
    }
    if ((flags & MWEB) != 0) {
      rows.ifLeft("mweb", Primitives.bytes, "the MWEB part; 00: the transaction is a HogEx");
    }
    rows.field("lock_time", u32le, "first valid block, or second from 500000000 on");
    return special ? rows.ifLeft("extra_payload", Primitives.bytes, "what its type needs") : rows;
  }

  private Sequence<Raw> derived(Sequence<Raw> rows) {
    Sequence<Raw> all =
        rows.deriveIf("lock_until", "the lock time in words", null, null)
            .deriveIf("txid", "hash without witnesses", null, null);
    if ((flags & WITNESS) == 0) {
      return all.deriveIf("size", "bytes", null, null);
    }
    return all.deriveIf("wtxid", "hash with witnesses", null, null)
        .deriveIf("size", "bytes", null, null)
        .deriveIf("vsize", "a quarter of the weight", null, null)
        .deriveIf("weight", "bytes, those outside witnesses counted four times", null, null);
  }

  @Override
  public String name() {
    return "tx";
  }

  @Override
  public int atLeast() {
    return 10;
  }

  @Override
  public List<Part> parts() {
    return outline.parts();
  }

  @Override
  public List<Derived> derived() {
    return outline.derived();
  }

  /** Takes marker and flag if they are there; 0 if not. */
  private int flag(In in) {
    boolean marked =
        flags != 0 && in.left() >= 2 && in.peek() == 0 && in.array()[in.index() + 1] != 0;
    if (!marked) {
      return 0;
    }
    in.u8();
    int at = in.at();
    int flag = in.u8();
    if ((flag & ~flags) != 0) {
      throw Malformed.wrong("transaction flag " + flag + " is not known", at).within("flag");
    }
    return flag;
  }

  private static void refuseEmpty(int flag, boolean any, In in) {
    if ((flag & WITNESS) != 0 && !any) {
      throw Malformed.wrong("witnesses announced, but all are empty", in.at()).within("witness");
    }
  }

  private byte[] mweb(In in) {
    int at = in.at();
    if (in.left() > 0 && in.peek() == 0) {
      return in.bytes(1);
    }
    if (!alone || in.left() < 5) {
      throw Malformed.wrong("an MWEB part inside a block", at).within("mweb");
    }
    return in.bytes(in.left() - 4);
  }

  private boolean hasPayload(long version) {
    return special && isSpecial(version);
  }

  /** Whether a version says that a transaction has a type with a payload (DIP 2). */
  static boolean isSpecial(long version) {
    return (version & 0xffff) >= 3 && version >> 16 != 0;
  }

  @Override
  public Tx read(In in) {
    long version = in.u32le();
    int flag = flag(in);
    List<Tx.Input> spent = within("inputs", inputs, in);
    List<Tx.Output> paid = within("outputs", outputs, in);
    List<List<byte[]>> witness = new ArrayList<>();
    boolean any = false;
    for (int i = 0; (flag & WITNESS) != 0 && i < spent.size(); i++) {
      witness.add(within("witness", stack, in));
      any |= !witness.getLast().isEmpty();
    }
    refuseEmpty(flag, any, in);
    byte[] extension = (flag & MWEB) != 0 ? mweb(in) : null;
    long lockTime = in.u32le();
    if (hasPayload(version)) {
      extension = within("extra_payload", Primitives.bytes, in);
    }
    return new Tx(version, spent, paid, witness, lockTime, extension);
  }

  private static <T> T within(String name, Type<T> type, In in) {
    try {
      return type.read(in);
    } catch (Malformed e) {
      throw e.within(name);
    }
  }

  @Override
  public void write(Out out, Tx tx) {
    boolean payload = hasPayload(tx.version());
    int flag =
        (tx.witness().isEmpty() ? 0 : WITNESS) | (tx.extension() == null || payload ? 0 : MWEB);
    out.u32le(tx.version());
    if (flag != 0) {
      out.u8(0).u8(flag);
    }
    writeBody(out, tx);
    tx.witness().forEach(items -> stack.write(out, items));
    if ((flag & MWEB) != 0) {
      out.bytes(tx.extension());
    }
    out.u32le(tx.lockTime());
    if (payload) {
      Primitives.bytes.write(out, tx.extension());
    }
  }

  /** Inputs and outputs, which look alike on all chains. */
  static void writeBody(Out out, Tx tx) {
    Primitives.count.put(out, tx.inputs().size());
    for (Tx.Input input : tx.inputs()) {
      OutPoint.WIRE.write(out, input.outpoint());
      Primitives.bytes.write(out, input.scriptSig());
      out.u32le(input.sequence());
    }
    Primitives.count.put(out, tx.outputs().size());
    for (Tx.Output output : tx.outputs()) {
      out.i64le(output.value());
      Primitives.bytes.write(out, output.scriptPubKey());
    }
  }

  @Override
  public void walk(In in, Sink sink) {
    tell(in, sink);
  }

  /**
   * What a walk has seen.
   *
   * @param txid in digest order, or null if nobody listened
   * @param stripped how many bytes are outside of witnesses
   */
  record Seen(byte[] txid, int stripped) {}

  /** Walks and says what was seen. */
  Seen tell(In in, Sink sink) {
    int start = in.index();
    sink.object(this, in.at());
    long version = in.left() < 4 ? 0 : new In(in.array(), start, 4).u32le();
    part("version", in, sink);
    int flag = flag(in);
    if (flag != 0) {
      sink.field(fields.get("flag"), in.at() - 1);
      sink.number(flag, true, in.at() - 1, in.at());
    }
    int body = in.index();
    part("inputs", in, sink);
    part("outputs", in, sink);
    int end = in.index();
    if ((flag & WITNESS) != 0) {
      witness(body, in, sink);
    }
    if ((flag & MWEB) != 0) {
      sink.field(fields.get("mweb"), in.at());
      int from = in.at();
      byte[] part = mweb(in);
      sink.hex(part, 0, part.length, false, from, in.at());
    }
    int lock = in.index();
    part("lock_time", in, sink);
    if (hasPayload(version)) {
      part("extra_payload", in, sink);
    }
    int stripped = 4 + end - body + in.index() - lock;
    byte[] txid = null;
    if (sink != Deaf.SINK) {
      txid = txid(in, start, body, end, lock);
      derived(in, start, stripped, flag, lock, txid, sink);
    }
    sink.end(in.at());
    return new Seen(txid, stripped);
  }

  private void part(String name, In in, Sink sink) {
    Field<?, ?> field = fields.get(name);
    sink.field(field, in.at());
    try {
      field.type().walk(in, sink);
    } catch (Malformed e) {
      throw e.within(field.name());
    }
  }

  private void witness(int body, In in, Sink sink) {
    sink.field(fields.get("witness"), in.at());
    sink.list(fields.get("witness").type(), in.at());
    long n = Primitives.count.get(new In(in.array(), body, in.index() - body));
    boolean any = false;
    for (int i = 0; i < n; i++) {
      any |= in.left() > 0 && in.peek() != 0;
      try {
        stack.walk(in, sink);
      } catch (Malformed e) {
        throw e.within("[" + i + "]").within("witness");
      }
    }
    refuseEmpty(WITNESS, any, in);
    sink.end(in.at());
  }

  private static byte[] txid(In in, int start, int body, int end, int lock) {
    return Sha256.twiceOver(in.array(), start, 4, body, end - body, lock, in.index() - lock);
  }

  private void derived(In in, int start, int stripped, int flag, int lock, byte[] txid, Sink sink) {
    int at = in.at();
    int size = in.index() - start;
    long lockTime = new In(in.array(), lock, 4).u32le();
    if (lockTime != 0) {
      sink.derived("lock_until", at);
      String until = lockTime < FIRST_TIME ? "block " + lockTime : IsoTime.seconds(lockTime);
      sink.text(until, at, at);
    }
    hash("txid", txid, sink, at);
    if ((flags & WITNESS) != 0 && (flag & MWEB) == 0) {
      hash("wtxid", flag == 0 ? txid : Sha256.twice(in.array(), start, size), sink, at);
    }
    number("size", size, sink, at);
    if ((flags & WITNESS) != 0) {
      int weight = 3 * stripped + size;
      number("vsize", (weight + 3) / 4, sink, at);
      number("weight", weight, sink, at);
    }
  }

  private static void hash(String name, byte[] hash, Sink sink, int at) {
    sink.derived(name, at);
    sink.hex(hash, 0, hash.length, true, at, at);
  }

  private static void number(String name, long value, Sink sink, int at) {
    sink.derived(name, at);
    sink.number(value, true, at, at);
  }

  @Override
  public void build(Source source, Out out) {
    outline.check(source);
    Source witness = source.field("witness");
    Source mweb = source.field("mweb");
    int flag = (witness == null ? 0 : WITNESS) | (mweb == null ? 0 : MWEB);
    if ((flag & ~flags) != 0) {
      throw source.wrong(
          "a transaction of a chain that has no " + (witness == null ? "mweb" : "witness"));
    }
    int start = out.size();
    u32le.build(given(source, "version", "2"), out);
    if (flag != 0) {
      out.u8(0).u8(flag);
    }
    Source spent = given(source, "inputs", null);
    inputs.build(spent, out);
    outputs.build(given(source, "outputs", null), out);
    if (spent.size() == 0 && source.field("outputs").size() > 0 && flag == 0 && flags != 0) {
      throw spent.wrong("an input, because outputs alone cannot be told from a witness");
    }
    if (witness != null) {
      witness(witness, spent.size(), out);
    }
    if (mweb != null) {
      Out part = new Out();
      Primitives.bytes.build(mweb, part);
      out.bytes(Primitives.bytes.readAll(part.toBytes()));
    }
    u32le.build(given(source, "lock_time", "0"), out);
    Source payload = source.field("extra_payload");
    boolean due = hasPayload(new In(out.array(), start, 4).u32le());
    if (due != (payload != null)) {
      throw source.wrong(
          due ? "extra_payload for this version" : "no extra_payload for this version");
    }
    if (due) {
      Primitives.bytes.build(payload, out);
    }
  }

  private void witness(Source witness, int inputCount, Out out) {
    if (witness.kind() != Source.Kind.LIST || witness.size() != inputCount) {
      throw witness.wrong("a list with a stack for each of the " + inputCount + " inputs");
    }
    boolean any = false;
    for (int i = 0; i < inputCount; i++) {
      stack.build(witness.item(i), out);
      any |= witness.item(i).size() > 0;
    }
    if (!any) {
      throw witness.wrong("at least one item, or no witness at all");
    }
  }

  private static Source given(Source source, String name, String instead) {
    Source value = source.field(name);
    if (value == null && instead == null) {
      throw source.missing(name, "list");
    }
    return value == null ? source.instead(name, instead) : value;
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    boolean witness = (flags & WITNESS) != 0 && random.nextBoolean();
    boolean payload = special && random.nextBoolean();
    boolean hogEx = (flags & MWEB) != 0 && random.nextInt(4) == 0;
    int spent = random.nextInt(4);
    int paid = spent == 0 && flags != 0 ? 0 : random.nextInt(4);
    witness &= spent > 0;
    out.u32le(payload ? 3 | 1 + random.nextInt(8) << 16 : 1 + random.nextInt(2));
    if (witness || hogEx) {
      out.u8(0).u8((witness ? WITNESS : 0) | (hogEx ? MWEB : 0));
    }
    samples(inputs, spent, random, out);
    samples(outputs, paid, random, out);
    for (int i = 0; witness && i < spent; i++) {
      int items = i == 0 ? 1 + random.nextInt(3) : random.nextInt(3);
      out.u8(items);
      for (int j = 0; j < items; j++) {
        Primitives.bytes.sample(random, out);
      }
    }
    if (hogEx) {
      out.u8(0);
    }
    out.u32le(random.nextBoolean() ? 0 : random.nextLong());
    if (payload) {
      Primitives.bytes.sample(random, out);
    }
  }

  private static void samples(Type<?> list, int count, RandomGenerator random, Out out) {
    out.u8(count);
    Type<?> item = list.parts().getFirst().type();
    for (int i = 0; i < count; i++) {
      item.sample(random, out);
    }
  }
}
