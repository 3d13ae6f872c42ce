// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Line;

/** Who is told of each live connection. */
public interface Host {
  /** A connection was made; gives who watches it. Called by its thread before the first byte. */
  Talk.Watcher welcome(long number, Line line, Talk talk);

  /** A connection is over. */
  default void farewell(long number, Line line, Talk talk, Talk.Ending ending) {}
}
