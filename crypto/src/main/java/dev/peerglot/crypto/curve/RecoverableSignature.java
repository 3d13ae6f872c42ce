// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** ECDSA over secp256k1 in 65 bytes: a header that tells the key, r, s (SEC 1, section 4.1). */
final class RecoverableSignature {

  private static final BigInteger HALF_ORDER = Secp256k1Group.ORDER.shiftRight(1);

  /** First header of signatures by uncompressed keys; there are four. */
  private static final int HEADER = 27;

  /** Added to the header when the key is compressed, which it always is here. */
  private static final int COMPRESSED = 4;

  private RecoverableSignature() {}

  static byte[] canonical(byte[] privateKey, byte[] digest) {
    Rfc6979 nonces = nonces(privateKey, digest);
    nonces.next();
    return sign(privateKey, digest, nonces, RecoverableSignature::isCanonical);
  }

  static byte[] plain(byte[] privateKey, byte[] digest) {
    return sign(privateKey, digest, nonces(privateKey, digest), signature -> true);
  }

  static Optional<ECPoint> recover(byte[] digest, byte[] signature) {
    if (digest.length != 32 || signature.length != Secp256k1.SIGNATURE_SIZE) {
      return Optional.empty();
    }
    int header = (signature[0] & 0xff) - HEADER;
    BigInteger r = BigIntegers.fromUnsignedByteArray(signature, 1, 32);
    BigInteger s = BigIntegers.fromUnsignedByteArray(signature, 33, 32);
    if (header < 0 || header > 7 || !inRange(r) || !inRange(s)) {
      return Optional.empty();
    }
    BigInteger x = (header & 2) == 0 ? r : r.add(Secp256k1Group.ORDER);
    if (x.compareTo(Secp256k1Group.PRIME) >= 0) {
      return Optional.empty();
    }
    byte[] encoded = new byte[Secp256k1.COMPRESSED_SIZE];
    encoded[0] = (byte) (2 + (header & 1));
    BigIntegers.asUnsignedByteArray(x, encoded, 1, 32);
    return Secp256k1.decode(encoded)
        .map(
            commitment -> {
              BigInteger inverse = BigIntegers.modOddInverseVar(Secp256k1Group.ORDER, r);
              BigInteger forGenerator =
                  new BigInteger(1, digest).multiply(inverse).negate().mod(Secp256k1Group.ORDER);
              BigInteger forCommitment = s.multiply(inverse).mod(Secp256k1Group.ORDER);
              return ECAlgorithms.sumOfTwoMultiplies(
                  Secp256k1Group.GENERATOR, forGenerator, commitment, forCommitment);
            })
        .filter(point -> !point.isInfinity())
        .map(Secp256k1Group::affine);
  }

  static boolean verify(ECPoint key, byte[] digest, byte[] signature) {
    if (digest.length != 32 || signature.length != 64) {
      return false;
    }
    BigInteger r = BigIntegers.fromUnsignedByteArray(signature, 0, 32);
    BigInteger s = BigIntegers.fromUnsignedByteArray(signature, 32, 32);
    if (!inRange(r) || !inRange(s)) {
      return false;
    }
    BigInteger inverse = BigIntegers.modOddInverseVar(Secp256k1Group.ORDER, s);
    BigInteger forGenerator = new BigInteger(1, digest).multiply(inverse).mod(Secp256k1Group.ORDER);
    BigInteger forKey = r.multiply(inverse).mod(Secp256k1Group.ORDER);
    ECPoint commitment =
        ECAlgorithms.sumOfTwoMultiplies(Secp256k1Group.GENERATOR, forGenerator, key, forKey);
    return !commitment.isInfinity()
        && Secp256k1Group.affine(commitment)
            .getAffineXCoord()
            .toBigInteger()
            .mod(Secp256k1Group.ORDER)
            .equals(r);
  }

  private static Rfc6979 nonces(byte[] privateKey, byte[] digest) {
    Secp256k1.scalar(privateKey);
    if (digest.length != 32) {
      throw new IllegalArgumentException("a digest to sign is 32 bytes, not " + digest.length);
    }
    return new Rfc6979(privateKey, digest);
  }

  private static byte[] sign(
      byte[] privateKey, byte[] digest, Rfc6979 nonces, Predicate<byte[]> accepted) {
    BigInteger key = new BigInteger(1, privateKey);
    BigInteger message = new BigInteger(1, digest);
    while (true) {
      byte[] nonce = nonces.next();
      if (!Secp256k1.isPrivateKey(nonce)) {
        continue;
      }
      BigInteger k = new BigInteger(1, nonce);
      ECPoint commitment = Secp256k1Group.timesGenerator(k);
      BigInteger x = commitment.getAffineXCoord().toBigInteger();
      BigInteger r = x.mod(Secp256k1Group.ORDER);
      BigInteger s =
          BigIntegers.modOddInverse(Secp256k1Group.ORDER, k)
              .multiply(message.add(r.multiply(key)))
              .mod(Secp256k1Group.ORDER);
      if (r.signum() == 0 || s.signum() == 0) {
        continue;
      }
      int recovery = commitment.getAffineYCoord().testBitZero() ? 1 : 0;
      if (x.compareTo(Secp256k1Group.ORDER) >= 0) {
        recovery |= 2;
      }
      if (s.compareTo(HALF_ORDER) > 0) {
        s = Secp256k1Group.ORDER.subtract(s);
        recovery ^= 1;
      }
      byte[] signature = new byte[Secp256k1.SIGNATURE_SIZE];
      signature[0] = (byte) (HEADER + COMPRESSED + recovery);
      BigIntegers.asUnsignedByteArray(r, signature, 1, 32);
      BigIntegers.asUnsignedByteArray(s, signature, 33, 32);
      if (accepted.test(signature)) {
        return signature;
      }
    }
  }

  private static boolean isCanonical(byte[] signature) {
    return isMinimal(signature, 1) && isMinimal(signature, 33);
  }

  /** Whether DER would write this number in exactly 32 bytes. */
  private static boolean isMinimal(byte[] signature, int offset) {
    return signature[offset] >= 0 && !(signature[offset] == 0 && signature[offset + 1] >= 0);
  }

  private static boolean inRange(BigInteger value) {
    return value.signum() > 0 && value.compareTo(Secp256k1Group.ORDER) < 0;
  }
}
