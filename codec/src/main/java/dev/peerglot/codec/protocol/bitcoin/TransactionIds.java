// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.crypto.hash.Sha256;

/** The two names of a transaction: with its witnesses, and without (BIP 141). */
final class TransactionIds {
  private TransactionIds() {}

  /**
   * SHA-256 twice over the transaction without marker, flag and witnesses; 32 bytes in digest
   * order.
   *
   * @throws Malformed if the bytes are no transaction
   */
  static byte[] txid(byte[] body) {
    if (body.length < 6 || body[4] != 0 || body[5] == 0) {
      return Sha256.twice(body);
    }
    In in = new In(body);
    in.take(6);
    long inputs = Primitives.count.get(in);
    for (long i = 0; i < inputs; i++) {
      in.take(36);
      in.take(Math.toIntExact(Primitives.count.get(in)));
      in.take(4);
    }
    long outputs = Primitives.count.get(in);
    for (long i = 0; i < outputs; i++) {
      in.take(8);
      in.take(Math.toIntExact(Primitives.count.get(in)));
    }
    Out stripped = new Out(in.at() + 4).bytes(body, 0, 4).bytes(body, 6, in.at() - 6);
    return Sha256.twice(stripped.bytes(body, body.length - 4, 4).toBytes());
  }
}
