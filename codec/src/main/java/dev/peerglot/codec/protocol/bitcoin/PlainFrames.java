// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * One direction of the plain transport. The first frame says which magic the sender uses; where the
 * next frame does not begin with it, the direction is astray until a magic with a sound command
 * comes.
 */
final class PlainFrames {
  private static final byte[] NO_PAYLOAD = Framing.checksum(new byte[0]);

  private static final String HEADLESS = "the rest of a frame whose beginning is missing";

  private final Side side;
  private final Network network;
  private final Catalogue messages;
  private final List<byte[]> known;
  private final int limit;
  private byte[] magic;
  private boolean named;
  private boolean old;
  private Lost astray;
  private long rescueFrom;

  /**
   * A direction.
   *
   * @param messages those of the network
   * @param known the magics that may begin it
   * @param astray what was already lost, where frames are to be searched for; or null
   */
  PlainFrames(Side side, Network network, Catalogue messages, List<byte[]> known, Lost astray) {
    this.side = side;
    this.network = network;
    this.messages = messages;
    this.known = known;
    this.limit = Framing.limit(network);
    this.astray = astray;
  }

  /** A direction that was joined in the middle. */
  static PlainFrames joined(Side side, Network network, Catalogue messages, List<byte[]> known) {
    return new PlainFrames(
        side, network, messages, known, new Lost(side, Fault.Blame.CAPTURE, HEADLESS));
  }

  /** One that took the place of a guess that was wrong: {@code lost} are the bytes so far. */
  static PlainFrames instead(
      Side side, Network network, Catalogue messages, List<byte[]> known, Lost lost) {
    return new PlainFrames(
        side, network, messages, known, lost.because(Fault.Blame.CAPTURE, HEADLESS));
  }

  boolean step(Direction direction, Consumer<Event> events) {
    boolean moved = false;
    while ((astray == null || search(direction, events)) && frame(direction, events)) {
      moved = true;
    }
    return moved;
  }

  private List<byte[]> magics() {
    return magic != null ? List.of(magic) : known;
  }

  private boolean search(Direction direction, Consumer<Event> events) {
    int found = Framing.find(direction.buffer(), 0, magics(), limit);
    int useless = found >= 0 ? found : -found - 1;
    if (useless > 0) {
      astray.pass(direction, useless);
    }
    if (found < 0) {
      return false;
    }
    astray.tell(direction, 0, events);
    astray = null;
    return true;
  }

  private void lose(Direction direction, Consumer<Event> events, String why) {
    events.accept(new Event.Phase(side, direction.at(), 0, new Handshake.Astray(why, false)));
    astray = new Lost(side, Fault.Blame.PEER, why);
    astray.pass(direction, 1);
  }

  /** Takes one frame, or goes astray; false if more bytes are needed. */
  private boolean frame(Direction direction, Consumer<Event> events) {
    StreamBuffer buffer = direction.buffer();
    if (buffer.size() < Framing.OLD_HEADER) {
      return false;
    }
    byte[] begins = buffer.peek(0, Framing.MAGIC);
    if (magic == null) {
      magic = begins;
      Network theirs = Marks.network(magic, network);
      String scheme = theirs == null ? "" : theirs.scheme();
      events.accept(new Event.Phase(side, direction.at(), 0, new Handshake.Plain(magic, scheme)));
    } else if (!Arrays.equals(magic, begins)) {
      String why =
          "no frame begins here: " + Hex.of(begins) + " instead of the magic " + Hex.of(magic);
      lose(direction, events, why);
      return true;
    }
    long length = buffer.u32le(Framing.OLD_HEADER - 4);
    String command = Command.read(buffer.array(), buffer.index() + Framing.MAGIC);
    if (length > limit) {
      String why =
          command + " of " + length + " bytes is above the limit of " + limit + " for a payload";
      lose(direction, events, why);
      return true;
    }
    int header = header(direction, command, length);
    if (header < 0) {
      return false;
    }
    int size = header + (int) length;
    if (buffer.size() < size) {
      return direction.ended() && inner(direction, buffer.size(), "ends", events);
    }
    return whole(direction, command, header, size, events);
  }

