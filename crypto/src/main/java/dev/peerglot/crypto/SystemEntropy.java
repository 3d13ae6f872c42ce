// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

import java.security.SecureRandom;

/** The operating system's randomness. */
final class SystemEntropy implements Entropy {

  static final SystemEntropy INSTANCE = new SystemEntropy();

  private SystemEntropy() {}

  @Override
  public byte[] bytes(int count) {
    byte[] drawn = new byte[SeededEntropy.checked(count)];
    Source.RANDOM.nextBytes(drawn);
    return drawn;
  }

  @Override
  public long nextLong() {
    return Source.RANDOM.nextLong();
  }

  /** Loaded at the first draw: commands that draw nothing do not pay for the provider. */
  private static final class Source {
    static final SecureRandom RANDOM = new SecureRandom();
  }
}
