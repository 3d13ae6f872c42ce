// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Base58 with four bytes of checksum: the first of SHA-256 twice over what stands before. */
public final class Base58Check {
  private Base58Check() {}

  /** The text of a version byte and a payload. */
  public static String encode(int version, byte[] payload) {
    return new String(ascii(version, payload, 0, payload.length), StandardCharsets.US_ASCII);
  }

  /** The same as ASCII, for a payload that is a part of an array. */
  public static byte[] ascii(int version, byte[] array, int index, int length) {
    int size = length + 1;
    byte[] all = new byte[size + 4];
    all[0] = (byte) version;
    System.arraycopy(array, index, all, 1, length);
    System.arraycopy(Sha256.twice(all, 0, size), 0, all, size, 4);
    return Base58.ascii(all);
  }

  /**
   * The version byte and the payload of a text.
   *
   * @throws IllegalArgumentException for wrong letters or a wrong checksum
   */
  public static byte[] decode(String text) {
    if (text.length() > 128) {
      throw new IllegalArgumentException("a base58 text of " + text.length() + " letters");
    }
    byte[] all = Base58.decode(text);
    int size = all.length - 4;
    if (size < 1 || !Arrays.equals(all, size, size + 4, Sha256.twice(all, 0, size), 0, 4)) {
      throw new IllegalArgumentException("a base58 text whose checksum does not fit");
    }
    return Arrays.copyOf(all, size);
  }
}
