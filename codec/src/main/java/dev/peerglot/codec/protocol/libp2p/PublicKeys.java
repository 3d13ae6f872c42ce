// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.libp2p.message.PublicKey;
import dev.peerglot.crypto.curve.DerSignature;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.curve.SeenSignatures;
import dev.peerglot.crypto.curve.SpkiSignature;
import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Identity keys of four kinds and what they sign ({@code libp2p/specs/peer-ids}). An encoded key is
 * the protobuf {@code PublicKey}, in its one right form: ids are hashes of it.
 */
public final class PublicKeys {
  /** Before the Noise static key that an identity signs. */
  public static final byte[] STATIC_PREFIX = ascii("noise-libp2p-static-key:");

  /** Before a published message that its author signs. */
  public static final byte[] PUBSUB_PREFIX = ascii("libp2p-pubsub:");

  private PublicKeys() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The encoded form of an Ed25519 key, 36 bytes. */
  public static byte[] ed25519(byte[] key) {
    return PublicKey.WIRE.toBytes(PublicKey.of(PublicKey.ED25519, key));
  }

  /** The key of an encoded one, if it is one in its right form. */
  public static Optional<PublicKey> decode(byte[] encoded) {
    try {
      PublicKey key = PublicKey.WIRE.read(new In(encoded));
      return Arrays.equals(PublicKey.WIRE.toBytes(key), encoded)
          ? Optional.of(key)
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** Whether an encoded key signed the prefix and the bytes behind it. */
  public static boolean verify(byte[] encoded, byte[] prefix, byte[] bytes, byte[] signature) {
    byte[] message = new Out(prefix.length + bytes.length).bytes(prefix).bytes(bytes).toBytes();
    Optional<PublicKey> key = decode(encoded);
    return key.isPresent() && verify(key.get(), message, signature);
  }

  private static boolean verify(PublicKey key, byte[] message, byte[] signature) {
    byte[] data = key.data();
    return switch (key.type().orElse(-1L).intValue()) {
      case PublicKey.ED25519 -> SeenSignatures.verify(data, message, signature);
      case PublicKey.SECP256K1 ->
          data.length == Secp256k1.COMPRESSED_SIZE
              && Secp256k1.isPoint(data)
              && DerSignature.decode(signature)
                  .map(rs -> Secp256k1.verify(data, Sha256.of(message), rs))
                  .orElse(false);
      case PublicKey.ECDSA -> SpkiSignature.ecdsa(data, message, signature);
      case PublicKey.RSA -> SpkiSignature.rsa(data, message, signature);
      default -> false;
    };
  }
}
