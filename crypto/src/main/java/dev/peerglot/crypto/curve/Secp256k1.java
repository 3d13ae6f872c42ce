// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.Entropy;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * The curve secp256k1 (SEC 2, version 2.0, section 2.4.1) over byte arrays, all numbers big-endian.
 *
 * <ul>
 *   <li>private key: 32 bytes, a number from 1 to the group order minus 1
 *   <li>compressed public key: 33 bytes, 02 (even Y) or 03 (odd Y), then X
 *   <li>uncompressed public key: 65 bytes, 04, X, Y
 *   <li>x-only public key: 32 bytes, X, standing for the point with even Y (BIP 340)
 * </ul>
 *
 * <p>Keys that are not of these forms are answered with {@link IllegalArgumentException} and
 * nothing else.
 */
public final class Secp256k1 {

  /** Length of a private key, and of an X coordinate, in bytes. */
  public static final int PRIVATE_SIZE = 32;

  /** Length of a compressed public key in bytes. */
  public static final int COMPRESSED_SIZE = 33;

  /** Length of an uncompressed public key in bytes. */
  public static final int UNCOMPRESSED_SIZE = 65;

  /** Length of a recoverable signature in bytes. */
  public static final int SIGNATURE_SIZE = 65;

  private Secp256k1() {}

  /** Draws a private key, uniformly. */
  public static byte[] newPrivateKey(Entropy entropy) {
    while (true) {
      byte[] candidate = entropy.bytes(PRIVATE_SIZE);
      if (isPrivateKey(candidate)) {
        return candidate;
      }
    }
  }

  /** Whether these bytes are a private key: 32 of them, in range. */
  public static boolean isPrivateKey(byte[] key) {
    if (key.length != PRIVATE_SIZE) {
      return false;
    }
    BigInteger value = new BigInteger(1, key);
    return value.signum() > 0 && value.compareTo(Secp256k1Group.ORDER) < 0;
  }

  /**
   * The compressed public key of a private key.
   *
   * @throws IllegalArgumentException if it is not a private key
   */
  public static byte[] publicKey(byte[] privateKey) {
    return Secp256k1Group.timesGenerator(scalar(privateKey)).getEncoded(true);
  }

  /** Whether these bytes are a compressed public key: 33 of them, 02 or 03, X on the curve. */
  public static boolean isPoint(byte[] compressed) {
    return compressed.length == COMPRESSED_SIZE
        && (compressed[0] == 2 || compressed[0] == 3)
        && decode(compressed).isPresent();
  }

  /** Whether these bytes are an x-only public key: 32 of them, X on the curve. */
  public static boolean isPointX(byte[] x) {
    return x.length == PRIVATE_SIZE && decode(x).isPresent();
  }

  /**
   * A compressed, x-only or uncompressed public key in compressed form.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static byte[] compressed(byte[] publicKey) {
    return point(publicKey).getEncoded(true);
  }

  /**
   * A compressed, x-only or uncompressed public key in uncompressed form.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static byte[] uncompressed(byte[] publicKey) {
    return point(publicKey).getEncoded(false);
  }

  /**
   * Key agreement: X of the product, 32 bytes, not hashed.
   *
   * @param publicKey compressed, x-only or uncompressed; Y's sign makes no difference to X
   * @throws IllegalArgumentException if either key is none
   */
  public static byte[] sharedX(byte[] privateKey, byte[] publicKey) {
    ECPoint product = Secp256k1Group.times(point(publicKey), scalar(privateKey));
    return product.getAffineXCoord().getEncoded();
  }

  /**
   * Key agreement: the whole product as a compressed point, 33 bytes, not hashed.
   *
   * @param publicKey compressed, x-only or uncompressed
   * @throws IllegalArgumentException if either key is none
   */
  public static byte[] sharedPoint(byte[] privateKey, byte[] publicKey) {
    return Secp256k1Group.times(point(publicKey), scalar(privateKey)).getEncoded(true);
  }

