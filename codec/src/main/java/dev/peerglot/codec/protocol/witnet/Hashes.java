// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Canonical;
import dev.peerglot.codec.schema.Derived;
import dev.peerglot.crypto.hash.Sha256;
import java.util.List;

/**
 * How Witnet hashes: SHA-256 of the canonical encoding, never of the bytes as they came ({@code
 * data_structures/src/transaction.rs}, {@code crypto/src/merkle.rs}).
 */
public final class Hashes {
  private Hashes() {}

  /** A hash of an object by the window over its bytes. */
  public interface Rule {
    /** 32 bytes. */
    byte[] of(In object);
  }

  /** A row that tells a hash. */
  public static Derived.Rule row(Rule rule) {
    return (object, sink, at) -> sink.hex(rule.of(object), 0, Sha256.SIZE, false, at, at);
  }

  /** The hash of a message in the window. */
  public static byte[] of(Canonical type, In message) {
    Out out = new Out(256);
    type.canonical(message, out);
    return Sha256.of(out.array(), 0, out.size());
  }

  /** The hash of two hashes. */
  public static byte[] of(byte[] left, byte[] right) {
    return new Sha256().update(left).update(right).digest();
  }

  /**
   * The root of a Merkle tree over hashes in order: of none the hash of nothing, of one itself;
   * else the first 2^k of them, the least such number that is at least half, on the left, the
   * others on the right.
   */
  public static byte[] merkleRoot(List<byte[]> leaves) {
    int size = leaves.size();
    if (size == 0) {
      return Sha256.of(new byte[0]);
    }
    if (size == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(size - 1);
    return of(merkleRoot(leaves.subList(0, left)), merkleRoot(leaves.subList(left, size)));
  }
}
