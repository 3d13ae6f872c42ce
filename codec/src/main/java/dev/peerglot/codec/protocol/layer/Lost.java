// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import java.util.function.Consumer;

/**
 * Bytes of one direction that pass by without being understood, counted until they can be told of
 * as one: what is told does not depend on how the stream was cut.
 */
public final class Lost {
  private final Fault.Blame blame;
  private final String why;
  private long from;
  private long count;

  /** Nothing lost yet, for this reason. */
  public Lost(Fault.Blame blame, String why) {
    this.blame = blame;
    this.why = why;
  }

  /** Lets all bytes pass by that wait. */
  public void pass(Direction direction) {
    int length = direction.waiting();
    if (length > 0) {
      from = count == 0 ? direction.at() : from;
      count += length;
      direction.waste(length);
    }
  }

  /** Tells what was lost, if anything. */
  public void tell(Direction direction, Consumer<Event> events) {
    if (count > 0) {
      events.accept(
          new Event.Broken(direction.from(), from, count, new Fault(blame, why, "", from)));
    }
    count = 0;
  }
}
