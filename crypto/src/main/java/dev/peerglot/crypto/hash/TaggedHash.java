// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.nio.charset.StandardCharsets;

/**
 * Tagged SHA-256 (BIP 340): SHA-256 of the tag's SHA-256 twice, then the message. Instances may be
 * shared.
 */
public final class TaggedHash {

  private final byte[] prefix;

  /** The hash of this tag, in UTF-8. */
  public TaggedHash(String tag) {
    byte[] digest = Sha256.of(tag.getBytes(StandardCharsets.UTF_8));
    prefix = new byte[2 * Sha256.SIZE];
    System.arraycopy(digest, 0, prefix, 0, Sha256.SIZE);
    System.arraycopy(digest, 0, prefix, Sha256.SIZE, Sha256.SIZE);
  }

  /** The hash of the parts one after another, 32 bytes. */
  public byte[] of(byte[]... parts) {
    Sha256 sha256 = new Sha256().update(prefix);
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return sha256.digest();
  }
}
