// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 128-bit CityHash of the Graphene library fc, for inputs of exactly 64 bytes.
 *
 * <p>It is not CityHash128: fc reads 128-bit pairs as (high, low) where Google's code has (low,
 * high), which swaps values inside the algorithm, and the third step of its 128-to-64 mixing takes
 * {@code u} where Google's takes {@code v}. No stock library gives these values. BitShares derives
 * the initial vector of its cipher from it (fc {@code src/crypto/city.cpp}, {@code
 * city_hash_crc_128}, which for up to 900 bytes is {@code city_hash128}).
 */
public final class FcCityHash {

  /** Length of the input in bytes: one SHA-512 digest. */
  public static final int INPUT_SIZE = 64;

  /** Length of the result in bytes: the high half, then the low half, each little-endian. */
  public static final int SIZE = 16;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long K0 = 0xc3a5c85c97cb3127L;
  private static final long K1 = 0xb492b66fbe98f273L;
  private static final long MULTIPLIER = 0x9ddfea08eb382d69L;

  private FcCityHash() {}

  /**
   * The hash of 64 bytes.
   *
   * @throws IllegalArgumentException if the input is not {@value #INPUT_SIZE} bytes long
   */
  public static byte[] of(byte[] input) {
    if (input.length != INPUT_SIZE) {
      throw new IllegalArgumentException(
          "this hash takes " + INPUT_SIZE + " bytes, not " + input.length);
    }
    long a = word(input, 1) + K0;
    long b = word(input, 0);
    long c = mix(word(input, 7) + K1, a);
    long d = mix(b + 48, c + word(input, 6));
    a += d;
    for (int i = 2; i < 6; i += 2) {
      a ^= shifted(word(input, i) * K1) * K1;
      a *= K1;
      b ^= a;
      c ^= shifted(word(input, i + 1) * K1) * K1;
      c *= K1;
      d ^= c;
    }
    a = mix(a, c);
    b = mix(d, b);
    byte[] result = new byte[SIZE];
    LONG.set(result, 0, a ^ b);
    LONG.set(result, 8, mix(b, a));
    return result;
  }

  private static long word(byte[] input, int index) {
    return (long) LONG.get(input, index * Long.BYTES);
  }

  private static long shifted(long value) {
    return value ^ value >>> 47;
  }

  private static long mix(long u, long v) {
    long a = shifted((u ^ v) * MULTIPLIER);
    long b = shifted((u ^ a) * MULTIPLIER);
    return b * MULTIPLIER;
  }
}
