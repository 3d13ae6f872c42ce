// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Line;

/** Who is told of each live connection. */
public interface Host {
  /** A connection was made; gives who watches it. Called by its thread before the first byte. */
  Talk.Watcher welcome(long number, Line line, Talk talk);

  /**
   * Another connection of the same conversation was made: one on which the peer answers, or one
   * that the conversation asked for. Called as {@link #welcome}, but without a farewell.
   */
  default Talk.Watcher beside(Line line, Talk talk) {
    return (who, event, when) -> {};
  }

  /** A connection is over. */
  default void farewell(long number, Line line, Talk talk, Talk.Ending ending) {}
}
