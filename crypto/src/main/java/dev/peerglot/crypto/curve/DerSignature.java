// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import java.util.Arrays;
import java.util.Optional;

/**
 * ECDSA signatures for curves of 256 bits in DER (X.690; BIP 66 writes the rules out):
 *
 * <pre>
 * 30 len  02 len r  02 len s      numbers big-endian, as short as they can be, top bit clear
 * </pre>
 */
public final class DerSignature {

  /** Length of r and s together in bytes. */
  public static final int COMPACT_SIZE = 64;

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int NUMBER_SIZE = 32;

  private DerSignature() {}

  /**
   * Writes r and s in DER: 8 to 72 bytes.
   *
   * @throws IllegalArgumentException if they are not 64 bytes
   */
  public static byte[] encode(byte[] compact) {
    if (compact.length != COMPACT_SIZE) {
      throw new IllegalArgumentException(
          "r and s are " + COMPACT_SIZE + " bytes together, not " + compact.length);
    }
    byte[] der = new byte[72];
    int end = putNumber(der, putNumber(der, 2, compact, 0), compact, NUMBER_SIZE);
    der[0] = SEQUENCE;
    der[1] = (byte) (end - 2);
    return Arrays.copyOf(der, end);
  }

  /** Reads r and s, 32 bytes each; empty if this is not DER of two numbers of at most 256 bits. */
  public static Optional<byte[]> decode(byte[] der) {
    byte[] compact = new byte[COMPACT_SIZE];
    if (der.length < 8 || der.length > 72 || der[0] != SEQUENCE || der[1] != der.length - 2) {
      return Optional.empty();
    }
    int second = takeNumber(der, 2, compact, NUMBER_SIZE);
    int end = second < 0 ? -1 : takeNumber(der, second, compact, COMPACT_SIZE);
    return end == der.length ? Optional.of(compact) : Optional.empty();
  }

  private static int putNumber(byte[] der, int at, byte[] compact, int from) {
    int first = from;
    while (first < from + NUMBER_SIZE - 1 && compact[first] == 0) {
      first++;
    }
    int padding = compact[first] < 0 ? 1 : 0;
    int digits = from + NUMBER_SIZE - first;
    der[at] = INTEGER;
    der[at + 1] = (byte) (padding + digits);
    System.arraycopy(compact, first, der, at + 2 + padding, digits);
    return at + 2 + padding + digits;
  }

  /** Copies a number so that it ends before {@code end}; gives where it ended in DER, or -1. */
  private static int takeNumber(byte[] der, int at, byte[] compact, int end) {
    if (at + 3 > der.length || der[at] != INTEGER) {
      return -1;
    }
    int length = der[at + 1];
    int first = at + 2;
    if (length < 1 || first + length > der.length || der[first] < 0) {
      return -1;
    }
    if (length > 1 && der[first] == 0) {
      if (der[first + 1] >= 0) {
        return -1;
      }
      first++;
      length--;
    }
    if (length > NUMBER_SIZE) {
      return -1;
    }
    System.arraycopy(der, first, compact, end - length, length);
    return first + length;
  }
}
