// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Event;

/** JSON lines. */
final class JsonText implements EventText {
  private final Out out = new Out(1 << 16);
  private final Records records = new Records();
  private final boolean steps;
  private long faults;

  JsonText(boolean steps) {
    this.steps = steps;
  }

  @Override
  public void add(Stream stream, Event event, long nanos, int digits) {
    boolean step = event instanceof Event.Phase || event instanceof Event.Closed;
    if (step && !steps) {
      return;
    }
    if (records.write(out, stream, stream.network(), event, nanos, digits) != null) {
      faults++;
    }
  }

  @Override
  public Page page() {
    return new Page(out, faults);
  }
}
