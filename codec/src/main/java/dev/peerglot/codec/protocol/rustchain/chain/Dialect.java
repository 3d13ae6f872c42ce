// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

import dev.peerglot.codec.schema.Bincode;
import dev.peerglot.codec.schema.Numbers;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;

/**
 * The encodings of blocks and transactions that the project has had, newest first. The JSON around
 * them never changed, so that only the bytes tell which one it is: see {@link Dialects}.
 */
public enum Dialect {
  /** Since 2025-08-28: bincode 2. */
  D(new Shapes(Bincode.usize, Bincode.i32, Bincode.i64, true, true)),
  /** 2025-08-25: bincode 1, the fields of D. */
  C(new Shapes(Numbers.u64le, Numbers.i32le, Numbers.i64le, true, true)),
  /** 2025-07-23: bincode 1, a block's nonce and height behind its transactions. */
  B(new Shapes(Numbers.u64le, Numbers.i32le, Numbers.i64le, true, false)),
  /** 2025-07-20: as B, outputs without the mark of the pool. */
  A(new Shapes(Numbers.u64le, Numbers.i32le, Numbers.i64le, false, false));

  private final Sequence<Transaction> transaction;
  private final Sequence<Transaction> wholeTransaction;
  private final Sequence<Block> block;

  Dialect(Shapes shapes) {
    transaction = shapes.transaction(this);
    wholeTransaction = label(shapes.wholeTransaction(this));
    block = label(shapes.block(transaction));
  }

  private <T> Sequence<T> label(Sequence<T> type) {
    String label = name();
    return ordinal() == 0
        ? type
        : type.derive(
            "dialect",
            "the old encoding that it has",
            (object, sink, at) -> sink.text(label, at, at));
  }

  /** A transaction inside of a block. */
  public Type<Transaction> transaction() {
    return transaction;
  }

  /** A transaction by itself; bytes behind it are kept. */
  public Type<Transaction> wholeTransaction() {
    return wholeTransaction;
  }

  /** A block by itself; bytes behind it are kept. */
  public Type<Block> block() {
    return block;
  }
}
