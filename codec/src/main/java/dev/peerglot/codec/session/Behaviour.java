// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a polite peer of one role says: answers events with messages and wake-up times. Sees the
 * events of both sides, its own words included. Pure: time comes in, bytes go out.
 */
public interface Behaviour {
  /** The connection has just been made. */
  Reply start(Instant now);

  /** Something happened on it. */
  Reply on(Event event, Instant now);

  /** The time it asked for has come. */
  Reply wake(Instant now);

  /** The driver wants to leave; what is to be said first. */
  Reply leave(Instant now);

  /** The user wants something said: says it, or does what leads to its being asked for. */
  default Reply wish(Outgoing outgoing, Instant now) {
    return new Reply().say(outgoing);
  }

  /** The user has said everything that is to be said on this connection. */
  default Reply saidAll(Instant now) {
    return new Reply();
  }

  /**
   * Whether the conversation goes on although its first connection is over, because answers come on
   * connections that the peer opens ({@link #inbound}). Until it is false, {@link #wake} is called
   * as before, and may ask for further connections.
   */
  default boolean awaits(Instant now) {
    return false;
  }

  /**
   * Who speaks on a connection that the peer, or whoever else knows our address, has opened to us
   * in the course of this conversation. Never called at the same time as other methods.
   *
   * @throws UnsupportedOperationException where all answers come on the connection of the question
   */
  default Behaviour inbound(Line line) {
    throw new UnsupportedOperationException("answers come on the same connection");
  }

  /** The connection is over: lets go of what it shares with others. */
  default void gone() {}

  /**
   * Asked when the connection is over: the options with which to dial at once again, where the peer
   * may only speak in another way; they replace those of the same name in {@link Persona#options}.
   * Empty where a second try would end like the first.
   */
  default Optional<Map<String, String>> again() {
    return Optional.empty();
  }

  /** What it knows about the peer. */
  Findings findings();
}