  /** 24, or 20 for the two messages that once had no checksum; -1 if more bytes must tell. */
  private int header(Direction direction, String command, long length) {
    StreamBuffer buffer = direction.buffer();
    boolean young = buffer.size() < Framing.HEADER && !direction.ended();
    if (command.equals("verack") && length == 0) {
      if (old || buffer.size() < Framing.HEADER) {
        return young && !old ? -1 : Framing.OLD_HEADER;
      }
      return Arrays.equals(buffer.peek(Framing.OLD_HEADER, 4), magic)
          ? Framing.OLD_HEADER
          : Framing.HEADER;
    }
    if (command.equals("version") && length >= 20) {
      if (buffer.size() < Framing.OLD_HEADER + 20) {
        return -1;
      }
      old = isOldVersion(buffer);
      return old ? Framing.OLD_HEADER : Framing.HEADER;
    }
    return young ? -1 : Framing.HEADER;
  }

  /**
   * Whether the protocol number (4 bytes), services (8) and time (8) of a version message follow a
   * header of 20 bytes: a number below 65,536, few services, a time from 2009 to May 2012.
   */
  private static boolean isOldVersion(StreamBuffer buffer) {
    int at = Framing.OLD_HEADER;
    long time = buffer.u32le(at + 12);
    return buffer.u32le(at) < 1 << 16
        && buffer.u32le(at + 4) < 1 << 16
        && buffer.u32le(at + 8) == 0
        && time > 1_230_000_000
        && time < 1_336_000_000
        && buffer.u32le(at + 16) == 0;
  }

  private boolean whole(
      Direction direction, String command, int header, int size, Consumer<Event> events) {
    StreamBuffer buffer = direction.buffer();
    Fault fault = null;
    if (header == Framing.HEADER) {
      // Not again inside the same claim, or frames that claim one another are summed over and over.
      byte[] claimed = buffer.peek(Framing.OLD_HEADER, 4);
      byte[] right =
          size == header
              ? NO_PAYLOAD
              : Framing.checksum(buffer.array(), buffer.index() + header, size - header);
      if (!Arrays.equals(claimed, right)) {
        long at = direction.at();
        if (at >= rescueFrom && inner(direction, size, "is wrong", events)) {
          rescueFrom = at + size;
          return true;
        }
        fault = fault(direction, "checksum " + Hex.of(claimed) + ", but the payload has ", right);
      }
    }
    if (fault == null && !Command.isSound(buffer.array(), buffer.index() + Framing.MAGIC)) {
      fault = fault(direction, "the command is no ASCII filled up with zeros", new byte[0]);
    }
    if (fault == null && !named && !Arrays.equals(magic, network.id())) {
      Network theirs = Marks.network(magic, network);
      String other = theirs == null ? "of no known network" : "that of " + theirs.scheme();
      String why = "the magic " + Hex.of(magic) + " is " + other + ", not that of ";
      fault = fault(direction, why + network.scheme() + ", ", network.id());
    }
    named = true;
    MessageKind kind = messages.ofCode(command);
    long at = direction.at();
    direction.pass(header);
    byte[] body = direction.take(size - header);
    events.accept(new Event.Message(side, at, size, kind, body, null, fault));
    return true;
  }

  private static Fault fault(Direction direction, String why, byte[] bytes) {
    return new Fault(Fault.Blame.PEER, why + Hex.of(bytes), "", direction.at());
  }

  /**
   * A frame that does not hold what it claims, although another header stands inside it: its length
   * is wrong. Gives up what is before that header.
   */
  private boolean inner(Direction direction, int size, String how, Consumer<Event> events) {
    int found = Framing.find(direction.buffer(), Framing.MAGIC, size, magics(), limit);
    int next = found < 0 ? -found - 1 : found;
    if (next > size - Framing.MAGIC) {
      return false;
    }
    String why = "the frame's length " + how + ": another frame begins inside it";
    Lost lost = new Lost(side, Fault.Blame.PEER, why);
    lost.pass(direction, next);
    lost.tell(direction, 0, events);
    return true;
  }

  /** Bytes are about to be missing. */
  void hole(Direction direction, long missing, Consumer<Event> events) {
    Lost lost = astray;
    if (lost == null) {
      String why = missing + " bytes are missing inside or behind this frame";
      lost = new Lost(side, Fault.Blame.CAPTURE, why);
    }
    lost.tell(direction, direction.waiting(), events);
    astray = new Lost(side, Fault.Blame.CAPTURE, HEADLESS);
  }

  /** Nothing more will come. */
  void end(Direction direction, Consumer<Event> events) {
    Lost lost = astray;
    if (lost == null) {
      lost = new Lost(side, direction.cutter(), "the stream ends here, inside a frame");
    }
    lost.tell(direction, direction.waiting(), events);
  }
}
