// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.filter;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;

/** Bits one after another, the highest of a byte first. */
final class Bits {
  private Bits() {}

  /** Takes bits from bytes. */
  static final class Reader {
    private final byte[] array;
    private long next;

    Reader(byte[] array, int index) {
      this.array = array;
      this.next = 8L * index;
    }

    /** The next bit. */
    int bit() {
      int index = (int) (next >> 3);
      if (index >= array.length) {
        throw Malformed.wrong("the filter's bits end too early", array.length);
      }
      return array[index] >> 7 - (int) (next++ & 7) & 1;
    }

    /** The next bits as a number. */
    long bits(int count) {
      long value = 0;
      for (int i = 0; i < count; i++) {
        value = value << 1 | bit();
      }
      return value;
    }

    /** The index of the first byte of which nothing was taken. */
    int index() {
      return (int) (next + 7 >> 3);
    }
  }

  /** Appends bits to bytes. */
  static final class Writer {
    private final Out out;
    private int held;
    private int count;

    Writer(Out out) {
      this.out = out;
    }

    /** One bit. */
    void bit(int bit) {
      held = held << 1 | bit;
      if (++count == 8) {
        out.u8(held);
        held = 0;
        count = 0;
      }
    }

    /** The low bits of a number. */
    void bits(long value, int size) {
      for (int i = size - 1; i >= 0; i--) {
        bit((int) (value >> i & 1));
      }
    }

    /** Fills the last byte up with zeros. */
    void close() {
      while (count != 0) {
        bit(0);
      }
    }
  }
}
