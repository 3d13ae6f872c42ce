// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.util.function.Consumer;

/**
 * The rules of one protocol for one connection, in its Handshake room. It does not know which end
 * we are, nor whether there is one: it sees the bytes of both. Secrets that it needs it looks up by
 * what is seen on the wire.
 */
public interface Machine {
  /**
   * Takes from the direction what can be understood now. Called again until neither direction
   * moves, because one may set the other free.
   *
   * @return whether anything moved
   */
  boolean step(Direction direction, Consumer<Event> events);

  /**
   * Bytes are about to be missing from the direction; what waits is the last before the hole. The
   * machine reports what is lost with it and prepares to find a frame again behind the hole.
   */
  void hole(Direction direction, long missing, Consumer<Event> events);

  /** The direction has ended; what waits will never be whole. */
  void end(Direction direction, Consumer<Event> events);

  /**
   * The bytes that this side would put on the wire for a message.
   *
   * @throws IllegalStateException if its keys are not known (yet)
   */
  byte[] seal(Side who, Outgoing outgoing);

  /**
   * Which of the network's transports is spoken; empty where there is one or it is not known yet.
   */
  default String transport() {
    return "";
  }
}
