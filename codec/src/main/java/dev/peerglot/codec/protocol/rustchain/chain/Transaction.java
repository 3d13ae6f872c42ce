// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

import dev.peerglot.crypto.curve.Schnorr;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
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

  /** Whether it carries signatures of today's kind: BIP 340 under a compressed key each. */
  boolean isSigned() {
    return !vin.isEmpty()
        && vin.stream()
            .allMatch(
                input ->
                    input.signature().length == Schnorr.SIGNATURE_SIZE
                        && input.pubKey().length == Secp256k1.COMPRESSED_SIZE);
  }

  /**
   * Whether every input is signed by the key that it shows. That the spent output belongs to that
   * key is for whoever has the chain; here the key's own hash stands in for the output's.
   */
  public boolean hasRightSignatures(Dialect dialect) {
    for (int i = 0; i < vin.size(); i++) {
      byte[] key = vin.get(i).pubKey();
      byte[] x = Arrays.copyOfRange(key, 1, Secp256k1.COMPRESSED_SIZE);
      if (!Schnorr.verify(x, signed(dialect, i), vin.get(i).signature())) {
        return false;
      }
    }
    return true;
  }

  /** What the signature of an input signs: SHA-256 twice over the bytes without signatures. */
  private byte[] signed(Dialect dialect, int index) {
    List<TxInput> inputs = new ArrayList<>();
    for (int i = 0; i < vin.size(); i++) {
      TxInput input = vin.get(i);
      byte[] owner = i == index ? Sha256.of(input.pubKey()) : new byte[0];
      inputs.add(new TxInput(input.txid(), input.vout(), new byte[0], owner));
    }
    Transaction bare = new Transaction(new byte[0], inputs, vout, null);
    return Sha256.of(Sha256.of(dialect.transaction().toBytes(bare)));
  }

  Transaction corrected(Dialect dialect) {
    return new Transaction(rightId(dialect), vin, vout, trailing);
  }
}
