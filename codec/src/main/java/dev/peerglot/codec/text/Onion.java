// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import dev.peerglot.crypto.hash.Sha3;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names of onion services. Version 3 (Tor's rend-spec-v3, section 6): base32 of the service's
 * Ed25519 key, two bytes of checksum and the version, 56 letters. Version 2: base32 of 10 bytes of
 * a hash, 16 letters; retired in 2021.
 */
public final class Onion {
  private static final String SUFFIX = ".onion";
  private static final byte[] CHECKSUM = ".onion checksum".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VERSION_3 = {3};

  private Onion() {}

  /** The name of a version 3 service with this 32-byte key. */
  public static String v3(byte[] key) {
    byte[] check = check(key);
    byte[] whole = Arrays.copyOf(key, 35);
    whole[32] = check[0];
    whole[33] = check[1];
    whole[34] = 3;
    return Base32.encode(whole) + SUFFIX;
  }

  /** The name of a version 2 service with these 10 bytes. */
  public static String v2(byte[] hash) {
    return Base32.encode(hash) + SUFFIX;
  }

  /** Whether a host is meant as an onion service. */
  public static boolean named(String host) {
    return host.endsWith(SUFFIX);
  }

  /**
   * The 32-byte key of a version 3 name.
   *
   * @throws IllegalArgumentException if the name is none: length, alphabet, checksum or version
   */
  public static byte[] parseV3(String name) {
    byte[] whole = parse(name, 56);
    byte[] key = Arrays.copyOf(whole, 32);
    byte[] check = check(key);
    if (whole[34] != 3) {
      throw new IllegalArgumentException("an onion name of version " + whole[34] + ", not 3");
    }
    if (whole[32] != check[0] || whole[33] != check[1]) {
      throw new IllegalArgumentException("an onion name whose checksum does not fit");
    }
    return key;
  }

  /**
   * The 10 bytes of a version 2 name.
   *
   * @throws IllegalArgumentException if the name is none
   */
  public static byte[] parseV2(String name) {
    return parse(name, 16);
  }

  private static byte[] parse(String name, int letters) {
    if (!named(name) || name.length() != letters + SUFFIX.length()) {
      throw new IllegalArgumentException(letters + " letters and " + SUFFIX);
    }
    return Base32.decode(name.substring(0, letters));
  }

  private static byte[] check(byte[] key) {
    return Sha3.of(CHECKSUM, key, VERSION_3);
  }
}
