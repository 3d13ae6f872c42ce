// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.util.Objects;
import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * Keccak-256 with the padding from before FIPS 202, which Ethereum kept: 32 bytes, BouncyCastle's.
 *
 * <p>The static methods may be called from anywhere. An instance hashes piece by piece, can be used
 * again after each {@code digest}, and belongs to one thread.
 */
public final class Keccak256 {

  /** Length of a digest in bytes. */
  public static final int SIZE = 32;

  private final KeccakDigest digest;

  /** An empty message. */
  public Keccak256() {
    digest = new KeccakDigest(8 * SIZE);
  }

  private Keccak256(KeccakDigest state) {
    digest = new KeccakDigest(state);
  }

  /** The digest of the parts one after another. */
  public static byte[] of(byte[]... parts) {
    Keccak256 keccak256 = new Keccak256();
    for (byte[] part : parts) {
      keccak256.update(part);
    }
    return keccak256.digest();
  }

  /** Takes in the whole array. */
  public Keccak256 update(byte[] input) {
    return update(input, 0, input.length);
  }

  /**
   * Takes in {@code length} bytes from {@code offset}.
   *
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public Keccak256 update(byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    digest.update(input, offset, length);
    return this;
  }

  /** An independent copy of the state: for protocols that read a digest and go on hashing. */
  public Keccak256 copy() {
    return new Keccak256(digest);
  }

  /** Ends the message, returns its digest and starts afresh. */
  public byte[] digest() {
    byte[] result = new byte[SIZE];
    digest.doFinal(result, 0);
    return result;
  }
}
