// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.Party;
import java.util.Optional;

/**
 * X25519 (RFC 7748): any 32 bytes are a private key (three bits of the first and two of the last
 * byte are overruled), any 32 bytes a public key.
 */
public final class X25519 {

  /** Length of a private key, a public key and a shared secret in bytes. */
  public static final int SIZE = 32;

  private X25519() {}

  /** Draws a key pair. */
  public static Party newParty(Entropy entropy) {
    return party(entropy.bytes(SIZE));
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
    requireSize("private", privateKey);
    byte[] result = new byte[SIZE];
    org.bouncycastle.math.ec.rfc7748.X25519.scalarMultBase(privateKey, 0, result, 0);
    return result;
  }

  /**
   * Key agreement: 32 bytes, not hashed; empty if they came out as zeros, which only a public key
   * of small order does, and which every handshake here refuses.
   *
   * @throws IllegalArgumentException if a key is not 32 bytes
   */
  public static Optional<byte[]> shared(byte[] privateKey, byte[] publicKey) {
    requireSize("private", privateKey);
    requireSize("public", publicKey);
    byte[] result = new byte[SIZE];
    return org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(
            privateKey, 0, publicKey, 0, result, 0)
        ? Optional.of(result)
        : Optional.empty();
  }

  private static void requireSize(String half, byte[] key) {
    if (key.length != SIZE) {
      throw new IllegalArgumentException(
          "an X25519 " + half + " key is " + SIZE + " bytes, not " + key.length);
    }
  }
}
