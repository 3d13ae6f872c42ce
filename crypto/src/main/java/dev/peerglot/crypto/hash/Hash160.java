// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

/** RIPEMD-160 of SHA-256: 20 bytes, as Bitcoin's addresses use it. */
public final class Hash160 {

  /** Length of a digest in bytes. */
  public static final int SIZE = Ripemd160.SIZE;

  private Hash160() {}

  /** The digest of the whole array. */
  public static byte[] of(byte[] input) {
    return Ripemd160.of(Sha256.of(input));
  }
}
