// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The nonces of RFC 6979, section 3.2, with HMAC-SHA-256, for a group order of 256 bits. */
final class Rfc6979 {

  private final HMac hmac = new HMac(new SHA256Digest());
  private final byte[] value = new byte[32];
  private boolean drawn;

  Rfc6979(byte[] privateKey, byte[] digest) {
    BigInteger message = new BigInteger(1, digest);
    byte[] reduced =
        message.compareTo(Secp256k1.ORDER) < 0
            ? digest
            : Secp256k1.bytes(message.subtract(Secp256k1.ORDER));
    Arrays.fill(value, (byte) 1);
    hmac.init(new KeyParameter(new byte[32]));
    rekey(0, privateKey, reduced);
    rekey(1, privateKey, reduced);
  }

  /** The next candidate, 32 bytes; the caller passes over those that are not in range. */
  byte[] next() {
    if (drawn) {
      rekey(0);
    }
    drawn = true;
    step();
    return value.clone();
  }

  private void rekey(int marker, byte[]... inputs) {
    byte[] key = new byte[32];
    hmac.update(value, 0, value.length);
    hmac.update((byte) marker);
    for (byte[] input : inputs) {
      hmac.update(input, 0, input.length);
    }
    hmac.doFinal(key, 0);
    hmac.init(new KeyParameter(key));
    step();
  }

  private void step() {
    hmac.update(value, 0, value.length);
    hmac.doFinal(value, 0);
  }
}
