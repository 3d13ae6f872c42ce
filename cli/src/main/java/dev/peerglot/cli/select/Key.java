// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Substream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The keys of a record beside its fields. */
enum Key {
  TIME,
  STREAM,
  FROM,
  SRC,
  DST,
  /** Either end. */
  PEER,
  NETWORK,
  TRANSPORT,
  SUBSTREAM,
  PROTOCOL,
  AT,
  SIZE,
  MESSAGE,
  PHASE,
  FAULT,
  FAULT_BLAME,
  FAULT_WHY,
  FAULT_PATH,
  FAULT_AT;

  /** The key as people write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The key of a word, or null. */
  static Key of(String word) {
    for (Key key : values()) {
      if (key.word().equals(word)) {
        return key;
      }
    }
    return null;
  }

  /** All words. */
  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Key key : values()) {
      words.add(key.word());
    }
    return words;
  }

  /** Whether the values are addresses with a port. */
  boolean isAddress() {
    return this == SRC || this == DST || this == PEER;
  }

  /** Tells the values of a record: mostly one, none where the record has no such key. */
  void tell(Subject subject, Consumer<Value> values) {
    Event event = subject.event();
    switch (this) {
      case TIME -> words(subject.time(), values);
      case STREAM -> {
        if (subject.stream().isConnection()) {
          whole(subject.stream().number(), values);
        }
      }
      case FROM -> words(subject.stream().knowsSides() ? event.from().word() : "", values);
      case SRC -> words(subject.stream().source(event.from()), values);
      case DST -> words(subject.stream().destination(event.from()), values);
      case PEER -> {
        words(subject.stream().dialer(), values);
        words(subject.stream().listener(), values);
      }
      case NETWORK -> words(subject.stream().network(), values);
      case TRANSPORT -> words(subject.stream().transport(), values);
      case SUBSTREAM, PROTOCOL -> {
        if (event instanceof Event.Message message && message.substream() != null) {
          substream(message.substream(), values);
        }
      }
      case AT -> whole(event.at(), values);
      case SIZE -> whole(event.size(), values);
      case MESSAGE -> words(event instanceof Event.Message m ? m.kind().name() : "", values);
      case PHASE -> words(phase(event), values);
      case FAULT, FAULT_BLAME, FAULT_WHY, FAULT_PATH, FAULT_AT -> {
        Fault fault = subject.fault();
        if (fault != null) {
          fault(fault, values);
        }
      }
    }
  }

  private void substream(Substream substream, Consumer<Value> values) {
    if (this == SUBSTREAM) {
      whole(substream.number(), values);
    } else {
      words(substream.protocol(), values);
    }
  }

  private static String phase(Event event) {
    return switch (event) {
      case Event.Phase phase -> phase.step().name();
      case Event.Closed closed -> "closed";
      default -> "";
    };
  }

  private void fault(Fault fault, Consumer<Value> values) {
    switch (this) {
      case FAULT_BLAME -> words(fault.blame().word(), values);
      case FAULT_PATH -> words(fault.path(), values);
      case FAULT_AT -> {
        if (fault.at() >= 0) {
          whole(fault.at(), values);
        }
      }
      default -> words(fault.why(), values);
    }
  }

  private static void words(String text, Consumer<Value> values) {
    if (!text.isEmpty()) {
      values.accept(new Value.Words(text));
    }
  }

  private static void whole(long number, Consumer<Value> values) {
    values.accept(new Value.Whole(number, false));
  }
}
