// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

import dev.peerglot.crypto.hash.Sha256;

/** SHA-256 in counter mode over a seed. */
final class SeededEntropy implements Entropy {

  private final Sha256 sha256 = new Sha256();
  private final byte[] input = new byte[2 * Long.BYTES];
  private final byte[] block = new byte[Sha256.SIZE];
  private long counter;
  private int used = Sha256.SIZE;

  SeededEntropy(long seed) {
    putLong(input, 0, seed);
  }

  @Override
  public byte[] bytes(int count) {
    byte[] drawn = new byte[checked(count)];
    for (int filled = 0; filled < count; ) {
      if (used == block.length) {
        putLong(input, Long.BYTES, counter++);
        sha256.update(input).digest(block, 0);
        used = 0;
      }
      int part = Math.min(count - filled, block.length - used);
      System.arraycopy(block, used, drawn, filled, part);
      used += part;
      filled += part;
    }
    return drawn;
  }

  static int checked(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("cannot draw " + count + " bytes");
    }
    return count;
  }

  private static void putLong(byte[] target, int offset, long value) {
    for (int i = 0; i < Long.BYTES; i++) {
      target[offset + i] = (byte) (value >>> 56 - 8 * i);
    }
  }
}
