// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.Event;

/** Turns a run of events into text. For one thread. */
public interface EventText {
  /** Makes fresh ones, for several threads. */
  interface Maker {
    /** A fresh one. */
    EventText make();
  }

  /**
   * Text that is ready.
   *
   * @param text the bytes
   * @param faults how many of its records have a fault
   */
  record Page(Out text, long faults) {}

  /** Adds an event if it is wanted. */
  void add(Stream stream, Event event, long nanos, int digits);

  /** What has come together. */
  Page page();

  /** JSON lines; {@code steps} adds those that are no messages. */
  static EventText json(boolean steps) {
    return new JsonText(steps);
  }

  /** The terminal view. */
  static EventText chat(Console console, boolean tree) {
    return new ChatText(console, tree);
  }

  /** No text, but all faults counted. */
  static EventText silent() {
    return new SilentText();
  }

  /** Whether something is wrong with an event, its body included. */
  static boolean isFaulty(Event event) {
    if (!(event instanceof Event.Message message)) {
      return event instanceof Event.Broken;
    }
    if (message.fault() != null) {
      return true;
    }
    try {
      message.kind().type().walk(new In(message.body()), Deaf.SINK);
      return false;
    } catch (Malformed e) {
      return true;
    }
  }
}
