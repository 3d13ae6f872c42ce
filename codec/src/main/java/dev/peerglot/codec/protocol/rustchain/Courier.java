// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Reply;
import java.time.Instant;
import java.util.function.Consumer;

/** Brings one message on a connection of its own, as the reference does, and hears nothing back. */
final class Courier implements Behaviour {
  private final Outgoing message;
  private final Consumer<Instant> delivered;
  private final Findings findings = new Findings();

  /** Brings a message; {@code delivered} is told when. */
  Courier(Outgoing message, Consumer<Instant> delivered) {
    this.message = message;
    this.delivered = delivered;
  }

  @Override
  public Reply start(Instant now) {
    delivered.accept(now);
    return new Reply().say(message).sayNoMore();
  }

  @Override
  public Reply on(Event event, Instant now) {
    return new Reply();
  }

  @Override
  public Reply wake(Instant now) {
    return new Reply();
  }

  @Override
  public Reply leave(Instant now) {
    return new Reply();
  }

  @Override
  public Findings findings() {
    return findings;
  }
}
