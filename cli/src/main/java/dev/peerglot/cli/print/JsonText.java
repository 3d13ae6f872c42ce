// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.view.Json;

/** JSON lines. */
public final class JsonText implements EventText {
  private final Records records;
  private final boolean steps;
  private long faults;

  /** Appends to that output; {@code steps} adds events that are no messages. */
  public JsonText(Out out, boolean steps) {
    this.records = new Records(out);
    this.steps = steps;
  }

  @Override
  public boolean add(Stream stream, Event event, long nanos, int digits) {
    boolean step = event instanceof Event.Phase || event instanceof Event.Closed;
    if (step && !steps) {
      return false;
    }
    if (records.write(stream, event, nanos, digits) != null) {
      faults++;
    }
    return true;
  }

  @Override
  public void drain(Json.Drain taker, int size) {
    records.drain(taker, size);
  }

  @Override
  public long takeFaults() {
    long taken = faults;
    faults = 0;
    return taken;
  }
}
