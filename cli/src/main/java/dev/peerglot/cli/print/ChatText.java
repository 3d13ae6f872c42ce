// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Event;

/** The terminal view as text. */
final class ChatText implements EventText {
  private final Out out = new Out(1 << 14);
  private final ChatView view;
  private final boolean closes;
  private long faults;

  ChatText(Console console, boolean tree) {
    this.view = new ChatView(console, tree);
    this.closes = console.verbosity() > 0;
  }

  @Override
  public void add(Stream stream, Event event, long nanos, int digits) {
    if (event instanceof Event.Closed && !closes) {
      return;
    }
    out.utf8(view.show(stream, event, nanos, digits));
    faults += EventText.isFaulty(event) ? 1 : 0;
  }

  @Override
  public Page page() {
    return new Page(out, faults);
  }
}
