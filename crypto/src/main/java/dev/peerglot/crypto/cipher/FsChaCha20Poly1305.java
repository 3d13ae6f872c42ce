// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * FSChaCha20Poly1305 (BIP 324): ChaCha20-Poly1305 (RFC 8439) that counts packets in its nonce and
 * replaces its key after every 224.
 *
 * <p>Nonce: packets under this key (4 bytes), key changes (8 bytes), both little-endian. The next
 * key is the first 32 bytes of encrypting 32 zero bytes under the nonce {@code ffffffff} and the
 * number of key changes. An instance belongs to one direction and one thread, and either encrypts
 * or decrypts.
 */
public final class FsChaCha20Poly1305 {

  /** Length of a key in bytes. */
  public static final int KEY_SIZE = 32;

  /** Length of the tag after each packet in bytes. */
  public static final int TAG_SIZE = 16;

  private static final byte[] NOTHING = {};
  private static final int REKEY_PACKET = 0xffffffff;

  private final Cipher cipher;
  private SecretKeySpec key;
  private int packets;
  private long rekeys;

  /**
   * A cipher that stands before its first packet.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes
   */
  public FsChaCha20Poly1305(byte[] key) {
    FsChaCha20.requireKey(key);
    this.key = new SecretKeySpec(key, "ChaCha20");
    try {
      cipher = Cipher.getInstance("ChaCha20-Poly1305");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ChaCha20-Poly1305", e);
    }
  }

  /**
   * Encrypts the next packet: the parts one after another, then the tag.
   *
   * @param associated bytes that are authenticated but not sent, possibly none
   */
  public byte[] encrypt(byte[] associated, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length = Math.addExact(length, part.length);
    }
    byte[] plain = new byte[length];
    int filled = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, plain, filled, part.length);
      filled += part.length;
    }
    try {
      byte[] sealed = run(Cipher.ENCRYPT_MODE, packets, associated, plain, 0, length);
      step();
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305 refused to encrypt", e);
    }
  }

  /**
   * Decrypts the next packet: {@code length} bytes from {@code offset}, the last 16 the tag. Empty
   * if the tag does not fit; no step is taken then, so that other associated bytes can be tried.
   *
   * @param associated bytes that are authenticated but were not sent, possibly none
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public Optional<byte[]> decrypt(byte[] associated, byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    if (length < TAG_SIZE) {
      return Optional.empty();
    }
    try {
      byte[] plain = run(Cipher.DECRYPT_MODE, packets, associated, input, offset, length);
      step();
      return Optional.of(plain);
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305 refused to decrypt", e);
    }
  }

  private void step() throws GeneralSecurityException {
    if (++packets == FsChaCha20.REKEY_INTERVAL) {
      byte[] zeros = new byte[KEY_SIZE];
      byte[] next = run(Cipher.ENCRYPT_MODE, REKEY_PACKET, NOTHING, zeros, 0, KEY_SIZE);
      key = new SecretKeySpec(next, 0, KEY_SIZE, "ChaCha20");
      packets = 0;
      rekeys++;
    }
  }

  private byte[] run(int mode, int packet, byte[] associated, byte[] input, int offset, int length)
      throws GeneralSecurityException {
    cipher.init(mode, key, new IvParameterSpec(FsChaCha20.nonce(packet, rekeys)));
    cipher.updateAAD(associated);
    return cipher.doFinal(input, offset, length);
  }
}
