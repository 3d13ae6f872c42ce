// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import dev.peerglot.crypto.kdf.Hkdf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Everything that a connection of BIP 324 derives from its shared secret: HKDF-SHA-256, salt
 * "bitcoin_v2_shared_secret" and the network's magic.
 *
 * @param sessionId 32 bytes, the same at both ends
 * @param initiatorLength 32 bytes, the key for lengths that the initiator sends
 * @param initiatorPacket 32 bytes, the key for packets that the initiator sends
 * @param responderLength 32 bytes, the key for lengths that the responder sends
 * @param responderPacket 32 bytes, the key for packets that the responder sends
 * @param initiatorTerminator 16 bytes that end the initiator's garbage
 * @param responderTerminator 16 bytes that end the responder's garbage
 */
public record Bip324Keys(
    byte[] sessionId,
    byte[] initiatorLength,
    byte[] initiatorPacket,
    byte[] responderLength,
    byte[] responderPacket,
    byte[] initiatorTerminator,
    byte[] responderTerminator) {

  /** Length of a garbage terminator in bytes. */
  public static final int TERMINATOR_SIZE = 16;

  /**
   * Derives the keys.
   *
   * @param secret the shared secret, 32 bytes
   * @param magic the network's four bytes in wire order
   * @throws IllegalArgumentException if the secret is not 32 bytes or the magic not 4
   */
  public static Bip324Keys derive(byte[] secret, byte[] magic) {
    if (secret.length != 32 || magic.length != 4) {
      throw new IllegalArgumentException(
          "keys need a secret of 32 bytes and a magic of 4, not "
              + secret.length
              + " and "
              + magic.length);
    }
    byte[] name = ascii("bitcoin_v2_shared_secret");
    byte[] salt = Arrays.copyOf(name, name.length + magic.length);
    System.arraycopy(magic, 0, salt, name.length, magic.length);
    byte[] key = Hkdf.extract(salt, secret);
    byte[] terminators = expand(key, "garbage_terminators");
    return new Bip324Keys(
        expand(key, "session_id"),
        expand(key, "initiator_L"),
        expand(key, "initiator_P"),
        expand(key, "responder_L"),
        expand(key, "responder_P"),
        Arrays.copyOf(terminators, TERMINATOR_SIZE),
        Arrays.copyOfRange(terminators, TERMINATOR_SIZE, 2 * TERMINATOR_SIZE));
  }

  /** A fresh cipher for what the initiator sends; for its end, the other or an observer. */
  public Bip324Cipher fromInitiator() {
    return new Bip324Cipher(initiatorLength, initiatorPacket);
  }

  /** A fresh cipher for what the responder sends; for its end, the other or an observer. */
  public Bip324Cipher fromResponder() {
    return new Bip324Cipher(responderLength, responderPacket);
  }

  private static byte[] expand(byte[] key, String info) {
    return Hkdf.expand(key, ascii(info), 32);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
