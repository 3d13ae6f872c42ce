// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;

/**
 * Unsigned varints of multiformats: 7 bits a byte, low ones first, the top bit says that more
 * follow. At most 9 bytes, and no longer than needed ({@code multiformats/unsigned-varint}).
 */
public final class Varint {
  private static final int LONGEST = 9;

  private Varint() {}

  /**
   * A number and how many bytes it took.
   *
   * @param value the number
   * @param size 1 to 9
   */
  public record Number(long value, int size) {}

  /**
   * The number that begins at a waiting byte, or null if it is not whole yet.
   *
   * @throws Malformed if it is too long
   */
  public static Number peek(Flow flow, int index) {
    long value = 0;
    for (int i = 0; i < LONGEST; i++) {
      if (index + i >= flow.waiting()) {
        return null;
      }
      int octet = flow.u8(index + i);
      value |= (octet & 0x7fL) << 7 * i;
      if (octet < 0x80) {
        if (octet == 0 && i > 0) {
          throw Malformed.wrong("a varint is longer than it needs to be", -1);
        }
        return new Number(value, i + 1);
      }
    }
    throw Malformed.wrong("a varint does not end within " + LONGEST + " bytes", -1);
  }

  /** Appends a number. */
  public static Out put(Out out, long value) {
    long left = value;
    while (left >>> 7 != 0) {
      out.u8((int) left & 0x7f | 0x80);
      left >>>= 7;
    }
    return out.u8((int) left);
  }

  /** Bytes behind their length. */
  public static byte[] prefixed(byte[] bytes) {
    return put(new Out(bytes.length + 5), bytes.length).bytes(bytes).toBytes();
  }
}
