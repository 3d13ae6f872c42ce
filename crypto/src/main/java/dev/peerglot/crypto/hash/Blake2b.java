// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import org.bouncycastle.crypto.digests.Blake2bDigest;

/** BLAKE2b without a key (RFC 7693), in any of its lengths; BouncyCastle's implementation. */
public final class Blake2b {

  /** Longest digest in bytes. */
  public static final int MAXIMUM_SIZE = 64;

  private Blake2b() {}

  /**
   * The digest of the parts one after another.
   *
   * @param size length of the digest in bytes; digests of different lengths have nothing in common
   * @throws IllegalArgumentException if the size is not from 1 to {@value #MAXIMUM_SIZE}
   */
  public static byte[] of(int size, byte[]... parts) {
    if (size < 1 || size > MAXIMUM_SIZE) {
      throw new IllegalArgumentException(
          "BLAKE2b gives 1 to " + MAXIMUM_SIZE + " bytes, not " + size);
    }
    Blake2bDigest digest = new Blake2bDigest(8 * size);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] result = new byte[size];
    digest.doFinal(result, 0);
    return result;
  }
}
