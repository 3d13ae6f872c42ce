// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;
import java.util.List;

/**
 * {@code Transaction}.
 *
 * @param id SHA-256 of its bincode with the id empty, taken before it was signed
 * @param vin what it spends
 * @param vout what it pays
 * @param trailing bytes behind it, which the reference ignores; null for none
 */
public record Transaction(byte[] id, List<TxInput> vin, List<TxOutput> vout, byte[] trailing) {
  /** Whether it mints: exactly one input, without a key. */
  public boolean isCoinbase() {
    return vin.size() == 1 && vin.getFirst().pubKey().length == 0;
  }

  /** The id that follows from its content. A coinbase keeps the random bytes in its signature. */
  public byte[] rightId(Dialect dialect) {
    List<TxInput> inputs = isCoinbase() ? vin : vin.stream().map(TxInput::unsigned).toList();
    Transaction bare = new Transaction(new byte[0], inputs, vout, null);
    return Sha256.of(dialect.transaction().toBytes(bare));
  }

  /** Whether the id is the right one. */
  public boolean hasRightId(Dialect dialect) {
    return Arrays.equals(id, rightId(dialect));
  }

  Transaction corrected(Dialect dialect) {
    return new Transaction(rightId(dialect), vin, vout, trailing);
  }
}
