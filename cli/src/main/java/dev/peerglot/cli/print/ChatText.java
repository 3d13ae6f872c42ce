// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Event;

/** The terminal view as text. */
public final class ChatText implements EventText {
  private final Out out;
  private final ChatView view;
  private final boolean closes;
  private long faults;

  /** Appends to that output; {@code tree} shows fields with their places. */
  public ChatText(Console console, boolean tree, Out out) {
    this.out = out;
    this.view = new ChatView(console, tree);
    this.closes = console.verbosity() > 0;
  }

  @Override
  public boolean add(Stream stream, Event event, long nanos, int digits) {
    if (event instanceof Event.Closed && !closes) {
      return false;
    }
    out.utf8(view.show(stream, event, nanos, digits));
    faults += EventText.isFaulty(event) ? 1 : 0;
    return true;
  }

  @Override
  public long takeFaults() {
    long taken = faults;
    faults = 0;
    return taken;
  }
}
