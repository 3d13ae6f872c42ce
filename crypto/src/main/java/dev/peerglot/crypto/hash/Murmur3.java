// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** MurmurHash3, x86, 32 bits (Austin Appleby), as the Bloom filters of BIP 37 use it. */
public final class Murmur3 {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Murmur3() {}

  /** The hash of the whole array under a seed, as an unsigned 32-bit number. */
  public static int of(int seed, byte[] input) {
    int hash = seed;
    int whole = input.length & ~3;
    for (int i = 0; i < whole; i += 4) {
      hash = Integer.rotateLeft(hash ^ scrambled((int) INT.get(input, i)), 13) * 5 + 0xe6546b64;
    }
    int rest = 0;
    for (int i = whole; i < input.length; i++) {
      rest |= (input[i] & 0xff) << 8 * (i - whole);
    }
    hash ^= scrambled(rest) ^ input.length;
    hash = (hash ^ hash >>> 16) * 0x85ebca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }

  private static int scrambled(int word) {
    return Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
  }
}
