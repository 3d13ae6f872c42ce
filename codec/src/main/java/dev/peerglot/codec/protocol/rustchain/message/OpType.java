// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.JsonVariant;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A message whose ids are of blocks or of transactions, as its {@code op_type} says: ids of blocks
 * are the letters of a hash, ids of transactions its bytes, and both are shown as hex. Written by
 * hand because the field may stand behind the ids.
 */
public final class OpType<R> implements Type<R> {
  static final String NAME = "op_type";
  static final String DOC = "what the ids are of";
  private static final int PLACE = 1;

  /** Ids of blocks. */
  public static final String BLOCK = "Block";

  /** Ids of transactions. */
  public static final String TX = "Tx";

  static final JsonVariant WIRE =
      JsonVariant.of("OpType").bare(TX, "transactions").bare(BLOCK, "blocks");

  private final JsonObject<R> ofBlocks;
  private final JsonObject<R> ofTransactions;

  OpType(JsonObject<R> ofBlocks, JsonObject<R> ofTransactions) {
    this.ofBlocks = ofBlocks;
    this.ofTransactions = ofTransactions;
  }

  @Override
  public String name() {
    return ofBlocks.name();
  }

  @Override
  public int atLeast() {
    return ofBlocks.atLeast();
  }

  @Override
  public List<Part> parts() {
    return ofBlocks.parts();
  }

  private Type<R> which(In in) {
    try {
      return isOfBlocks(new In(in.array(), in.index(), in.left())) ? ofBlocks : ofTransactions;
    } catch (Malformed e) {
      return ofTransactions; // the fault is found again, and named, by the rows
    }
  }

  private static boolean isOfBlocks(In in) {
    return JsonTokens.find(in, NAME, PLACE, JsonObject.DEEPEST)
        && WIRE.read(in).name().equals(BLOCK);
  }

  @Override
  public R read(In in) {
    return which(in).read(in);
  }

  /** The bytes of an id are the same in both. */
  @Override
  public void write(Out out, R value) {
    ofBlocks.write(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    which(in).walk(in, sink);
  }

  @Override
  public void build(Source source, Out out) {
    Source kind = source.field(NAME);
    boolean blocks = kind != null && kind.kind() == Source.Kind.TEXT && kind.text().equals(BLOCK);
    (blocks ? ofBlocks : ofTransactions).build(source, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    boolean blocks = random.nextBoolean();
    Out sample = new Out();
    do {
      sample.truncate(0);
      (blocks ? ofBlocks : ofTransactions).sample(random, sample);
    } while (isOfBlocks(new In(sample.toBytes())) != blocks);
    out.bytes(sample.toBytes());
  }
}
