// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.cli.print.Stamp;
import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import java.util.List;

/** A record that is being looked at; its message is taken apart only when somebody asks. */
final class Subject {
  private final Picker picker;
  private final Stamp stamp = new Stamp();
  private Stream stream;
  private Event event;
  private long nanos;
  private int digits;
  private boolean picked;
  private Malformed malformed;

  Subject(Paths paths) {
    picker = new Picker(paths);
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
    pick();
    return malformed == null ? null : Fault.of(malformed);
  }
}
