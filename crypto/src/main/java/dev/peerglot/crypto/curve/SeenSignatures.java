// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Verdicts on Ed25519 signatures that were asked for lately. Gossip brings the same signed message
 * from every neighbour, and a verdict costs a hundred times as much as a look at the digest of what
 * it is about. Keeps {@value #MOST} verdicts; for any number of threads.
 */
public final class SeenSignatures {
  private static final int MOST = 1 << 12;

  /** SHA-256 of key, signature and message. */
  private record Digest(long first, long second, long third, long fourth) {}

  private static final Map<Digest, Boolean> VERDICTS =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Boolean> eldest) {
          return size() > MOST;
        }
      };

  private SeenSignatures() {}

  /** The same as {@link Ed25519#verify}, computed once for a signature that comes again. */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != Ed25519.PUBLIC_SIZE || signature.length != Ed25519.SIGNATURE_SIZE) {
      return false;
    }
    ByteBuffer digest =
        ByteBuffer.wrap(new Sha256().update(publicKey).update(signature).update(message).digest());
    Digest about =
        new Digest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    synchronized (VERDICTS) {
      Boolean known = VERDICTS.get(about);
      if (known != null) {
        return known;
      }
    }
    boolean verdict = Ed25519.verify(publicKey, message, signature);
    synchronized (VERDICTS) {
      VERDICTS.put(about, verdict);
    }
    return verdict;
  }
}
