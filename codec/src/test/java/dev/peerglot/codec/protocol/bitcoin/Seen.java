// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A transcript that keeps its events and holds the byte balance to them. */
final class Seen {
  final Transcript transcript;
  final List<Event> events = new ArrayList<>();

  Seen(Transcript transcript) {
    this.transcript = transcript;
  }

  static Seen of(Network network, Secrets secrets) {
    return new Seen(new Transcript(new Handshake(network, secrets), Limits.DEFAULT));
  }

  static Seen plain() {
    return of(Networks.MAIN, new Secrets());
  }

  Seen feed(Side from, byte[] bytes) {
    transcript.feed(from, bytes);
    return drain();
  }

  /** Feeds the bytes in random cuts; with {@code most} 1, one at a time. */
  Seen feed(Side from, byte[] bytes, SplittableRandom random, int most) {
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(most));
      transcript.feed(from, bytes, at, length);
      drain();
      at += length;
    }
    return this;
  }

  Seen hole(Side from, long missing) {
    transcript.hole(from, missing);
    return drain();
  }

  Seen end() {
    for (Side side : Side.values()) {
      transcript.end(side, true);
    }
    drain();
    for (Side side : Side.values()) {
      balanced(side);
    }
    return this;
  }

  Seen drain() {
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      events.add(event);
    }
    return this;
  }

  private void balanced(Side side) {
    long told = 0;
    long broken = 0;
    for (Event event : of(side)) {
      switch (event) {
        case Event.Broken b -> broken += b.size();
        default -> told += event.size();
      }
    }
    Balance balance = transcript.balance(side);
    assertEquals(balance.captured(), balance.decoded() + balance.undecoded());
    assertEquals(told, balance.decoded(), side + ": bytes of phases and messages");
    assertEquals(broken, balance.undecoded(), side + ": bytes of faults");
  }

  List<Event> of(Side side) {
    return events.stream().filter(event -> event.from() == side).toList();
  }

  List<Event.Message> messages(Side side) {
    return of(side).stream()
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast)
        .toList();
  }

  List<String> names(Side side) {
    return messages(side).stream().map(message -> message.kind().name()).toList();
  }

  List<Event.Broken> broken(Side side) {
    return of(side).stream()
        .filter(Event.Broken.class::isInstance)
        .map(Event.Broken.class::cast)
        .toList();
  }

  /** Everything that a direction told, as text to be compared. */
  List<String> told(Side side) {
    return of(side).stream().map(Seen::line).toList();
  }

  static String line(Event event) {
    String where = event.at() + "+" + event.size() + " ";
    return switch (event) {
      case Event.Phase phase -> where + phase.step().name() + " " + phase.step().facts();
      case Event.Message message ->
          where
              + message.kind().name()
              + " "
              + Hex.of(message.body())
              + (message.fault() == null ? "" : " " + message.fault().line());
      case Event.Broken broken -> where + broken.fault().blame() + ": " + broken.fault().why();
      case Event.Closed closed -> where + "closed";
    };
  }
}
