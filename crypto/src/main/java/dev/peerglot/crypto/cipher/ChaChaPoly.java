// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * ChaCha20-Poly1305 (RFC 8439) under one key: 96-bit nonce, 16-byte tag behind the ciphertext; the
 * JDK's. An instance belongs to one thread.
 */
public final class ChaChaPoly {

  /** Length of a key in bytes. */
  public static final int KEY_SIZE = 32;

  /** Length of a nonce in bytes. */
  public static final int NONCE_SIZE = 12;

  /** Length of the tag in bytes. */
  public static final int TAG_SIZE = 16;

  private final SecretKeySpec key;
  // One for each way: the JDK refuses to encrypt with the nonce that it has just decrypted.
  private Cipher sealing;
  private Cipher opening;

  /**
   * The cipher under this key.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes
   */
  public ChaChaPoly(byte[] key) {
    if (key.length != KEY_SIZE) {
      throw new IllegalArgumentException(
          "a ChaCha20 key is " + KEY_SIZE + " bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, "ChaCha20");
  }

  /** A nonce of two counters, both little-endian: 4 bytes, then 8. */
  public static byte[] nonce(int first, long second) {
    byte[] nonce = new byte[NONCE_SIZE];
    for (int i = 0; i < 4; i++) {
      nonce[i] = (byte) (first >>> 8 * i);
    }
    for (int i = 0; i < 8; i++) {
      nonce[4 + i] = (byte) (second >>> 8 * i);
    }
    return nonce;
  }

  /**
   * Encrypts: {@code length} bytes from {@code offset}, then the tag.
   *
   * @param associated bytes that are authenticated but not sent, possibly none
   * @throws IllegalArgumentException if the nonce is not 12 bytes or the one of the call before
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public byte[] seal(byte[] nonce, byte[] associated, byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    if (sealing == null) {
      sealing = open();
    }
    try {
      sealing.init(Cipher.ENCRYPT_MODE, key, parameters(nonce));
      sealing.updateAAD(associated);
      return sealing.doFinal(input, offset, length);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("a nonce must not serve twice under one key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305 refused to encrypt", e);
    }
  }

  /**
   * Decrypts {@code length} bytes from {@code offset}, of which the last 16 are the tag; empty if
   * the tag does not fit or there is none.
   *
   * @param associated bytes that are authenticated but were not sent, possibly none
   * @throws IllegalArgumentException if the nonce is not 12 bytes
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public Optional<byte[]> open(
      byte[] nonce, byte[] associated, byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    if (opening == null) {
      opening = open();
    }
    try {
      opening.init(Cipher.DECRYPT_MODE, key, parameters(nonce));
      if (length < TAG_SIZE) {
        return Optional.empty();
      }
      opening.updateAAD(associated);
      return Optional.of(opening.doFinal(input, offset, length));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305 refused to decrypt", e);
    }
  }

  private static IvParameterSpec parameters(byte[] nonce) {
    if (nonce.length != NONCE_SIZE) {
      throw new IllegalArgumentException(
          "a nonce is " + NONCE_SIZE + " bytes, not " + nonce.length);
    }
    return new IvParameterSpec(nonce);
  }

  private static Cipher open() {
    try {
      return Cipher.getInstance("ChaCha20-Poly1305", "SunJCE");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ChaCha20-Poly1305", e);
    }
  }
}
