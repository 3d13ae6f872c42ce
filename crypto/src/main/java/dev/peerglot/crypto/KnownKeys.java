// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

import java.util.Arrays;
import java.util.Optional;

/**
 * The private keys that somebody knows, asked by public key: a live end's own, or those of a key
 * log.
 */
@FunctionalInterface
public interface KnownKeys {

  /** The private key of this public key, if known. */
  Optional<byte[]> privateKey(byte[] publicKey);

  /** This public key, with its private key if known. */
  default Party party(byte[] publicKey) {
    return new Party(publicKey, privateKey(publicKey));
  }

  /** Nothing is known. */
  static KnownKeys none() {
    return publicKey -> Optional.empty();
  }

  /** The private halves of these parties are known. */
  static KnownKeys of(Party... parties) {
    Party[] known = parties.clone();
    return publicKey -> {
      for (Party party : known) {
        if (Arrays.equals(party.publicKey(), publicKey)) {
          return party.privateKey();
        }
      }
      return Optional.empty();
    };
  }
}
