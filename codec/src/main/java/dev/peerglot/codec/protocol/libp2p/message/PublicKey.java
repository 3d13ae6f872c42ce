// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p.message;

import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Scalars;
import dev.peerglot.codec.schema.Tags;
import java.util.Optional;

/** {@code PublicKey} ({@code libp2p/specs/peer-ids}): both fields are written even if zero. */
public record PublicKey(Optional<Long> type, byte[] data) {
  /** RSA: DER SubjectPublicKeyInfo. */
  public static final int RSA = 0;

  /** Ed25519: 32 bytes. */
  public static final int ED25519 = 1;

  /** secp256k1: a compressed point, 33 bytes. */
  public static final int SECP256K1 = 2;

  /** ECDSA, in practice on P-256: DER SubjectPublicKeyInfo. */
  public static final int ECDSA = 3;

  /** How it looks. */
  public static final Protobuf<PublicKey> WIRE =
      Protobuf.of(
          Rows.of(PublicKey.class)
              .field(
                  "Type",
                  Tags.optional(1, Scalars.uint32),
                  PublicKey::type,
                  "0 RSA, 1 Ed25519, 2 Secp256k1, 3 ECDSA")
              .field("Data", Tags.required(2, Blob.rest()), PublicKey::data, "in the kind's form")
              .make("PublicKey", PublicKey::new));

  /** A key of a kind. */
  public static PublicKey of(long type, byte[] data) {
    return new PublicKey(Optional.of(type), data);
  }

  /** The kind's name, or the number of one that is not known. */
  public String kind() {
    return switch (type.orElse(-1L).intValue()) {
      case RSA -> "RSA";
      case ED25519 -> "Ed25519";
      case SECP256K1 -> "Secp256k1";
      case ECDSA -> "ECDSA";
      default -> "unknown";
    };
  }
}
