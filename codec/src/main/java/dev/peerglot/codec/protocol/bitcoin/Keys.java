// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.cipher.Bip324Cipher;
import dev.peerglot.crypto.cipher.Bip324Keys;
import dev.peerglot.crypto.curve.EllSwift;
import dev.peerglot.crypto.curve.Secp256k1;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The secrets of the encrypted transport (BIP 324): each side's ephemeral key, shown on the wire as
 * 64 bytes of ElligatorSwift. Either private key and both encodings give the shared secret; that
 * and the network's magic give everything else. Which network it is, is told by whose garbage
 * terminator comes.
 */
final class Keys {
  static final String EPHEMERAL = "BITCOIN_V2_EPHEMERAL";

  static final Map<String, String> LABELS =
      Map.of(
          EPHEMERAL,
          "own ElligatorSwift key as sent (64 bytes), its private key (32 bytes); Bitcoin v2");

  private Keys() {}

  /**
   * A fresh key.
   *
   * @param secret the private key, 32 bytes
   * @param shown the 64 bytes that go first on the wire
   */
  record Pair(byte[] secret, byte[] shown) {
    static Pair fresh(Entropy entropy) {
      byte[] secret = Secp256k1.newPrivateKey(entropy);
      return new Pair(secret, EllSwift.encode(Secp256k1.publicKey(secret), entropy));
    }
  }

  /** What both ends compute, were the connection one of this network; once somebody asks. */
  static final class Session {
    private final Network network;
    private final byte[] shared;
    private volatile Bip324Keys keys;

    private Session(Network network, byte[] shared) {
      this.network = network;
      this.shared = shared;
    }

    Network network() {
      return network;
    }

    Bip324Keys keys() {
      if (keys == null) {
        keys = Bip324Keys.derive(shared, network.id());
      }
      return keys;
    }

    byte[] terminator(Side side) {
      return side == Side.DIALER ? keys().initiatorTerminator() : keys().responderTerminator();
    }

    Bip324Cipher cipher(Side side) {
      return side == Side.DIALER ? keys().fromInitiator() : keys().fromResponder();
    }
  }

  /**
   * What is known of a connection whose two keys were seen.
   *
   * @param sessions one a network, the asked one first; empty if no secret fits
   * @param locked why nothing can be opened; empty if it can
   */
  record Agreement(List<Session> sessions, String locked) {}

  /** What two keys have in common; null with a reason if no secret fits. */
  private record Common(
      byte[] shared,
      Map<Network, Session> sessions,
      Map<Network, Agreement> agreements,
      String locked) {
    Agreement agreement(Network network) {
      Agreement agreement = agreements.get(network);
      if (agreement == null) {
        agreement =
            shared == null
                ? new Agreement(List.of(), locked)
                : new Agreement(Marks.known(network).stream().map(this::session).toList(), "");
        agreements.put(network, agreement);
      }
      return agreement;
    }

    private Session session(Network network) {
      return sessions.computeIfAbsent(network, n -> new Session(n, shared));
    }
  }

  /** Looks for the private half of either key. */
  static Agreement agree(Secrets secrets, Network network, byte[] dialer, byte[] listener) {
    Common common =
        secrets.derived(
            EPHEMERAL + Hex.of(dialer) + Hex.of(listener), () -> common(secrets, dialer, listener));
    return common.agreement(network);
  }

  private static Common common(Secrets secrets, byte[] dialer, byte[] listener) {
    String locked =
        "encrypted (v2); to open it, a key log needs the line "
            + EPHEMERAL
            + " with "
            + Hex.of(dialer)
            + " (dialer) or "
            + Hex.of(listener)
            + " (listener)";
    for (Side side : Side.values()) {
      byte[] shown = side == Side.DIALER ? dialer : listener;
      Optional<byte[]> secret = secrets.find(EPHEMERAL, shown);
      if (secret.isPresent()) {
        if (fits(secret.get(), shown)) {
          byte[] shared =
              EllSwift.sharedSecret(secret.get(), side == Side.DIALER, dialer, listener);
          return new Common(shared, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), "");
        }
        locked =
            "the key log's secret for "
                + Hex.of(shown)
                + " is not the private half of that key: check the line";
      }
    }
    return new Common(null, Map.of(), new ConcurrentHashMap<>(), locked);
  }

  /** Whether a secret from a key log belongs to the key beside it. */
  static boolean fits(byte[] secret, byte[] shown) {
    return Secp256k1.isPrivateKey(secret) && EllSwift.isEncodingOf(secret, shown);
  }
}
