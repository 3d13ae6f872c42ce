// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-224 (FIPS 180-4): 28 bytes, the JDK's implementation. */
public final class Sha224 {

  /** Length of a digest in bytes. */
  public static final int SIZE = 28;

  private Sha224() {}

  /** The digest of the whole array. */
  public static byte[] of(byte[] input) {
    return of(input, 0, input.length);
  }

  /**
   * The digest of {@code length} bytes from {@code offset}.
   *
   * @throws IllegalArgumentException if the range is not inside the array
   */
  public static byte[] of(byte[] input, int offset, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-224");
      digest.update(input, offset, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-224", e);
    }
  }
}
