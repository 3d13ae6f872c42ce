// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Line;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A host that records every connection, also those beside the first, and shows their events. */
public final class Recorded implements Host {
  private final Recorder recorder;
  private final AtomicLong numbers;
  private final Show show;

  /** Who is shown the events of all connections. */
  public interface Show {
    /** Something happened on the connection of that number. */
    void event(long number, Line line, Talk talk, Event event, Instant when);
  }

  /**
   * Records and shows.
   *
   * @param numbers gives connections beside the first their numbers
   */
  public Recorded(Recorder recorder, AtomicLong numbers, Show show) {
    this.recorder = recorder;
    this.numbers = numbers;
    this.show = show;
  }

  @Override
  public Talk.Watcher welcome(long number, Line line, Talk talk) {
    return recorder.around(
        line, talk.me(), (who, event, when) -> show.event(number, line, who, event, when));
  }

  @Override
  public Talk.Watcher beside(Line line, Talk talk) {
    return welcome(numbers.getAndIncrement(), line, talk);
  }
}
