// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.cli.print.Stamp;
import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import java.util.List;

/** A record that is being looked at; its message is taken apart only when somebody asks. */
final class Subject {
  private final Picker picker;
  private final boolean wantsFields;
  private final Stamp stamp = new Stamp();
  private Stream stream;
  private Event event;
  private long nanos;
  private int digits;
  private boolean picked;
  private Malformed malformed;

  Subject(Paths paths) {
    picker = new Picker(paths);
    wantsFields = paths.size() > 0;
  }

  /** The next record. */
  void set(Stream newStream, Event newEvent, long newNanos, int newDigits) {
    stream = newStream;
    event = newEvent;
    nanos = newNanos;
    digits = newDigits;
    picked = false;
    malformed = null;
  }

  Stream stream() {
    return stream;
  }

  Event event() {
    return event;
  }

  String time() {
    return stream.isConnection() ? stamp.text(nanos, digits) : "";
  }

  /** The values at a place of the message. */
  List<Value> fields(int place) {
    pick();
    return picker.at(place);
  }

  private void pick() {
    if (picked) {
      return;
    }
    picked = true;
    if (event instanceof Event.Message message) {
      malformed = picker.pick(message.kind().type(), message.body());
    } else {
      picker.clear();
    }
  }

  /** Finds out what is wrong with a message; a look without telling anything is much cheaper. */
  private void check(Event.Message message) {
    if (!picked && !wantsFields) {
      In in = new In(message.body());
      try {
        message.kind().type().walk(in, Deaf.SINK);
        picked = in.left() == 0;
      } catch (Malformed e) {
        malformed = e;
        picked = true;
      }
    }
    pick();
  }

  /** What is wrong with the record, or null. */
  Fault fault() {
    if (event instanceof Event.Broken broken) {
      return broken.fault();
    }
    if (!(event instanceof Event.Message message)) {
      return null;
    }
    if (message.fault() != null) {
      return message.fault();
    }
    check(message);
    return malformed == null ? null : Fault.of(malformed);
  }
}
