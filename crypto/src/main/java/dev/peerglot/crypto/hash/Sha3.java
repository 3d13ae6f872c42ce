// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA3-256 (FIPS 202): 32 bytes, the JDK's. Ethereum's older padding is {@link Keccak256}. */
public final class Sha3 {

  /** Length of a digest in bytes. */
  public static final int SIZE = 32;

  /** Looking one up costs as much as hashing a few bytes. */
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha3::open);

  private Sha3() {}

  /** The digest of the parts one after another. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = DIGEST.get();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest open() {
    try {
      return MessageDigest.getInstance("SHA3-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA3-256", e);
    }
  }
}
