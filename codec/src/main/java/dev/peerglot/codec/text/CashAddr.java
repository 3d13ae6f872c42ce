// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import java.util.Arrays;

/**
 * Addresses of Bitcoin Cash (its CashAddr specification): a prefix, a colon, then in Bech32's
 * letters a version byte, a hash of 20 or 32 bytes and a checksum of 40 bits. The version byte has
 * the kind in bits 3 to 6 (0 public key hash, 1 script hash) and the size in bits 0 to 2.
 */
public final class CashAddr {
  private static final long[] GENERATOR = {
    0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L
  };

  private CashAddr() {}

  /** The address of a hash of 20 or 32 bytes; kind 0 is a public key's, 1 a script's. */
  public static String encode(String prefix, int kind, byte[] hash) {
    byte[] payload = new byte[hash.length + 1];
    payload[0] = (byte) (kind << 3 | (hash.length == 32 ? 3 : 0));
    System.arraycopy(hash, 0, payload, 1, hash.length);
    byte[] words = Bech32.words(payload, 0);
    long check = residue(prefix, Arrays.copyOf(words, words.length + 8)) ^ 1;
    StringBuilder text = new StringBuilder(prefix).append(':');
    for (byte word : words) {
      text.append(Bech32.ALPHABET.charAt(word));
    }
    for (int i = 7; i >= 0; i--) {
      text.append(Bech32.ALPHABET.charAt((int) (check >> 5 * i & 31)));
    }
    return text.toString();
  }

  /**
   * The version byte and the hash of an address in lower case, with or without the prefix.
   *
   * @throws IllegalArgumentException if it is none: letters, length, checksum
   */
  public static byte[] decode(String prefix, String address) {
    String text =
        address.startsWith(prefix + ":") ? address.substring(prefix.length() + 1) : address;
    byte[] words = Bech32.letters(text);
    if (words.length < 42 || words.length > 61 || residue(prefix, words) != 1) {
      throw new IllegalArgumentException("an address whose length or checksum does not fit");
    }
    byte[] payload = Bech32.bytes(Arrays.copyOf(words, words.length - 8), 0);
    int size = payload.length - 1;
    if ((payload[0] & 0x87) != (size == 32 ? 3 : 0) || size != 20 && size != 32) {
      throw new IllegalArgumentException("an address of an unknown kind");
    }
    return payload;
  }

  private static long residue(String prefix, byte[] words) {
    long state = 1;
    for (int i = 0; i < prefix.length(); i++) {
      state = step(state, prefix.charAt(i) & 31);
    }
    state = step(state, 0);
    for (byte word : words) {
      state = step(state, word);
    }
    return state;
  }

  private static long step(long state, int word) {
    long top = state >>> 35;
    long next = (state & 0x7ffffffffL) << 5 ^ word;
    for (int i = 0; i < 5; i++) {
      next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }
}
