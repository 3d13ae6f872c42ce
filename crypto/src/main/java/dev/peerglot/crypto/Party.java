// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * One key pair of a handshake as far as it is known: the unit of role-neutral agreement. An end
 * knows the private half of its own, an observer of those that a key log gives away.
 *
 * @param publicKey the public half, in the form of its curve
 * @param privateKey the private half, if known
 */
public record Party(byte[] publicKey, Optional<byte[]> privateKey) {

  /** A party of which both halves are known. */
  public static Party known(byte[] publicKey, byte[] privateKey) {
    return new Party(publicKey, Optional.of(privateKey));
  }

  /** A party of which only the public half is known. */
  public static Party unknown(byte[] publicKey) {
    return new Party(publicKey, Optional.empty());
  }

  /**
   * What two parties share, from whichever private half is known; empty if neither is.
   *
   * @param agreement takes a private key, then the other's public key
   * @throws IllegalArgumentException as the agreement does, for a bad key
   */
  public static Optional<byte[]> agree(Party one, Party other, BinaryOperator<byte[]> agreement) {
    return one.privateKey
        .map(key -> agreement.apply(key, other.publicKey))
        .or(() -> other.privateKey.map(key -> agreement.apply(key, one.publicKey)));
  }
}
