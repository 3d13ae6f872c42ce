// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;

/**
 * A type whose values may come in more than one form of bytes, of which one is right: what networks
 * hash that decode and encode again before they hash.
 */
public interface Canonical {
  /**
   * Appends the one right form of the value in the window; what the type does not know is dropped.
   *
   * @throws dev.peerglot.codec.bytes.Malformed if the window holds no such value
   */
  void canonical(In in, Out out);

  /** The one right form of bytes. */
  default byte[] canonical(byte[] bytes) {
    Out out = new Out(bytes.length + 16);
    canonical(new In(bytes), out);
    return out.toBytes();
  }
}
