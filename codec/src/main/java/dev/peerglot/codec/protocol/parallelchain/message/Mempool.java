// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.schema.Numbers.u16le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.schema.Whole;
import java.util.List;

/** What travels about pending transactions ({@code messages.rs} of pchain-network). */
public final class Mempool {
  private static final String V1 = "TransactionV1";
  private static final String V2 = "TransactionV2";
  private static final String DROPPED = "DroppedTxn";

  /** Since pchain-network 0.6: a byte tells the version. */
  public static final Kinds tagged =
      new Kinds(
          "TransactionV1OrV2",
          List.of(
              new Kinds.Kind(V1, "00", tagged(V1, 1), "a transaction of protocol 0.4"),
              new Kinds.Kind(V2, "01", tagged(V2, 2), "a transaction of protocol 0.5")));

  /** Up to pchain-network 0.5: version 1 without a tag. */
  public static final Sequence<Raw> untagged =
      Transactions.beside(
          Transactions.rows(
                  Rows.rows()
                      .field(
                          "kind", Primitives.kind(V1), "not on the wire: the only kind there was")
                      .field(
                          "untagged", Always.always, "not on the wire: up to pchain-network 0.5"))
              .make("UntaggedTransaction")
              .otherwise("kind", '"' + V1 + '"')
              .otherwise("untagged", "true"),
          1,
          0);

  private static final Whole<Integer> code =
      u16le.named(
          Names.values()
              .on(0x0515, "InvalidTxn")
              .on(0x0516, "NonceLTCommitted")
              .on(0x0517, "NonceInaccessible"));

  private static final Leaf<Integer> by = Borsh.variants("dropper", "mempool", "executor");

  /** A transaction was dropped; only pchain-network 0.5 and before. */
  public static final Sequence<Raw> dropped =
      Rows.rows()
          .field("kind", Primitives.kind(DROPPED), "not on the wire: the topic tells it")
          .field("by", by, "who dropped it")
          .field("transaction", Transactions.v1, "what was dropped, by the mempool")
          .field("hash", Primitives.hash, "of what was dropped, by the executor")
          .field("code", code, "why; the protocol's document has these digits as decimal")
          .make("DroppedTxnMessage")
          .otherwise("kind", '"' + DROPPED + '"')
          .onlyIf("transaction", in -> in.peek() == 0)
          .onlyIf("hash", in -> in.peek() == 1);

  private Mempool() {}

  private static Sequence<Raw> tagged(String name, int version) {
    Leaf<String> kind = Primitives.kind(name, version - 1);
    Rows rows = Rows.rows().field("kind", kind, "one byte: the version, from 0");
    return Transactions.beside(
        Transactions.rows(rows).make(name).otherwise("kind", '"' + name + '"'), version, 1);
  }

  /**
   * What a transaction on the topic of pending ones is: {@link #tagged} if it can be and nothing is
   * left over, else {@link #untagged} if that can be, else the former, which then faults. Where
   * both can be, the one whose hash is that of its signature.
   */
  public static Type<Raw> type(byte[] data) {
    boolean canTagged = fits(tagged, data);
    boolean canUntagged = fits(untagged, data);
    if (canTagged && canUntagged) {
      return new TransactionParts(data, 0, data.length, 1).isHashed() && !isHashed(data)
          ? untagged
          : tagged;
    }
    return canUntagged ? untagged : tagged;
  }

  private static boolean isHashed(byte[] data) {
    return new TransactionParts(data, 1, data.length, 1).isHashed();
  }

  private static boolean fits(Type<?> type, byte[] data) {
    In in = new In(data);
    try {
      type.walk(in, Deaf.SINK);
      return in.left() == 0;
    } catch (Malformed e) {
      return false;
    }
  }
}
