// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import java.util.Objects;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * FSChaCha20 (BIP 324): a ChaCha20 key stream that replaces its key after every 224 chunks, so that
 * a stolen key does not open the past. Encrypting and decrypting are the same.
 *
 * <p>One continuous key stream per key: RFC 8439 ChaCha20, block counter from 0, nonce four zero
 * bytes and the number of key changes (8 bytes, little-endian). The 32 bytes of key stream after
 * the 224th chunk are the next key. An instance belongs to one direction and one thread.
 */
public final class FsChaCha20 {

  /** Length of a key in bytes. */
  public static final int KEY_SIZE = 32;

  /** How many chunks, or packets, one key serves. */
  public static final int REKEY_INTERVAL = 224;

  private final ChaCha7539Engine engine = new ChaCha7539Engine();
  private byte[] key;
  private int chunks;
  private long rekeys;

  /**
   * A stream that stands before its first chunk.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes
   */
  public FsChaCha20(byte[] key) {
    if (key.length != KEY_SIZE) {
      throw new IllegalArgumentException(
          "a ChaCha20 key is " + KEY_SIZE + " bytes, not " + key.length);
    }
    start(key);
  }

  private FsChaCha20(FsChaCha20 other) {
    chunks = other.chunks;
    rekeys = other.rekeys;
    start(other.key);
    engine.skip(other.engine.getPosition());
  }

  /** A stream of its own that stands where this one does. */
  FsChaCha20 copy() {
    return new FsChaCha20(this);
  }

  /**
   * The next chunk, encrypted or decrypted: {@code length} bytes from {@code offset}.
   *
   * @throws IndexOutOfBoundsException if the range is not inside the array; no step is taken then
   */
  public byte[] crypt(byte[] chunk, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, chunk.length);
    byte[] result = new byte[length];
    engine.processBytes(chunk, offset, length, result, 0);
    if (++chunks == REKEY_INTERVAL) {
      byte[] next = new byte[KEY_SIZE];
      engine.processBytes(next, 0, KEY_SIZE, next, 0);
      chunks = 0;
      rekeys++;
      start(next);
    }
    return result;
  }

  private void start(byte[] next) {
    key = next.clone();
    engine.init(true, new ParametersWithIV(new KeyParameter(key), ChaChaPoly.nonce(0, rekeys)));
  }
}
