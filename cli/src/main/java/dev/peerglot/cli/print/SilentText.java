// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.session.Event;

/** Checks every message and says nothing. */
public final class SilentText implements EventText {
  private long faults;

  /** Nothing checked yet. */
  public SilentText() {}

  @Override
  public boolean add(Stream stream, Event event, long nanos, int digits) {
    faults += EventText.isFaulty(event) ? 1 : 0;
    return !(event instanceof Event.Phase || event instanceof Event.Closed);
  }

  @Override
  public long takeFaults() {
    long taken = faults;
    faults = 0;
    return taken;
  }
}
