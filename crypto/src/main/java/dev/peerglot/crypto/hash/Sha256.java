// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 (FIPS 180-4): 32 bytes, the JDK's implementation.
 *
 * <p>The static methods may be called from anywhere. An instance hashes piece by piece, can be used
 * again after each {@code digest}, and belongs to one thread.
 */
public final class Sha256 {

  /** Length of a digest in bytes. */
  public static final int SIZE = 32;

  /** Looking one up costs as much as hashing a few bytes. */
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::open);

  private final MessageDigest digest = open();

  /** The digest of the whole array. */
  public static byte[] of(byte[] input) {
    return DIGEST.get().digest(input);
  }

  /**
   * The digest of {@code length} bytes from {@code offset}.
   *
   * @throws IllegalArgumentException if the range is not inside the array
   */
  public static byte[] of(byte[] input, int offset, int length) {
    MessageDigest digest = DIGEST.get();
    digest.update(input, offset, length);
    return digest.digest();
  }

  /** SHA-256 of the SHA-256 of the whole array, as Bitcoin hashes. */
  public static byte[] twice(byte[] input) {
    return twice(input, 0, input.length);
  }

  /**
   * SHA-256 of the SHA-256 of {@code length} bytes from {@code offset}, as Bitcoin hashes.
   *
   * @throws IllegalArgumentException if the range is not inside the array
   */
  public static byte[] twice(byte[] input, int offset, int length) {
    MessageDigest digest = DIGEST.get();
    digest.update(input, offset, length);
    return digest.digest(digest.digest());
  }

  /**
   * SHA-256 of the SHA-256 of some ranges of an array, one behind the other.
   *
   * @param ranges offset and length of each
   * @throws IllegalArgumentException if a range is not inside the array
   */
  public static byte[] twiceOver(byte[] input, int... ranges) {
    MessageDigest digest = DIGEST.get();
    for (int i = 0; i < ranges.length; i += 2) {
      digest.update(input, ranges[i], ranges[i + 1]);
    }
    return digest.digest(digest.digest());
  }

  /** Takes in the whole array. */
  public Sha256 update(byte[] input) {
    digest.update(input);
    return this;
  }

  /**
   * Takes in {@code length} bytes from {@code offset}.
   *
   * @throws IllegalArgumentException if the range is not inside the array
   */
  public Sha256 update(byte[] input, int offset, int length) {
    digest.update(input, offset, length);
    return this;
  }

  /** Ends the message, returns its digest and starts afresh. */
  public byte[] digest() {
    return digest.digest();
  }

  /**
   * Ends the message, writes its digest to {@code target} and starts afresh. Allocates nothing.
   *
   * @throws IllegalArgumentException if fewer than {@value #SIZE} bytes follow {@code offset}
   */
  public void digest(byte[] target, int offset) {
    try {
      digest.digest(target, offset, SIZE);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for a digest of " + SIZE + " bytes", e);
    }
  }

  private static MessageDigest open() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
