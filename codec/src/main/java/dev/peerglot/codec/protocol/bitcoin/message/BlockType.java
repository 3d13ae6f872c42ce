// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Chain.Trait;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.proof.MerkleTree;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Derived;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A block: header, transactions; on Litecoin an extension block behind them. Beside the fields
 * stands what follows from them: the sizes, and whether the transactions are those that the header
 * names.
 */
public final class BlockType implements Type<Block> {
  private static final int MERKLE_ROOT_AT = 36;

  private final boolean segwit;
  private final TxType tx;
  private final Type<List<Tx>> list;
  private final Sequence<Block> outline;

  /** The blocks of a chain. */
  public BlockType(Chain chain) {
    segwit = chain.has(Trait.SEGWIT);
    tx = new TxType(chain, false);
    list = Lists.list(Primitives.count, tx, TxParts.MOST);
    var rows =
        Rows.of(Block.class)
            .field("header", BlockHeader.of(chain), Block::header, "the header")
            .field("transactions", list, Block::transactions, "the coinbase first");
    Sequence<Block> whole =
        chain.has(Trait.MWEB)
            ? rows.ifLeft("mweb_block", Blob.rest(), Block::mwebBlock, "00: none; 01: it follows")
                .make("block", Block::new)
            : rows.make("block", (header, transactions) -> new Block(header, transactions, null));
    outline =
        whole
            .deriveIf("size", "bytes", null, null)
            .deriveIf("weight", "bytes, those outside witnesses counted four times", null, null)
            .deriveIf("computed_merkle_root", "over the transactions", null, null)
            .deriveIf("merkle_root_ok", "whether it is that of the header", null, null);
  }

  @Override
  public String name() {
    return "block";
  }

  @Override
  public int atLeast() {
    return outline.atLeast();
  }

  @Override
  public List<Part> parts() {
    return outline.parts();
  }

  @Override
  public List<Derived> derived() {
    return outline.derived();
  }

  @Override
  public Block read(In in) {
    return outline.read(in);
  }

  @Override
  public void write(Out out, Block block) {
    outline.write(out, block);
  }

  @Override
  public void build(Source source, Out out) {
    outline.build(source, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    outline.sample(random, out);
  }

  @Override
  public void walk(In in, Sink sink) {
    int start = in.index();
    sink.object(this, in.at());
    part(outline.fields().get(0), in, sink);
    int stripped = in.index() - start;
    List<byte[]> txids = new ArrayList<>();
    Field<?, ?> transactions = outline.fields().get(1);
    sink.field(transactions, in.at());
    try {
      stripped += transactions(in, sink, txids);
    } catch (Malformed e) {
      throw e.within(transactions.name());
    }
    int end = in.index();
    if (outline.fields().size() > 2 && in.left() > 0) {
      part(outline.fields().get(2), in, sink);
    }
    if (sink != Deaf.SINK) {
      derived(in, start, end, stripped, txids, sink);
    }
    sink.end(in.at());
  }

  private static void part(Field<?, ?> field, In in, Sink sink) {
    sink.field(field, in.at());
    try {
      field.type().walk(in, sink);
    } catch (Malformed e) {
      throw e.within(field.name());
    }
  }

  private int transactions(In in, Sink sink, List<byte[]> txids) {
    sink.list(list, in.at());
    int at = in.at();
    long count = Primitives.count.get(in);
    int stripped = in.at() - at;
    if (count * tx.atLeast() > in.left()) {
      throw Malformed.wrong(count + " transactions, but " + in.left() + " bytes are left", at);
    }
    for (int i = 0; i < count; i++) {
      try {
        TxType.Seen seen = tx.tell(in, sink);
        txids.add(seen.txid());
        stripped += seen.stripped();
      } catch (Malformed e) {
        throw e.within("[" + i + "]");
      }
    }
    sink.end(in.at());
    return stripped;
  }

  private void derived(In in, int start, int end, int stripped, List<byte[]> txids, Sink sink) {
    int at = in.at();
    sink.derived("size", at);
    sink.number(in.index() - start, true, at, at);
    if (segwit) {
      sink.derived("weight", at);
      sink.number(3L * stripped + end - start, true, at, at);
    }
    byte[] root = MerkleTree.root(txids);
    sink.derived("computed_merkle_root", at);
    sink.hex(root, 0, root.length, true, at, at);
    sink.derived("merkle_root_ok", at);
    int named = start + MERKLE_ROOT_AT;
    sink.bool(Arrays.equals(root, 0, 32, in.array(), named, named + 32), at, at);
  }
}
