// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.kdf;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA-256 (RFC 5869). Any input may be empty, except a pseudorandom key. */
public final class Hkdf {

  /** Length of a pseudorandom key in bytes. */
  public static final int KEY_SIZE = 32;

  /** Most bytes that one pseudorandom key and info expand to: 255 digests. */
  public static final int MAXIMUM_OUTPUT = 255 * KEY_SIZE;

  private static final KDF HKDF = open();

  private Hkdf() {}

  /** HKDF-Extract: the pseudorandom key, 32 bytes; an empty salt stands for 32 zero bytes. */
  public static byte[] extract(byte[] salt, byte[] inputKey) {
    return derive(HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(inputKey).extractOnly());
  }

  /**
   * HKDF-Expand: {@code length} bytes.
   *
   * @throws IllegalArgumentException if the pseudorandom key is shorter than 32 bytes or the length
   *     not from 1 to {@value #MAXIMUM_OUTPUT}
   */
  public static byte[] expand(byte[] pseudorandomKey, byte[] info, int length) {
    requireLength(length);
    if (pseudorandomKey.length < KEY_SIZE) {
      throw new IllegalArgumentException(
          "a pseudorandom key has at least 32 bytes, not " + pseudorandomKey.length);
    }
    var key = new SecretKeySpec(pseudorandomKey, "Generic");
    return derive(HKDFParameterSpec.expandOnly(key, info, length));
  }

  /**
   * HKDF-Extract, then HKDF-Expand: {@code length} bytes.
   *
   * @throws IllegalArgumentException if the length is not from 1 to {@value #MAXIMUM_OUTPUT}
   */
  public static byte[] derive(byte[] salt, byte[] inputKey, byte[] info, int length) {
    requireLength(length);
    return derive(
        HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(inputKey).thenExpand(info, length));
  }

  private static byte[] derive(AlgorithmParameterSpec parameters) {
    try {
      return HKDF.deriveData(parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 refused its parameters", e);
    }
  }

  private static void requireLength(int length) {
    if (length < 1 || length > MAXIMUM_OUTPUT) {
      throw new IllegalArgumentException(
          "HKDF-SHA256 gives 1 to " + MAXIMUM_OUTPUT + " bytes, not " + length);
    }
  }

  private static KDF open() {
    try {
      // By name of the JDK's provider: a search would start every provider there is, BouncyCastle
      // too.
      return KDF.getInstance("HKDF-SHA256", "SunJCE");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HKDF-SHA256", e);
    }
  }
}
