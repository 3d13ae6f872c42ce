// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.bitshares.object.KeyPrefix;
import dev.peerglot.codec.protocol.bitshares.object.PublicKeys;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.cipher.AesCbcChain;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.hash.FcCityHash;
import dev.peerglot.crypto.hash.Sha256;
import dev.peerglot.crypto.hash.Sha512;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of a connection ({@code stcp_socket.cpp}): from the X coordinate of the common point,
 * 32 bytes, SHA-512 makes the shared secret; its SHA-256 is the AES key and what the hello signs;
 * fc's CityHash of it is the IV. Either end's ephemeral private key opens both directions.
 */
final class Keys {
  static final String EPHEMERAL = "BITSHARES_EPHEMERAL";

  static final Map<String, String> LABELS =
      Map.of(EPHEMERAL, "own ephemeral public key (33 bytes), its private key (32 bytes)");

  private Keys() {}

  /**
   * What both ends compute.
   *
   * @param key the AES key, and the digest that the hello signs
   * @param vector the IV of both directions
   */
  record Session(byte[] key, byte[] vector) {
    AesCbcChain sealer() {
      return AesCbcChain.encrypting(key, vector);
    }

    AesCbcChain opener() {
      return AesCbcChain.decrypting(key, vector);
    }
  }

  /** The session of one private and the other public key. */
  static Session session(byte[] privateKey, byte[] publicKey) {
    byte[] secret = Sha512.of(Secp256k1.sharedX(privateKey, publicKey));
    return new Session(Sha256.of(secret), FcCityHash.of(secret));
  }

  /**
   * What two public keys have in common.
   *
   * @param session null if no secret fits
   * @param locked the reason then
   */
  record Agreement(Session session, String locked) {}

  /** Looks for the private half of either key. */
  static Agreement agree(Secrets secrets, byte[] dialer, byte[] listener) {
    return secrets.derived(
        EPHEMERAL + Hex.of(dialer) + Hex.of(listener), () -> agreed(secrets, dialer, listener));
  }

  private static Agreement agreed(Secrets secrets, byte[] dialer, byte[] listener) {
    String locked =
        "encrypted; to open it, a key log needs the line "
            + EPHEMERAL
            + " with "
            + Hex.of(dialer)
            + " (dialer) or "
            + Hex.of(listener)
            + " (listener)";
    for (byte[] own : new byte[][] {dialer, listener}) {
      Optional<byte[]> secret = find(secrets, own);
      if (secret.isPresent()) {
        if (fits(secret.get(), own)) {
          return new Agreement(session(secret.get(), own == dialer ? listener : dialer), "");
        }
        locked =
            "the key log's secret for "
                + Hex.of(own)
                + " is not the private half of that key: check the line";
      }
    }
    return new Agreement(null, locked);
  }

  /** Whether a key that was seen is one. */
  static boolean isKey(Secrets secrets, byte[] shown) {
    return secrets.derived("secp256k1 " + Hex.of(shown), () -> Secp256k1.isPoint(shown));
  }

  /** The private key of a public one that was seen, if a key log has it. */
  static Optional<byte[]> find(Secrets secrets, byte[] publicKey) {
    return secrets.find(EPHEMERAL, publicKey);
  }

  /** Whether a secret from a key log belongs to the public key beside it. */
  static boolean fits(byte[] privateKey, byte[] publicKey) {
    return Secp256k1.isPrivateKey(privateKey)
        && Arrays.equals(Secp256k1.publicKey(privateKey), publicKey);
  }

  /** Both directions begin with a compressed point; half of all random X are one. */
  static Likeness likeness(Opening opening, Secrets secrets) {
    int points = 0;
    boolean known = false;
    for (Side side : Side.values()) {
      byte[] first = opening.of(side);
      if (first.length > 0 && first[0] != 2 && first[0] != 3) {
        return Likeness.NO;
      }
      if (first.length >= 33) {
        byte[] key = Arrays.copyOf(first, 33);
        if (!isKey(secrets, key)) {
          return Likeness.NO;
        }
        points++;
        known |= find(secrets, key).isPresent();
      }
    }
    if (known) {
      return new Likeness(Likeness.Degree.CERTAIN, null);
    }
    if (points == 2) {
      return new Likeness(Likeness.Degree.LIKELY, null);
    }
    if (!opening.complete()) {
      return Likeness.UNDECIDED;
    }
    return points == 1 ? new Likeness(Likeness.Degree.POSSIBLE, null) : Likeness.NO;
  }

  /** A node key in the notations of BitShares' people. */
  static Identity identity(byte[] key) {
    byte[] publicKey = Secp256k1.publicKey(key);
    Map<String, String> notations = new LinkedHashMap<>();
    notations.put("node_public_key", Hex.of(publicKey));
    notations.put("public_key", PublicKeys.spell(publicKey, KeyPrefix.MAIN));
    notations.put("public_key_testnet", PublicKeys.spell(publicKey, KeyPrefix.TEST));
    return new Identity(key, notations);
  }
}
