// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What both ends of one connection said and what follows from it. Fed with the bytes of either side
 * in any cuts; gives events. No socket, clock, randomness or role. For one thread at a time.
 */
public final class Transcript {
  private final Machine machine;
  private final Limits limits;
  private final Direction dialer = new Direction(Side.DIALER);
  private final Direction listener = new Direction(Side.LISTENER);
  private final Queue<Event> events = new ArrayDeque<>();

  /** An empty transcript that follows the rules of a machine. */
  public Transcript(Machine machine, Limits limits) {
    this.machine = machine;
    this.limits = limits;
  }

  /** Adds bytes that a side sent. */
  public void feed(Side from, byte[] bytes, int offset, int length) {
    Direction direction = direction(from);
    direction.add(bytes, offset, length);
    settle();
    if (direction.waiting() > limits.waiting()) {
      giveUp(
          direction,
          direction.waiting()
              + " bytes wait for a frame that does not end; limit "
              + limits.waiting());
    }
  }

  private void giveUp(Direction direction, String why) {
    long at = direction.at();
    int size = direction.waiting();
    direction.giveUp();
    Fault fault = new Fault(Fault.Blame.LIMIT, why, "", at);
    events.add(new Event.Broken(direction.from(), at, size, fault));
  }

  /** Lets go of what waits in both directions, which nobody has room for; their rest is counted. */
  public void giveUp(String why) {
    for (Direction direction : new Direction[] {dialer, listener}) {
      if (direction.waiting() > 0) {
        giveUp(direction, why);
      }
    }
  }

  /** How much memory the bytes of both directions take that wait to be understood. */
  public int room() {
    return dialer.buffer().room() + listener.buffer().room();
  }

  /** Adds all bytes of an array. */
  public void feed(Side from, byte[] bytes) {
    feed(from, bytes, 0, bytes.length);
  }

  /** Notes that bytes of a side are missing at this place. */
  public void hole(Side from, long missing) {
    Direction direction = direction(from);
    if (!direction.givenUp()) {
      machine.hole(direction, missing, events::add);
    }
    direction.hole(missing);
    settle();
  }

  /**
   * Notes that a side will say nothing more.
   *
   * @param closed whether the side itself closed; false where the capture ends before it did
   */
  public void end(Side from, boolean closed) {
    Direction direction = direction(from);
    if (direction.ended()) {
      return;
    }
    direction.end(closed);
    settle();
    if (!direction.givenUp()) {
      machine.end(direction, events::add);
    }
    events.add(new Event.Closed(from, direction.at()));
  }

  private void settle() {
    boolean moved = true;
    while (moved) {
      moved = machine.step(dialer, events::add) | machine.step(listener, events::add);
    }
  }

  /** The next event, or null until more bytes come. */
  public Event poll() {
    return events.poll();
  }

  /** The bytes that a side would put on the wire for a message; they are not fed by this. */
  public byte[] seal(Side who, Outgoing outgoing) {
    return outgoing instanceof Outgoing.Plain(byte[] bytes) ? bytes : machine.seal(who, outgoing);
  }

  /** The byte balance of one side's direction. */
  public Balance balance(Side from) {
    return direction(from).balance();
  }

  /** Which of the network's transports is spoken; empty where there is one. */
  public String transport() {
    return machine.transport();
  }

  private Direction direction(Side from) {
    return from == Side.DIALER ? dialer : listener;
  }
}
