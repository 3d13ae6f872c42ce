// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.crypto.cipher.Bip324Cipher;

/**
 * Finds a packet again behind missing bytes. What the ciphers of a direction need is the number of
 * packets so far; only that is unknown, and as many packets as fit were lost at most. So at each
 * byte each number is tried: it gives a length, and a length that is small and a tag that fits say
 * that both are right.
 */
final class PacketSearch {
  /** More bytes must come. */
  static final int WAIT = -1;

  /** It would cost too much to go on. */
  static final int GIVEN_UP = -2;

  /** Longest contents of the packet that is found: of chance lengths, all but one in 4096 fail. */
  private static final int LONGEST = 4095;

  /** So many packets may be too long to be found, and be passed over. */
  private static final int PASSED_OVER = 16;

  private static final int MOST_PACKETS = 20_000;

  /** Numbers tried and bytes decrypted in a direction at most, about a second's work. */
  private static final long MOST_EFFORT = 400_000_000;

  private final Bip324Cipher cipher;
  private final int[] masks;
  private int number;
  private long effort;

  /**
   * A search.
   *
   * @param cipher before the first packet whose beginning is missing
   * @param missing how many bytes of it and of later ones are
   * @param effort what earlier searches in this direction have cost
   */
  PacketSearch(Bip324Cipher cipher, long missing, long effort) {
    this.cipher = cipher;
    this.effort = effort;
    long most = missing / Bip324Cipher.OVERHEAD + 1 + PASSED_OVER;
    this.masks = most > MOST_PACKETS ? new int[0] : cipher.lengthMasks((int) most);
  }

  /** What the searches in this direction have cost so far. */
  long effort() {
    return effort;
  }

  /**
   * Goes through the waiting bytes until a packet begins with them; those before it are lost.
   *
   * @return how many packets were missed, or {@link #WAIT} or {@link #GIVEN_UP}
   */
  int find(Direction direction, Lost lost) {
    StreamBuffer buffer = direction.buffer();
    if (masks.length == 0) {
      return GIVEN_UP;
    }
    while (buffer.size() >= Bip324Cipher.OVERHEAD) {
      int sealed = buffer.u8(0) | buffer.u8(1) << 8 | buffer.u8(2) << 16;
      for (; number < masks.length; number++) {
        int length = sealed ^ masks[number];
        if (length > LONGEST) {
          continue;
        }
        int rest = length + Bip324Cipher.HEADER_SIZE + Bip324Cipher.TAG_SIZE;
        if (buffer.size() < Bip324Cipher.LENGTH_SIZE + rest) {
          if (direction.ended()) {
            continue;
          }
          return WAIT;
        }
        effort += rest + number;
        int from = buffer.index() + Bip324Cipher.LENGTH_SIZE;
        if (cipher.isLater(number, buffer.array(), from, rest)) {
          return number;
        }
      }
      effort += masks.length;
      if (effort > MOST_EFFORT) {
        return GIVEN_UP;
      }
      number = 0;
      lost.pass(direction, 1);
    }
    return WAIT;
  }
}
