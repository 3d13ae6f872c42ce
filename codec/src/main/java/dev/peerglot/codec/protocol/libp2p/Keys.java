// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.KnownKeys;
import dev.peerglot.crypto.curve.Ed25519;
import dev.peerglot.crypto.curve.X25519;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The secrets of a connection: each side's ephemeral and static X25519 key. Both of one side open
 * it; static keys are sealed themselves and found once they can be read. Identity keys only sign.
 */
public final class Keys {
  static final String EPHEMERAL = "NOISE_EPHEMERAL";
  static final String STATIC = "NOISE_STATIC";

  /** The labels, with what they hold. */
  public static final Map<String, String> LABELS = labels();

  private Keys() {}

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(EPHEMERAL, "own ephemeral X25519 public key (32 bytes), its private key (32 bytes)");
    labels.put(STATIC, "own static X25519 public key (32 bytes), its private key (32 bytes)");
    return Collections.unmodifiableMap(labels);
  }

  /** The private keys of both kinds; a line whose halves do not belong together does not count. */
  static KnownKeys known(Secrets secrets) {
    return key ->
        secrets
            .find(EPHEMERAL, key)
            .or(() -> secrets.find(STATIC, key))
            .filter(secret -> secret.length == X25519.SIZE)
            .filter(secret -> isPair(secrets, secret, key));
  }

  /** Static keys serve many connections. */
  private static boolean isPair(Secrets secrets, byte[] secret, byte[] key) {
    return secrets.derived(
        "noise pair " + Hex.of(key), () -> Arrays.equals(X25519.publicKey(secret), key));
  }

  /** Whoever speaks, begins with the token of multistream-select. */
  public static Likeness likeness(Opening opening) {
    byte[] header = Multistream.token(Multistream.HEADER);
    boolean whole = false;
    for (Side side : Side.values()) {
      byte[] first = opening.of(side);
      int count = Math.min(first.length, header.length);
      if (!Arrays.equals(first, 0, count, header, 0, count)) {
        return Likeness.NO;
      }
      whole |= count == header.length;
    }
    if (whole) {
      return new Likeness(Likeness.Degree.LIKELY, null);
    }
    return opening.complete() ? Likeness.NO : Likeness.UNDECIDED;
  }

  /** An Ed25519 identity key in the notations of libp2p's people. */
  public static Identity identity(byte[] key) {
    byte[] encoded = PublicKeys.ed25519(Ed25519.publicKey(key));
    byte[] id = PeerIds.of(encoded);
    Map<String, String> notations = new LinkedHashMap<>();
    notations.put("peer_id", PeerIds.spell(id));
    notations.put("public_key", Hex.of(Ed25519.publicKey(key)));
    notations.put("encoded_key", Hex.of(encoded));
    notations.put("kad_id", Hex.of(Sha256.of(id)));
    return new Identity(key, notations);
  }

  /** What is wrong with the secrets that are there for these keys; empty if there are none. */
  static String misfit(Secrets secrets, byte[]... keys) {
    for (byte[] key : keys) {
      if (key != null
          && secrets.find(EPHEMERAL, key).isPresent()
          && known(secrets).privateKey(key).isEmpty()) {
        return "the key log's secret for "
            + Hex.of(key)
            + " is not the private half of that key: check the line";
      }
    }
    return "";
  }
}
