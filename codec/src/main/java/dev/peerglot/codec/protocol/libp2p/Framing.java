// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Bare;

/** Messages without their stream. */
final class Framing {
  private static final int LARGEST = 4 << 20;

  private Framing() {}

  /** A message as it stands on its stream: behind its length, but for a ping. */
  static byte[] frame(String message, byte[] body) {
    if (body.length > LARGEST) {
      throw Malformed.limit(body.length + " bytes are above the limit of " + LARGEST, -1);
    }
    return Handshake.framed(message, body);
  }

  /** Protobuf without a name could be anything. */
  static Bare bare() {
    return Bare.NONE;
  }
}
