// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.proof;

/**
 * The target of a block in compact form ({@code bits}): the top byte is an exponent of 256, counted
 * from the number's highest byte, the low 23 bits are the mantissa, bit 23 is a sign.
 */
public final class Target {
  private static final int SIZE = 32;

  private Target() {}

  /**
   * The target as 32 bytes, highest first, or null where the bits stand for no target: negative,
   * zero or above 2^256 ({@code arith_uint256::SetCompact}).
   */
  public static byte[] of(long bits) {
    int size = (int) (bits >>> 24);
    int word = (int) (bits & 0x7fffff);
    if (size < 3) {
      word >>>= 8 * (3 - size);
      size = 3;
    }
    if (word == 0 || (bits & 0x800000) != 0) {
      return null;
    }
    byte[] target = new byte[SIZE];
    for (int i = 0; i < 3; i++) {
      int place = SIZE - size + i;
      int digit = word >>> 16 - 8 * i & 0xff;
      if (place >= 0 && place < SIZE) {
        target[place] = (byte) digit;
      } else if (digit != 0) {
        return null;
      }
    }
    return target;
  }

  /** Whether a hash in digest order, read as a number with its lowest byte first, is in reach. */
  public static boolean isMet(byte[] hash, byte[] target) {
    for (int i = 0; i < SIZE; i++) {
      int difference = (hash[SIZE - 1 - i] & 0xff) - (target[i] & 0xff);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return true;
  }

  /** Whether a hash meets the target that the bits stand for. */
  public static boolean isMet(byte[] hash, long bits) {
    byte[] target = of(bits);
    return target != null && isMet(hash, target);
  }
}
