// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the bytes of a transaction ({@code transaction.cpp}).
 *
 * @param array the bytes around it; not to be changed
 * @param from index of its first byte
 * @param to index behind its last byte that is signed
 * @param signatures 65 bytes each
 */
public record TransactionParts(byte[] array, int from, int to, List<byte[]> signatures) {
  /** The parts of the transaction at the cursor, which moves past its signatures. */
  public static TransactionParts at(In in) {
    int from = in.index();
    Transactions.unsigned.walk(in, Deaf.SINK);
    int to = in.index();
    return new TransactionParts(in.array(), from, to, Transactions.signatures.read(in));
  }

  /** The transaction id: the first 20 bytes of the SHA-256 of what is signed. */
  public byte[] id() {
    return Arrays.copyOf(Sha256.of(array, from, to - from), 20);
  }

  /** What is signed on one chain: SHA-256 of the chain id and the transaction. */
  public byte[] digest(byte[] chainId) {
    return new Sha256().update(chainId).update(array, from, to - from).digest();
  }

  /** The keys that signed on that chain, 33 bytes each; a signature by no key is left out. */
  public List<byte[]> signees(byte[] chainId) {
    byte[] digest = digest(chainId);
    List<byte[]> keys = new ArrayList<>();
    for (byte[] signature : signatures) {
      Optional<byte[]> key = Secp256k1.recover(digest, signature);
      key.ifPresent(keys::add);
    }
    return keys;
  }
}
