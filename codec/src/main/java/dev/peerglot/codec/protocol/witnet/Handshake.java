// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Step;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rules of one connection: frames from the first byte on, both directions alike, nothing
 * secret. The handshake is two messages of each side, {@code Version} and {@code Verack}, in any
 * order.
 */
final class Handshake implements Machine {
  /** Path of the fault that a frame of another magic has. */
  static final String MAGIC = "magic";

  private final Catalogue messages;
  private final int magic;
  private final Half dialer = new Half();
  private final Half listener = new Half();
  private boolean consolidated;

  Handshake(Network network) {
    this.messages = Messages.of(network);
    this.magic = Networks.magic(network);
  }

  /** Steps that are no messages. */
  sealed interface Phase extends Step {}

  /** Both sides have said {@code Version} and {@code Verack}. */
  record Consolidated() implements Phase {
    @Override
    public String name() {
      return "consolidated";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of();
    }
  }

  /** What one direction has come to. */
  private static final class Half {
    private boolean version;
    private boolean verack;
    private boolean begun;
    private boolean searching;
    private boolean told;
    private long lost;
    private Fault.Blame blame = Fault.Blame.PEER;
  }

  private Half half(Side side) {
    return side == Side.DIALER ? dialer : listener;
  }

  @Override
  public boolean step(Direction direction, Consumer<Event> events) {
    Half half = half(direction.from());
    boolean moved = false;
    while (!direction.givenUp()
        && (!half.searching || search(direction, half, events))
        && frame(direction, half, events)) {
      moved = true;
    }
    return moved;
  }

  private boolean frame(Direction direction, Half half, Consumer<Event> events) {
    StreamBuffer buffer = direction.buffer();
    if (buffer.size() < Framing.LENGTH) {
      return false;
    }
    long size = buffer.u32be(0);
    long at = direction.at();
    if (size > Framing.LARGEST) {
      if (!half.begun) {
        half.searching = true;
        return search(direction, half, events);
      }
      String why = "a frame of " + size + " bytes is above the limit of " + Framing.LARGEST;
      broken(events, direction.from(), at, direction.waiting(), Fault.Blame.LIMIT, why);
      direction.giveUp();
      return false;
    }
    int length = Framing.LENGTH + (int) size;
    if (buffer.size() < length) {
      return false;
    }
    byte[] body = buffer.peek(Framing.LENGTH, (int) size);
    try {
      Framing.Envelope envelope = Framing.open(body);
      direction.pass(length);
      half.begun = true;
      message(direction.from(), half, at, length, envelope, events);
    } catch (Malformed e) {
      direction.waste(length);
      String why = "a frame that cannot be read: " + e.line();
      broken(events, direction.from(), at, length, Fault.Blame.PEER, why);
      half.searching = true; // the next frame has to look like one
      half.told = true;
    }
    return true;
  }

  private void message(
      Side from,
      Half half,
      long at,
      int length,
      Framing.Envelope envelope,
      Consumer<Event> events) {
    Fault fault = null;
    if (envelope.magic() != magic) {
      String why = "magic " + envelope.magic() + " instead of " + magic;
      fault = new Fault(Fault.Blame.PEER, why + generation(envelope.magic()), MAGIC, at);
    } else if (!envelope.oddity().isEmpty()) {
      fault = new Fault(Fault.Blame.PEER, "the frame also holds " + envelope.oddity(), "", at);
    }
    events.accept(
        new Event.Message(
            from, at, length, messages.ofCode(envelope.code()), envelope.payload(), null, fault));
    half.version |= envelope.code().equals("1");
    half.verack |= envelope.code().equals("2");
    if (!consolidated && dialer.version && dialer.verack && listener.version && listener.verack) {
      consolidated = true;
      events.accept(new Event.Phase(from, at, length, new Consolidated()));
    }
  }

  private static String generation(long magic) {
    if (magic == Networks.OLD_MAIN_MAGIC || magic == Networks.OLD_TEST_MAGIC) {
      return ": a node before 2.0";
    }
    return magic == Networks.MAGIC ? ": a node of 2.x" : "";
  }

  /** Passes over bytes until a frame begins; says whether one does. */
  private static boolean search(Direction direction, Half half, Consumer<Event> events) {
    StreamBuffer buffer = direction.buffer();
    int from = buffer.index();
    int end = from + buffer.size();
    int here = from;
    Framing.Look look = Framing.Look.MORE;
    while (here < end) {
      look = Framing.look(buffer.array(), here, end);
      if (look != Framing.Look.NO) {
        break;
      }
      here++;
    }
    long at = direction.at();
    int skipped = here - from;
    direction.waste(skipped);
    half.lost += skipped;
    if (look == Framing.Look.FRAME) {
      half.searching = false;
      half.begun = true;
      tell(direction, half, events);
      half.told = false;
      half.blame = Fault.Blame.PEER;
      return true;
    }
    if (skipped > 0 && !half.told && half.blame == Fault.Blame.PEER) {
      half.told = true;
      half.lost = 0;
      broken(events, direction.from(), at, skipped, half.blame, "no frame begins here");
    }
    return false;
  }

  /** Reports bytes that were passed over and not told yet; they end at the cursor. */
  private static void tell(Direction direction, Half half, Consumer<Event> events) {
    if (half.lost > 0) {
      String why =
          half.blame == Fault.Blame.CAPTURE
              ? "the rest of a frame whose beginning is missing"
              : "no frame begins here";
      broken(events, direction.from(), direction.at() - half.lost, half.lost, half.blame, why);
      half.lost = 0;
    }
  }

  @Override
  public void hole(Direction direction, long missing, Consumer<Event> events) {
    Half half = half(direction.from());
    if (half.searching) {
      tell(direction, half, events);
    }
    if (direction.waiting() > 0) {
      String why = missing + " bytes are missing inside or behind this frame";
      broken(
          events, direction.from(), direction.at(), direction.waiting(), Fault.Blame.CAPTURE, why);
    }
    half.searching = true;
    half.lost = 0;
    half.blame = Fault.Blame.CAPTURE;
  }

  @Override
  public void end(Direction direction, Consumer<Event> events) {
    Half half = half(direction.from());
    if (half.searching) {
      half.lost += direction.waiting();
      direction.waste(direction.waiting());
    }
    tell(direction, half, events);
    if (direction.waiting() > 0) {
      broken(
          events,
          direction.from(),
          direction.at(),
          direction.waiting(),
          direction.cutter(),
          "the stream ends here, inside a frame");
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
    return Framing.frame(magic, message.kind().code(), message.body());
  }
}
