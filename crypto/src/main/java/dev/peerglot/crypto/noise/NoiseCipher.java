// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.noise;

import dev.peerglot.crypto.cipher.ChaChaPoly;
import java.util.Optional;

/**
 * One direction of a Noise transport: ChaCha20-Poly1305, nonce four zero bytes and the message
 * counter (8 bytes, little-endian), no associated bytes. An instance either seals or opens, and
 * belongs to one thread.
 */
public final class NoiseCipher {

  /** How many bytes a message is longer than its plaintext. */
  public static final int TAG_SIZE = ChaChaPoly.TAG_SIZE;

  /** Longest message in bytes, with its tag. */
  public static final int MAXIMUM_MESSAGE = 65535;

  /** Longest plaintext of one message in bytes. */
  public static final int MAXIMUM_PLAIN = MAXIMUM_MESSAGE - TAG_SIZE;

  private static final byte[] NOTHING = {};

  private final ChaChaPoly cipher;
  private long counter;

  /**
   * A direction of which {@code counter} messages have passed; 0 at its start.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes
   */
  public NoiseCipher(byte[] key, long counter) {
    cipher = new ChaChaPoly(key);
    this.counter = counter;
  }

  /** How many messages have passed: the nonce of the next. */
  public long counter() {
    return counter;
  }

  /**
   * Seals the next message: {@code length} bytes from {@code offset}, then the tag.
   *
   * @throws IllegalArgumentException if they are more than {@value #MAXIMUM_PLAIN}
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public byte[] seal(byte[] plain, int offset, int length) {
    if (length > MAXIMUM_PLAIN) {
      throw new IllegalArgumentException(
          "a Noise message holds at most " + MAXIMUM_PLAIN + " bytes, not " + length);
    }
    byte[] sealed = cipher.seal(ChaChaPoly.nonce(0, counter), NOTHING, plain, offset, length);
    counter++;
    return sealed;
  }

  /**
   * Opens the next message: {@code length} bytes from {@code offset}, the last 16 the tag. Empty if
   * the tag does not fit; the counter stands then.
   *
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public Optional<byte[]> open(byte[] sealed, int offset, int length) {
    Optional<byte[]> plain =
        cipher.open(ChaChaPoly.nonce(0, counter), NOTHING, sealed, offset, length);
    if (plain.isPresent()) {
      counter++;
    }
    return plain;
  }

  /**
   * Opens a message further on without moving: empty if it is not the one of that number. For
   * finding messages again behind bytes that are missing.
   *
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public Optional<byte[]> openAt(long number, byte[] sealed, int offset, int length) {
    return cipher.open(ChaChaPoly.nonce(0, number), NOTHING, sealed, offset, length);
  }

  /**
   * Moves on to the message of that number: those before it never came.
   *
   * @throws IllegalArgumentException if it has passed
   */
  public void moveTo(long number) {
    if (number < counter) {
      throw new IllegalArgumentException("message " + number + " has passed");
    }
    counter = number;
  }
}
