// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.protocol.layer.Carried;
import dev.peerglot.codec.protocol.layer.Flow;
import dev.peerglot.codec.protocol.layer.Ground;
import dev.peerglot.codec.protocol.layer.Lost;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.NoiseGap;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Side;
import java.util.function.Consumer;

/** What one direction of a connection has come to, from the bytes on the wire up to the muxer. */
final class Half {
  /** The bytes on the wire. */
  final Direction direction;

  /** The same for a negotiation in the clear. */
  final Ground ground;

  /** What came out of the cipher and waits. */
  final Carried plain;

  /** Where nothing more can be understood, or null. */
  Lost lost;

  /** Bytes that are missing, behind which no Noise message was found yet, or null. */
  NoiseGap gap;

  /** Whether it has ended. */
  boolean ended;

  private long ahead;
  private long aheadAt;

  Half(Direction direction) {
    this.direction = direction;
    this.ground = new Ground(direction);
    this.plain = new Carried(direction);
  }

  /** Hears what a negotiation ends in. */
  interface Agreed {
    /** Both sides have agreed on that; the next byte stands there. */
    void on(String protocol, long at);
  }

  /** Takes one step of a negotiation. */
  boolean negotiate(
      Steps.Storey storey,
      Multistream negotiation,
      Flow flow,
      Agreed agreed,
      Consumer<Event> events) {
    Side from = direction.from();
    if (negotiation.isAhead()) {
      if (from == Side.DIALER) {
        ahead(flow);
      }
      return false;
    }
    return negotiation.step(
        from,
        flow,
        new Multistream.Listener() {
          @Override
          public void proposed(long at, long size, String protocol) {
            events.accept(new Event.Phase(from, at, size, new Steps.Proposed(storey, 0, protocol)));
          }

          @Override
          public void answered(long at, long size, String protocol, boolean accepted) {
            events.accept(
                new Event.Phase(from, at, size, new Steps.Answered(storey, 0, protocol, accepted)));
            if (negotiation.protocol() != null) {
              agreed.on(protocol, at + size);
            }
          }
        });
  }

  /** Takes what was sent ahead of a refusal. */
  void ahead(Flow flow) {
    if (flow.waiting() > 0) {
      aheadAt = ahead == 0 ? flow.at() : aheadAt;
      ahead += flow.waiting();
      flow.pass(flow.waiting());
    }
  }

  /** Tells of what was sent ahead, if anything. */
  void tellAhead(Steps.Storey storey, Consumer<Event> events) {
    if (ahead > 0) {
      events.accept(
          new Event.Phase(direction.from(), aheadAt, ahead, new Steps.SentAhead(storey, ahead)));
    }
  }

  /** Nothing more of the direction can be understood. */
  void lose(Fault.Blame blame, String why, Consumer<Event> events) {
    tellWaiting(blame, why, events);
    lost = new Lost(blame, "behind a fault: " + why);
  }

  /** Nothing that waits will be understood, on any storey. */
  void tellWaiting(Fault.Blame blame, String why, Consumer<Event> events) {
    int above = plain.waiting();
    long at = above > 0 ? plain.at() : direction.at();
    plain.waste(above);
    long size = (long) above + direction.waiting();
    direction.waste(direction.waiting());
    events.accept(new Event.Broken(direction.from(), at, size, new Fault(blame, why, "", at)));
  }

  /** So many of the first bytes on the wire will not be understood, because others are missing. */
  void tellHurt(int count, String why, Consumer<Event> events) {
    long at = direction.at();
    direction.waste(count);
    Fault fault = new Fault(Fault.Blame.CAPTURE, why, "", at);
    events.accept(new Event.Broken(direction.from(), at, count, fault));
  }
}
