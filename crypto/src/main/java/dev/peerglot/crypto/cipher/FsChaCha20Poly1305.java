// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import java.util.Arrays;
import java.util.Optional;

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

  private byte[] key;
  private ChaChaPoly cipher;
  private int packets;
  private long rekeys;

  /**
   * A cipher that stands before its first packet.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes
   */
  public FsChaCha20Poly1305(byte[] key) {
    cipher = new ChaChaPoly(key);
    this.key = key.clone();
  }

  /** A cipher of its own that stands some packets behind this one. */
  FsChaCha20Poly1305 ahead(int count) {
    FsChaCha20Poly1305 later = new FsChaCha20Poly1305(key);
    later.packets = packets;
    later.rekeys = rekeys;
    for (int i = 0; i < count; i++) {
      later.step();
    }
    return later;
  }

  /** Passes over the next packet. */
  void skip() {
    step();
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
    byte[] sealed = cipher.seal(ChaChaPoly.nonce(packets, rekeys), associated, plain, 0, length);
    step();
    return sealed;
  }

  /**
   * Decrypts the next packet: {@code length} bytes from {@code offset}, the last 16 the tag. Empty
   * if the tag does not fit; no step is taken then, so that other associated bytes can be tried.
   *
   * @param associated bytes that are authenticated but were not sent, possibly none
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public Optional<byte[]> decrypt(byte[] associated, byte[] input, int offset, int length) {
    Optional<byte[]> plain =
        cipher.open(ChaChaPoly.nonce(packets, rekeys), associated, input, offset, length);
    if (plain.isPresent()) {
      step();
    }
    return plain;
  }

  private void step() {
    if (++packets == FsChaCha20.REKEY_INTERVAL) {
      byte[] nonce = ChaChaPoly.nonce(REKEY_PACKET, rekeys);
      byte[] next = cipher.seal(nonce, NOTHING, new byte[KEY_SIZE], 0, KEY_SIZE);
      key = Arrays.copyOf(next, KEY_SIZE);
      cipher = new ChaChaPoly(key);
      packets = 0;
      rekeys++;
    }
  }
}
