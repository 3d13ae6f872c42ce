// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Event;

/** Checks every message and says nothing. */
final class SilentText implements EventText {
  private long faults;

  @Override
  public void add(Stream stream, Event event, long nanos, int digits) {
    faults += EventText.isFaulty(event) ? 1 : 0;
  }

  @Override
  public Page page() {
    return new Page(new Out(0), faults);
  }
}
