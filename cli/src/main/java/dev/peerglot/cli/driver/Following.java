// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Secrets;
import java.util.HashSet;
import java.util.Set;

/** What all followed connections share: secrets, who gets the events, and a bound on memory. */
final class Following {
  /** Bytes of all connections together that may wait for a message to become whole. */
  private static final long MOST_WAITING = 48L << 20;

  /** A connection where so much waits is looked at when there is too much. */
  private static final int HEAVY = 64 << 10;

  private final Secrets secrets;
  private final Guess guess;
  private final EventPipe pipe;
  private final Set<Followed> heavy = new HashSet<>();
  private PlainExport export;
  private long waiting;
  private int digits = 6;

  Following(Secrets secrets, Guess guess, EventPipe pipe) {
    this.secrets = secrets;
    this.guess = guess;
    this.pipe = pipe;
  }

  Secrets secrets() {
    return secrets;
  }

  Guess guess() {
    return guess;
  }

  /** From now on messages are written to a capture of their own. */
  void export(PlainExport plain) {
    export = plain;
  }

  /** Who wants messages in plain frames, or null. */
  PlainExport export() {
    return export;
  }

  /** The precision of times from now on. */
  void digits(int fraction) {
    digits = fraction;
  }

  /** Starts to follow a connection. */
  Followed begin(TcpStream stream, long number) {
    return new Followed(this, stream, number);
  }

  void event(Stream label, Event event, long nanos) {
    pipe.put(label, event, nanos, digits);
  }

  /** What waits in a connection has changed; where it is too much in all, the heaviest gives up. */
  void waits(Followed followed, int before, int after) {
    waiting += after - before;
    if (after >= HEAVY) {
      heavy.add(followed);
    } else if (before >= HEAVY) {
      heavy.remove(followed);
    }
    if (waiting > MOST_WAITING) {
      Followed heaviest = followed;
      for (Followed each : heavy) {
        heaviest = each.waiting() > heaviest.waiting() ? each : heaviest;
      }
      heaviest.giveUp(MOST_WAITING);
    }
  }
}
