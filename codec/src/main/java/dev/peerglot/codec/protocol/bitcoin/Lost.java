// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Side;
import java.util.function.Consumer;

/**
 * Bytes of one direction that pass by without being understood, counted until they can be told of
 * as one: what is told does not depend on how the stream was cut.
 */
final class Lost {
  private final Side side;
  private final Fault.Blame blame;
  private final String why;
  private long from;
  private long count;

  /** Nothing lost yet, for this reason. */
  Lost(Side side, Fault.Blame blame, String why) {
    this.side = side;
    this.blame = blame;
    this.why = why;
  }

  /** The same bytes for another reason. */
  Lost because(Fault.Blame other, String reason) {
    Lost lost = new Lost(side, other, reason);
    lost.from = from;
    lost.count = count;
    return lost;
  }

  String why() {
    return why;
  }

  /** Lets bytes pass by. */
  void pass(Direction direction, int length) {
    if (length == 0) {
      return;
    }
    if (count == 0) {
      from = direction.at();
    }
    direction.waste(length);
    count += length;
  }

  /** Tells what was lost, if anything, including {@code waiting} bytes that are still there. */
  void tell(Direction direction, int waiting, Consumer<Event> events) {
    if (count + waiting > 0) {
      long at = count == 0 ? direction.at() : from;
      events.accept(new Event.Broken(side, at, count + waiting, new Fault(blame, why, "", at)));
    }
    count = 0;
  }
}
