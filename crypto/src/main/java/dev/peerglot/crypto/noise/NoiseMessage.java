// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.noise;

import java.util.List;
import java.util.Optional;

/**
 * A handshake message as far as it could be read.
 *
 * @param parts what was read, in order
 * @param outcome whether that is all of it, and if not, why
 */
public record NoiseMessage(List<Part> parts, Outcome outcome) {

  /** The payload, if it could be read. */
  public Optional<byte[]> payload() {
    return plain(Kind.PAYLOAD);
  }

  /** The writer's ephemeral public key, if this message carries it. */
  public Optional<byte[]> ephemeral() {
    return plain(Kind.EPHEMERAL);
  }

  /** The writer's static public key, if this message carries it and it could be read. */
  public Optional<byte[]> fixed() {
    return plain(Kind.STATIC);
  }

  private Optional<byte[]> plain(Kind kind) {
    return parts.stream().filter(part -> part.kind == kind).map(Part::plain).findFirst();
  }

  /**
   * A stretch of the message.
   *
   * @param kind what it is
   * @param offset where it begins in the message, in bytes
   * @param size how long it is on the wire, in bytes: 16 more than {@code plain} if sealed
   * @param plain its content
   */
  public record Part(Kind kind, int offset, int size, byte[] plain) {}

  /** What a part is. */
  public enum Kind {
    /** The writer's ephemeral public key. */
    EPHEMERAL,
    /** The writer's static public key. */
    STATIC,
    /** The payload: the rest of the message. */
    PAYLOAD
  }

  /** How reading ended. */
  public enum Outcome {
    /** All was read; the handshake moved on. */
    OPENED,
    /**
     * The private key that the next part needs is not known. The handshake moved on, but of later
     * messages only leading ephemeral keys can be read, and it yields no transport keys.
     */
    KEYS_MISSING,
    /** A tag does not fit: altered bytes or wrong keys. The handshake stands where it stood. */
    WRONG_TAG,
    /** A public key has a small order. The handshake stands where it stood. */
    WEAK_KEY,
    /** The message ends inside a part. The handshake stands where it stood. */
    TOO_SHORT,
    /** The message exceeds 65,535 bytes. The handshake stands where it stood. */
    TOO_LONG
  }
}
