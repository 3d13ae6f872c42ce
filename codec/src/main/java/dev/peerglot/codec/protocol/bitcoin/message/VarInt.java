// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Whole;

/**
 * The {@code VARINT} of Core's databases, which Litecoin also sends: groups of seven bits, the
 * highest first, the top bit set on all but the last byte, and one added for each byte but the
 * last, so that every number has one form.
 */
final class VarInt {
  static final Whole<Long> WIRE = Whole.of("VARINT", 64, false, 1, VarInt::read, VarInt::write);

  private VarInt() {}

  private static long read(In in) {
    int at = in.at();
    long value = 0;
    while (true) {
      if (value >>> 57 != 0) {
        throw Malformed.wrong("a VARINT of more than 64 bits", at);
      }
      int b = in.u8();
      value = value << 7 | b & 0x7f;
      if (b < 0x80) {
        return value;
      }
      value++;
    }
  }

  private static void write(Out out, long value) {
    byte[] groups = new byte[10];
    int at = groups.length - 1;
    long rest = value;
    groups[at] = (byte) (rest & 0x7f);
    while (rest >>> 7 != 0) {
      rest = (rest >>> 7) - 1;
      groups[--at] = (byte) (rest & 0x7f | 0x80);
    }
    out.bytes(groups, at, groups.length - at);
  }
}
