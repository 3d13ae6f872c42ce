// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * SipHash-2-4 (Aumasson, Bernstein 2012): 64 bits under a key of 128 bits. Bitcoin's compact block
 * ids (BIP 152) and block filters (BIP 158) use it. Own code, because filters hash each of many
 * thousand short items. Instances may be shared.
 */
public final class SipHash {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long k0;
  private final long k1;

  /**
   * The function under a key.
   *
   * @param k0 the key's bytes 0 to 7, read as little-endian
   * @param k1 the key's bytes 8 to 15, read as little-endian
   */
  public SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  /**
   * The function under a key that is the first 16 bytes of an array, such as a block hash.
   *
   * @throws IllegalArgumentException if there are fewer than 16 bytes
   */
  public static SipHash keyed(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("a SipHash key has 16 bytes, not " + key.length);
    }
    return new SipHash((long) LONG.get(key, 0), (long) LONG.get(key, 8));
  }

  /** The hash of the whole array, as an unsigned 64-bit number. */
  public long of(byte[] input) {
    return of(input, 0, input.length);
  }

  /**
   * The hash of {@code length} bytes from {@code offset}, as an unsigned 64-bit number.
   *
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public long of(byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    int whole = length & ~7;
    long last = (long) length << 56;
    for (int i = whole; i < length; i++) {
      last |= (input[offset + i] & 0xffL) << 8 * (i - whole);
    }
    // One turn a word, one for the last bytes with the length, two (four rounds) to finish.
    for (int i = 0; i <= whole + 16; i += 8) {
      long word = 0;
      if (i < whole) {
        word = (long) LONG.get(input, offset + i);
      } else if (i == whole) {
        word = last;
      } else if (i == whole + 8) {
        v2 ^= 0xff;
      }
      v3 ^= word;
      for (int round = 0; round < 2; round++) {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= word;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }
}
