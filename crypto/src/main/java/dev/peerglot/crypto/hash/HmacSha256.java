// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) under one key: 32 bytes, the JDK's. An instance can be used again and
 * belongs to one thread.
 */
public final class HmacSha256 {

  /** Length of a tag in bytes. */
  public static final int SIZE = 32;

  private final Mac mac;

  /** The function under a key of any length, also none. */
  public HmacSha256(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256", "SunJCE");
      // Zeros behind a short key change nothing, and the JDK takes no empty one.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  /** The tag of the parts one after another. */
  public byte[] of(byte[]... parts) {
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }
}
