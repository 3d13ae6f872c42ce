// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.view.Json;

/** Turns a run of events into text. For one thread at a time. */
public interface EventText {
  /** Makes fresh ones, for several threads. */
  interface Maker {
    /** A fresh one that appends to that output. */
    EventText make(Out out);
  }

  /** Adds an event if it is wanted; returns whether it is. */
  boolean add(Stream stream, Event event, long nanos, int digits);

  /** From now on hands over text of giant records before they are complete; null: no more. */
  default void drain(Json.Drain taker, int size) {}

  /** How many records with a fault have been added since this was asked last. */
  long takeFaults();

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
