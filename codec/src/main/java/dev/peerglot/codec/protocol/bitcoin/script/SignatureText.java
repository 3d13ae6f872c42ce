// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.script;

/**
 * Tells ECDSA signatures in scripts from other data: strict DER (BIP 66) with a known hash type as
 * the last byte.
 */
final class SignatureText {
  private SignatureText() {}

  /** What a push signs, as {@code ALL|ANYONECANPAY}, or null if it is no signature. */
  static String signs(byte[] array, int index, int size) {
    return isStrict(array, index, size) ? hashType(array[index + size - 1] & 0xff) : null;
  }

  private static String hashType(int type) {
    String what =
        switch (type & 0x7f) {
          case 1 -> "ALL";
          case 2 -> "NONE";
          case 3 -> "SINGLE";
          default -> null;
        };
    return what == null || type < 0x80 ? what : what + "|ANYONECANPAY";
  }

  /** {@code 30 len 02 len r 02 len s type}, both numbers positive, none with a needless zero. */
  private static boolean isStrict(byte[] a, int at, int size) {
    if (size < 9 || size > 73 || a[at] != 0x30 || a[at + 1] != size - 3) {
      return false;
    }
    int r = a[at + 3] & 0xff;
    if (5 + r >= size) {
      return false;
    }
    int s = a[at + 5 + r] & 0xff;
    return r + s + 7 == size && isNumber(a, at + 2, r) && isNumber(a, at + 4 + r, s);
  }

  private static boolean isNumber(byte[] a, int at, int length) {
    return a[at] == 0x02
        && length > 0
        && a[at + 2] >= 0
        && (length == 1 || a[at + 2] != 0 || a[at + 3] < 0);
  }
}
