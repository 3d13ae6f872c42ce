// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.crypto.hash.Sha256;

/**
 * A filter of 2048 bits in 256 bytes, as Ethereum's but with SHA-256: each of the first three pairs
 * of bytes of a topic's hash, high byte first and modulo 2048, is the number of a bit; bit 0 is the
 * lowest of the last byte.
 */
public final class LogsBloom {
  /** Size in bytes. */
  public static final int SIZE = 256;

  private final byte[] bits = new byte[SIZE];

  /** A filter of nothing. */
  public LogsBloom() {}

  /** Adds a topic. */
  public void add(byte[] topic) {
    byte[] hash = Sha256.of(topic);
    for (int i = 0; i < 6; i += 2) {
      int bit = (hash[i] & 7) << 8 | hash[i + 1] & 0xff;
      bits[SIZE - 1 - bit / 8] |= (byte) (1 << bit % 8);
    }
  }

  /** The filter; not to be changed. */
  public byte[] bytes() {
    return bits;
  }
}
