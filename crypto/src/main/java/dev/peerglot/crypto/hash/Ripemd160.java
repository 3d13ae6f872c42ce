// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.util.Objects;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/** RIPEMD-160 (Dobbertin, Bosselaers, Preneel 1996): 20 bytes, BouncyCastle's implementation. */
public final class Ripemd160 {

  /** Length of a digest in bytes. */
  public static final int SIZE = 20;

  private Ripemd160() {}

  /** The digest of the whole array. */
  public static byte[] of(byte[] input) {
    return of(input, 0, input.length);
  }

  /**
   * The digest of {@code length} bytes from {@code offset}.
   *
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public static byte[] of(byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    RIPEMD160Digest digest = new RIPEMD160Digest();
    digest.update(input, offset, length);
    byte[] result = new byte[SIZE];
    digest.doFinal(result, 0);
    return result;
  }
}
