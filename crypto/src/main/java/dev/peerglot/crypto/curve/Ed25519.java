// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.Party;
import dev.peerglot.crypto.hash.Sha512;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/**
 * Ed25519 signatures (RFC 8032), and the keys' twins for X25519. A private key is the 32-byte seed;
 * where 64 bytes are kept as a private key, the last 32 are the public key.
 */
public final class Ed25519 {

  /** Length of a private key (the seed) in bytes. */
  public static final int PRIVATE_SIZE = 32;

  /** Length of a public key in bytes. */
  public static final int PUBLIC_SIZE = 32;

  /** Length of a signature in bytes. */
  public static final int SIGNATURE_SIZE = 64;

  private static final BigInteger PRIME =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  private Ed25519() {}

  /** Draws a key pair. */
  public static Party newParty(Entropy entropy) {
    return party(entropy.bytes(PRIVATE_SIZE));
  }

  /**
   * A private key with its public key.
   *
   * @throws IllegalArgumentException if it is not 32 bytes
   */
  public static Party party(byte[] privateKey) {
    return Party.known(publicKey(privateKey), privateKey);
  }

  /**
   * The public key of a private key.
   *
   * @throws IllegalArgumentException if it is not 32 bytes
   */
  public static byte[] publicKey(byte[] privateKey) {
    requireSeed(privateKey);
    byte[] result = new byte[PUBLIC_SIZE];
    org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(privateKey, 0, result, 0);
    return result;
  }

  /**
   * Signs a message of any length: 64 bytes.
   *
   * @throws IllegalArgumentException if the private key is not 32 bytes
   */
  public static byte[] sign(byte[] privateKey, byte[] message) {
    requireSeed(privateKey);
    byte[] signature = new byte[SIGNATURE_SIZE];
    org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
        privateKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  /** Whether this key signed this message; false too for a key or signature of the wrong form. */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    return publicKey.length == PUBLIC_SIZE
        && signature.length == SIGNATURE_SIZE
        && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
            signature, 0, publicKey, 0, message, 0, message.length);
  }

  /**
   * The X25519 private key made of a private key: the first half of its SHA-512, clamped.
   *
   * @throws IllegalArgumentException if it is not 32 bytes
   */
  public static byte[] toX25519Private(byte[] privateKey) {
    requireSeed(privateKey);
    byte[] scalar = Arrays.copyOf(Sha512.of(privateKey), X25519.SIZE);
    scalar[0] = (byte) (scalar[0] & 0xf8);
    scalar[31] = (byte) (scalar[31] & 0x7f | 0x40);
    return scalar;
  }

  /**
   * The X25519 public key made of a public key: {@code (1 + y) / (1 - y)} (RFC 7748, section 4.1).
   * Empty if it is not a public key of full order, as in libsodium.
   */
  public static Optional<byte[]> toX25519Public(byte[] publicKey) {
    if (publicKey.length != PUBLIC_SIZE
        || !org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(publicKey, 0)) {
      return Optional.empty();
    }
    byte[] bigEndian = reversed(publicKey);
    bigEndian[0] = (byte) (bigEndian[0] & 0x7f);
    BigInteger y = new BigInteger(1, bigEndian);
    BigInteger u =
        BigInteger.ONE.add(y).multiply(BigInteger.ONE.subtract(y).modInverse(PRIME)).mod(PRIME);
    return Optional.of(reversed(BigIntegers.asUnsignedByteArray(X25519.SIZE, u)));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = bytes[bytes.length - 1 - i];
    }
    return result;
  }

  private static void requireSeed(byte[] privateKey) {
    if (privateKey.length != PRIVATE_SIZE) {
      throw new IllegalArgumentException(
          "an Ed25519 private key is " + PRIVATE_SIZE + " bytes, not " + privateKey.length);
    }
  }
}
