// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.session.Side;

/**
 * The first bytes of both directions of a stream, as far as they are known.
 *
 * @param dialer what the dialer said first
 * @param listener what the listener said first
 * @param port the listener's port
 * @param complete whether more bytes may still come
 */
public record Opening(byte[] dialer, byte[] listener, int port, boolean complete) {
  /** What a side said first. */
  public byte[] of(Side side) {
    return side == Side.DIALER ? dialer : listener;
  }
}
