// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

/**
 * Short names of I2P destinations: base32 of the destination's SHA-256 and {@code .b32.i2p}, 52
 * letters in front.
 */
public final class I2p {
  private static final String SUFFIX = ".b32.i2p";

  private I2p() {}

  /** The name for a 32-byte hash. */
  public static String of(byte[] hash) {
    return Base32.encode(hash) + SUFFIX;
  }

  /** Whether a host is meant as an I2P destination. */
  public static boolean named(String host) {
    return host.endsWith(SUFFIX);
  }

  /**
   * The 32 bytes of a name.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] parse(String name) {
    if (!named(name) || name.length() != 52 + SUFFIX.length()) {
      throw new IllegalArgumentException("52 letters and " + SUFFIX);
    }
    return Base32.decode(name.substring(0, 52));
  }
}
