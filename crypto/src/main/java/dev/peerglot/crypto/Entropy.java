// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

/**
 * Where randomness comes from. Everything that draws a key, a nonce or padding takes one of these,
 * so that a run can be repeated to the byte.
 */
public interface Entropy {

  /**
   * Draws fresh bytes.
   *
   * @param count how many, 0 or more
   * @throws IllegalArgumentException if {@code count} is negative
   */
  byte[] bytes(int count);

  /** Draws 64 bits, uniformly. */
  default long nextLong() {
    byte[] drawn = bytes(Long.BYTES);
    long value = 0;
    for (byte octet : drawn) {
      value = value << 8 | (octet & 0xff);
    }
    return value;
  }

  /**
   * Draws a number from 0 to {@code bound - 1}, uniformly.
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  default int below(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("a bound must be positive, not " + bound);
    }
    // 63 bits against at most 31: values past the last whole multiple are drawn again.
    long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    while (true) {
      long drawn = nextLong() >>> 1;
      if (drawn < limit) {
        return (int) (drawn % bound);
      }
    }
  }

  /** The operating system's randomness, opened at its first use. Safe for use by many threads. */
  static Entropy system() {
    return SystemEntropy.INSTANCE;
  }

  /**
   * A repeatable stream: SHA-256 over the seed (8 bytes, big-endian) and a block counter (8 bytes,
   * big-endian, from 0). Worth nothing as a secret. For one thread at a time.
   */
  static Entropy seeded(long seed) {
    return new SeededEntropy(seed);
  }
}
