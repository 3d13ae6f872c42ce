// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Verdicts on Ed25519 signatures that were asked for lately. Gossip brings the same signed message
 * from every neighbour, and a verdict costs a hundred times as much as a look at the digest of what
 * it is about. Keeps {@value #MOST} verdicts, and the points of {@value #MOST_KEYS} keys; for any
 * number of threads.
 */
public final class SeenSignatures {
  private static final int MOST = 1 << 12;

  private static final int MOST_KEYS = 1 << 8;

  /** SHA-256 of key, signature and message; or a key. */
  private record Name(long first, long second, long third, long fourth) {
    private static Name of(byte[] bytes) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new Name(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }
  }

  private static final Map<Name, Boolean> VERDICTS = recent(MOST);
  private static final Map<Name, Ed25519.PublicPoint> POINTS = recent(MOST_KEYS);

  private SeenSignatures() {}

  private static <T> Map<Name, T> recent(int most) {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Name, T> eldest) {
        return size() > most;
      }
    };
  }

  /**
   * The same as {@link dev.peerglot.crypto.curve.Ed25519#verify}, computed once for a signature
   * that comes again.
   */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != Ed25519.PUBLIC_KEY_SIZE || signature.length != Ed25519.SIGNATURE_SIZE) {
      return false;
    }
    Name about = Name.of(new Sha256().update(publicKey).update(signature).update(message).digest());
    Name key = Name.of(publicKey);
    Ed25519.PublicPoint point;
    synchronized (VERDICTS) {
      Boolean known = VERDICTS.get(about);
      if (known != null) {
        return known;
      }
      point = POINTS.get(key);
    }
    if (point == null) {
      point = Ed25519.validatePublicKeyPartialExport(publicKey, 0);
    }
    boolean verdict =
        point != null && Ed25519.verify(signature, 0, point, message, 0, message.length);
    synchronized (VERDICTS) {
      VERDICTS.put(about, verdict);
      if (point != null) {
        POINTS.put(key, point);
      }
    }
    return verdict;
  }
}
