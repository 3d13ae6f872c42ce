// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.filter;

import dev.peerglot.crypto.hash.Murmur3;

/**
 * A Bloom filter as {@code filterload} carries it (BIP 37). Hash i of an item is MurmurHash3 under
 * the seed {@code i * 0xfba4c795 + tweak}, modulo the number of bits; bit n is {@code 1 << (n & 7)}
 * of byte {@code n >> 3}.
 *
 * @param bits the bytes; changed by {@link #add}
 * @param functions how many hashes an item has
 * @param tweak chosen by the client
 */
public record BloomFilter(byte[] bits, int functions, int tweak) {
  /** Most bytes of a filter. */
  public static final int MOST_BYTES = 36_000;

  /** Most hash functions. */
  public static final int MOST_FUNCTIONS = 50;

  private static final double LN2 = 0.693147180559945309417232121458;

  /** An empty filter of the size that fits a number of items and a rate of false matches. */
  public static BloomFilter sized(int items, double rate, int tweak) {
    int size = (int) Math.min(-1 / (LN2 * LN2) * items * Math.log(rate), MOST_BYTES * 8.0) / 8;
    int functions = (int) Math.min(size * 8.0 / items * LN2, MOST_FUNCTIONS);
    return new BloomFilter(new byte[size], functions, tweak);
  }

  private int bit(int function, byte[] item) {
    int hash = Murmur3.of(function * 0xfba4c795 + tweak, item);
    return Integer.remainderUnsigned(hash, bits.length * 8);
  }

  /** Puts an item in. */
  public void add(byte[] item) {
    for (int i = 0; i < functions && bits.length > 0; i++) {
      int bit = bit(i, item);
      bits[bit >> 3] |= (byte) (1 << (bit & 7));
    }
  }

  /** Whether an item may be in; false is certain. An empty filter holds everything, as in Core. */
  public boolean mayHold(byte[] item) {
    for (int i = 0; i < functions && bits.length > 0; i++) {
      int bit = bit(i, item);
      if ((bits[bit >> 3] >> (bit & 7) & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
