// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.JsonScanner;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rules of one connection. There is no handshake: values from the first byte on, from the
 * dialer alone; what a listener sends is read in the same way. A value that cannot be read ends its
 * direction, because the reference reads no further either.
 */
final class Handshake implements Machine {
  private static final List<byte[]> BEGINNINGS =
      Messages.ALL.all().stream()
          .map(MessageKind::name)
          .map(name -> ("{\"" + name + "\":").getBytes(StandardCharsets.US_ASCII))
          .toList();
  private static final int LONGEST_BEGINNING =
      BEGINNINGS.stream().mapToInt(beginning -> beginning.length).max().orElseThrow();

  private final Half dialer = new Half();
  private final Half listener = new Half();

  /** What one direction has come to. */
  private static final class Half {
    private JsonScanner scanner = new JsonScanner(JsonObject.DEEPEST);
    private boolean searching;
    private long searchedFrom;
  }

  private Half half(Direction direction) {
    return direction.from() == Side.DIALER ? dialer : listener;
  }

  @Override
  public boolean step(Direction direction, Consumer<Event> events) {
    Half half = half(direction);
    if (direction.givenUp() || half.searching && !search(direction, half, events)) {
      return false;
    }
    if (half.scanner.at() == 0) {
      space(direction);
    }
    int known = half.scanner.at();
    int length = Math.min(direction.waiting(), Framing.LARGEST) - known;
    if (length == 0 && known < Framing.LARGEST) {
      return false;
    }
    StreamBuffer buffer = direction.buffer();
    try {
      if (known == 0 && buffer.u8(0) != '{') {
        throw Malformed.wrong("no JSON object begins here", 0);
      }
      half.scanner.scan(buffer.array(), buffer.index() + known, length);
      if (half.scanner.isDone()) {
        value(direction, half, events);
        return true;
      }
      if (half.scanner.at() == Framing.LARGEST) {
        throw Malformed.limit(
            "a value of more than " + Framing.LARGEST + " bytes", Framing.LARGEST - 1);
      }
    } catch (Malformed e) {
      giveUp(direction, e, Math.max(0, e.at()) + 1, events);
    }
    return false;
  }

  private static void space(Direction direction) {
    int count = 0;
    while (count < direction.waiting() && JsonScanner.isSpace(direction.buffer().u8(count))) {
      count++;
    }
    direction.pass(count);
  }

  private static void value(Direction direction, Half half, Consumer<Event> events) {
    int size = half.scanner.at();
    long at = direction.at();
    half.scanner = new JsonScanner(JsonObject.DEEPEST);
    byte[] value = direction.buffer().peek(0, size);
    try {
      Framing.Opened opened = Framing.open(value);
      direction.pass(size);
      events.accept(
          new Event.Message(direction.from(), at, size, opened.kind(), opened.body(), null, null));
    } catch (Malformed e) {
      giveUp(direction, e, size, events);
    }
  }

  private static void giveUp(Direction direction, Malformed e, int size, Consumer<Event> events) {
    long at = direction.at();
    Fault fault = Fault.of(e.moved(Math.max(0, e.at())));
    events.accept(
        new Event.Broken(
            direction.from(),
            at,
            size,
            new Fault(fault.blame(), fault.why(), fault.path(), at + fault.at())));
    direction.giveUp();
  }

  /** Behind a hole: passes over bytes until a message begins in the reference's spelling. */
  private static boolean search(Direction direction, Half half, Consumer<Event> events) {
    StreamBuffer buffer = direction.buffer();
    while (buffer.size() > 0) {
      if (begins(buffer)) {
        half.searching = false;
        lost(direction, half, events);
        return true;
      }
      if (buffer.size() < LONGEST_BEGINNING && !direction.ended()) {
        return false;
      }
      direction.waste(1);
    }
    return false;
  }

  private static boolean begins(StreamBuffer buffer) {
    if (buffer.u8(0) != '{') {
      return false;
    }
    for (byte[] beginning : BEGINNINGS) {
      int i = 0;
      while (i < beginning.length && i < buffer.size() && buffer.u8(i) == beginning[i]) {
        i++;
      }
      if (i == beginning.length) {
        return true;
      }
    }
    return false;
  }

  private static void lost(Direction direction, Half half, Consumer<Event> events) {
    long lost = direction.at() - half.searchedFrom;
    if (lost > 0) {
      String why = "the rest of a value whose beginning is missing";
      broken(events, direction.from(), half.searchedFrom, lost, Fault.Blame.CAPTURE, why);
    }
  }

  @Override
  public void hole(Direction direction, long missing, Consumer<Event> events) {
    Half half = half(direction);
    long end = direction.at() + direction.waiting();
    long from = half.searching ? half.searchedFrom : direction.at();
    if (end > from) {
      String why = missing + " bytes are missing inside or behind this value";
      broken(events, direction.from(), from, end - from, Fault.Blame.CAPTURE, why);
    }
    half.scanner = new JsonScanner(JsonObject.DEEPEST);
    half.searching = true;
    half.searchedFrom = end + missing;
  }

  @Override
  public void end(Direction direction, Consumer<Event> events) {
    Half half = half(direction);
    if (half.searching) {
      direction.waste(direction.waiting());
      lost(direction, half, events);
    } else if (direction.waiting() > 0) {
      String why = "the stream ends inside of a value";
      broken(
          events, direction.from(), direction.at(), direction.waiting(), direction.cutter(), why);
    }
  }

  private static void broken(
      Consumer<Event> events, Side from, long at, long size, Fault.Blame blame, String why) {
    events.accept(new Event.Broken(from, at, size, new Fault(blame, why, "", at)));
  }

  @Override
  public byte[] seal(Side who, Outgoing outgoing) {
    if (!(outgoing instanceof Outgoing.Message message)) {
      throw new IllegalStateException("plain bytes need no seal");
    }
    return Framing.frame(message.kind().name(), message.body());
  }
}
