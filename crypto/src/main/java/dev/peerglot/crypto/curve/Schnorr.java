// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.hash.TaggedHash;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Schnorr signatures over secp256k1 as BIP 340 has them: 64 bytes, the X coordinate of R and then
 * s, both high byte first, under a public key of 32 bytes X that stands for the point with even Y.
 */
public final class Schnorr {
  /** Length of a signature in bytes. */
  public static final int SIGNATURE_SIZE = 64;

  private static final int HALF = 32;
  private static final TaggedHash CHALLENGE = new TaggedHash("BIP0340/challenge");

  private Schnorr() {}

  /**
   * Whether a signature is good.
   *
   * @param publicKey 32 bytes, X alone
   * @param message of any length; usually a digest
   * @param signature 64 bytes; any other length is no signature
   */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_SIZE || publicKey.length != HALF) {
      return false;
    }
    Optional<ECPoint> key = Secp256k1.decode(publicKey);
    BigInteger r = BigIntegers.fromUnsignedByteArray(signature, 0, HALF);
    BigInteger s = BigIntegers.fromUnsignedByteArray(signature, HALF, HALF);
    if (key.isEmpty()
        || r.compareTo(Secp256k1Group.PRIME) >= 0
        || s.compareTo(Secp256k1Group.ORDER) >= 0) {
      return false;
    }
    BigInteger minus = Secp256k1Group.ORDER.subtract(challenge(signature, publicKey, message));
    ECPoint sum = Secp256k1Group.timesGenerator(s).add(Secp256k1Group.times(key.get(), minus));
    if (sum.isInfinity()) {
      return false;
    }
    ECPoint point = Secp256k1Group.affine(sum);
    return !point.getAffineYCoord().testBitZero()
        && point.getAffineXCoord().toBigInteger().equals(r);
  }

  private static BigInteger challenge(byte[] signature, byte[] publicKey, byte[] message) {
    byte[] hash = CHALLENGE.of(Arrays.copyOf(signature, HALF), publicKey, message);
    return BigIntegers.fromUnsignedByteArray(hash).mod(Secp256k1Group.ORDER);
  }
}