  /**
   * Signs as Graphene does: 65 bytes, 31 + recovery id, r, s.
   *
   * <p>The nonces are those of RFC 6979 with SHA-256, from the <em>second</em> on, because fc
   * counts its attempt before it draws; s is the lower of the two; and nonces are passed over until
   * r and s both have a clear top bit and neither starts with nine zero bits (fc {@code
   * elliptic_common.cpp}, {@code is_canonical}).
   *
   * @param digest 32 bytes
   * @throws IllegalArgumentException if the key is none or the digest has another length
   */
  public static byte[] sign(byte[] privateKey, byte[] digest) {
    return RecoverableSignature.canonical(privateKey, digest);
  }

  /**
   * Signs with the first nonce of RFC 6979 with SHA-256 and the lower s, as Bitcoin and Ethereum
   * do: 65 bytes, 31 + recovery id, r, s.
   *
   * @param digest 32 bytes
   * @throws IllegalArgumentException if the key is none or the digest has another length
   */
  public static byte[] signPlain(byte[] privateKey, byte[] digest) {
    return RecoverableSignature.plain(privateKey, digest);
  }

  /**
   * The compressed public key that made this signature; empty if the digest is not 32 bytes, the
   * signature not 65, or no key made it. The first byte must be 27 to 34: its lower two bits after
   * subtracting 27 are the recovery id. Neither a low s nor the canonical form is asked for.
   */
  public static Optional<byte[]> recover(byte[] digest, byte[] signature) {
    return RecoverableSignature.recover(digest, signature).map(point -> point.getEncoded(true));
  }

  /**
   * Whether this key signed this digest. A high s is accepted.
   *
   * @param publicKey compressed or uncompressed
   * @param digest 32 bytes
   * @param signature 64 bytes, r and s
   * @return false too for a key, digest or signature of the wrong form
   */
  public static boolean verify(byte[] publicKey, byte[] digest, byte[] signature) {
    return publicKey.length != PRIVATE_SIZE
        && decode(publicKey)
            .filter(key -> RecoverableSignature.verify(key, digest, signature))
            .isPresent();
  }

  static BigInteger scalar(byte[] privateKey) {
    if (privateKey.length != PRIVATE_SIZE) {
      throw new IllegalArgumentException(
          "a secp256k1 private key is 32 bytes, not " + privateKey.length);
    }
    BigInteger value = new BigInteger(1, privateKey);
    if (value.signum() == 0 || value.compareTo(Secp256k1Group.ORDER) >= 0) {
      throw new IllegalArgumentException(
          "a secp256k1 private key lies between 1 and the group order minus 1; this one does not");
    }
    return value;
  }

  static byte[] bytes(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(PRIVATE_SIZE, value);
  }

  static Optional<ECPoint> decode(byte[] publicKey) {
    byte[] encoded = publicKey;
    switch (publicKey.length) {
      case PRIVATE_SIZE -> {
        encoded = new byte[COMPRESSED_SIZE];
        encoded[0] = 2;
        System.arraycopy(publicKey, 0, encoded, 1, PRIVATE_SIZE);
      }
      case COMPRESSED_SIZE -> {
        if (publicKey[0] != 2 && publicKey[0] != 3) {
          return Optional.empty();
        }
      }
      case UNCOMPRESSED_SIZE -> {
        if (publicKey[0] != 4) {
          return Optional.empty();
        }
      }
      default -> {
        return Optional.empty();
      }
    }
    if (BigIntegers.fromUnsignedByteArray(encoded, 1, PRIVATE_SIZE).compareTo(Secp256k1Group.PRIME)
        >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Secp256k1Group.CURVE.decodePoint(encoded));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ECPoint point(byte[] publicKey) {
    return decode(publicKey)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "these "
                        + publicKey.length
                        + " bytes are not a secp256k1 public key (32 bytes X, 33 compressed or 65"
                        + " uncompressed, on the curve)"));
  }
}
