// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.hash.HmacSha256;
import java.math.BigInteger;
import java.util.Arrays;

/** The nonces of RFC 6979, section 3.2, with HMAC-SHA-256, for a group order of 256 bits. */
final class Rfc6979 {

  private HmacSha256 hmac = new HmacSha256(new byte[32]);
  private byte[] value = new byte[32];
  private boolean drawn;

  Rfc6979(byte[] privateKey, byte[] digest) {
    BigInteger message = new BigInteger(1, digest);
    byte[] reduced =
        message.compareTo(Secp256k1Group.ORDER) < 0
            ? digest
            : Secp256k1.bytes(message.subtract(Secp256k1Group.ORDER));
    Arrays.fill(value, (byte) 1);
    rekey(0, privateKey, reduced);
    rekey(1, privateKey, reduced);
  }

  /** The next candidate, 32 bytes; the caller passes over those that are not in range. */
  byte[] next() {
    if (drawn) {
      rekey(0, new byte[0], new byte[0]);
    }
    drawn = true;
    value = hmac.of(value);
    return value;
  }

  private void rekey(int marker, byte[] privateKey, byte[] digest) {
    hmac = new HmacSha256(hmac.of(value, new byte[] {(byte) marker}, privateKey, digest));
    value = hmac.of(value);
  }
}
