// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-CBC without padding as one chain that never restarts: each block's initial vector is the
 * ciphertext block before it, across all calls, for the life of one direction of a connection.
 *
 * <p>Input may be cut anywhere. Bytes of an unfinished block wait inside, and every call returns
 * the blocks that became complete. Any 32 bytes are a key and any ciphertext decrypts to something:
 * nothing here detects a wrong key. An instance belongs to one thread.
 *
 * <p>Layout: BitShares runs one chain per direction, both with the same key and first vector
 * (graphene_net {@code stcp_socket.cpp}).
 */
public final class AesCbcChain {

  /** Length of a key in bytes. */
  public static final int KEY_SIZE = 32;

  /** Length of a block, and of the initial vector, in bytes. */
  public static final int BLOCK_SIZE = 16;

  private final Cipher cipher;
  private int waiting;

  private AesCbcChain(int mode, byte[] key, byte[] vector) {
    requireSize("AES-256 key", KEY_SIZE, key);
    requireSize("initial vector", BLOCK_SIZE, vector);
    try {
      cipher = Cipher.getInstance("AES/CBC/NoPadding", "SunJCE");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES/CBC/NoPadding", e);
    }
  }

  /**
   * A chain that encrypts.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes or the vector not 16
   */
  public static AesCbcChain encrypting(byte[] key, byte[] vector) {
    return new AesCbcChain(Cipher.ENCRYPT_MODE, key, vector);
  }

  /**
   * A chain that decrypts. To resume in the middle of a stream, give the ciphertext block before as
   * the vector.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes or the vector not 16
   */
  public static AesCbcChain decrypting(byte[] key, byte[] vector) {
    return new AesCbcChain(Cipher.DECRYPT_MODE, key, vector);
  }

  /** Passes on the whole array and returns the blocks that it completed, possibly none. */
  public byte[] update(byte[] input) {
    return update(input, 0, input.length);
  }

  /**
   * Passes on {@code length} bytes from {@code offset} and returns the blocks that they completed,
   * possibly none.
   *
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public byte[] update(byte[] input, int offset, int length) {
    byte[] result = new byte[outputSize(length)];
    update(input, offset, length, result, 0);
    return result;
  }

  /**
   * Passes on {@code length} bytes from {@code offset}, writes the blocks that they completed to
   * {@code target} and returns how many bytes that were: {@link #outputSize}. Input and target may
   * be the same range when the chain stands at a block boundary.
   *
   * @throws IndexOutOfBoundsException if a range is not inside its array; nothing is consumed then
   */
  public int update(byte[] input, int offset, int length, byte[] target, int targetOffset) {
    Objects.checkFromIndexSize(offset, length, input.length);
    int size = outputSize(length);
    Objects.checkFromIndexSize(targetOffset, size, target.length);
    waiting = (waiting + length) % BLOCK_SIZE;
    try {
      return cipher.update(input, offset, length, target, targetOffset);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("the cipher wrote more than its whole blocks", e);
    }
  }

  /** How many bytes an update with {@code length} more bytes returns now: whole blocks only. */
  public int outputSize(int length) {
    return Math.toIntExact(((long) waiting + length) / BLOCK_SIZE * BLOCK_SIZE);
  }

  /** How many bytes of an unfinished block wait for the rest: 0 to 15. */
  public int waiting() {
    return waiting;
  }

  private static void requireSize(String what, int size, byte[] bytes) {
    if (bytes.length != size) {
      throw new IllegalArgumentException(
          "the " + what + " must be " + size + " bytes, not " + bytes.length);
    }
  }
}
