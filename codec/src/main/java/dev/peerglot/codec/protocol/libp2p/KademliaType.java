// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Numbers;

/** The type of a Kademlia message, found without decoding the rest. */
final class KademliaType {
  private static final int TYPE_TAG = 1 << 3;

  private KademliaType() {}

  /** The last value of field 1; 0 if there is none, as far as the fields can be followed. */
  static long of(byte[] body) {
    In in = new In(body);
    long type = 0;
    try {
      while (in.left() > 0) {
        long tag = Numbers.varint.get(in);
        if (tag == TYPE_TAG) {
          type = Numbers.varint.get(in) & 0xffffffffL;
          continue;
        }
        switch ((int) tag & 7) {
          case 0 -> Numbers.varint.get(in);
          case 1 -> in.take(8);
          case 2 -> {
            long size = Numbers.varint.get(in);
            in.take(size < 0 || size > in.left() ? in.left() + 1 : (int) size);
          }
          case 5 -> in.take(4);
          default -> {
            return type;
          }
        }
      }
    } catch (Malformed e) {
      return type; // its reader will say what is wrong with it
    }
    return type;
  }
}
