// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.layer.Carried;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.Muxer;
import dev.peerglot.codec.protocol.layer.Varint;
import dev.peerglot.codec.protocol.libp2p.Steps.Storey;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Substream;
import java.util.function.Consumer;

/**
 * One stream inside a connection, both directions of it: a negotiation, then messages behind their
 * lengths (of a ping: 32 bytes each; of a protocol that is not known: whatever came in one piece).
 * A message stands on the wire where its length does; its size is that of length and body, without
 * the headers and tags of the storeys below that stand between them.
 */
final class Channel {
  private static final int PING = 32;

  private final long number;
  private final Dialect dialect;
  private final Multistream negotiation;
  private final Carried[] flows;
  private final boolean[] finished = new boolean[2];
  private final boolean[] dead = new boolean[2];
  private final boolean[] astray = new boolean[2];
  private final long[] skip = new long[2];
  private Substream substream;
  private Dialect.Content content;

  Channel(long number, Dialect dialect, Carried dialer, Carried listener) {
    this.number = number;
    this.dialect = dialect;
    this.negotiation = new Multistream(Muxer.opener(number));
    this.flows = new Carried[] {dialer, listener};
  }

  Carried flow(Side side) {
    return flows[side.ordinal()];
  }

  long number() {
    return number;
  }

  /** Whether its protocol is known. */
  boolean isAgreed() {
    return substream != null;
  }

  /** A side will say nothing more. */
  void finish(Side side) {
    finished[side.ordinal()] = true;
  }

  boolean isFinished(Side side) {
    return finished[side.ordinal()];
  }

  boolean isOver() {
    return finished[0] && finished[1];
  }

  /** Most bytes that the message at hand may have, its length included. */
  private int largest() {
    return switch (content) {
      case IDENTIFY, PUSH -> 64 << 10;
      case KADEMLIA, GOSSIP -> 4 << 20;
      default -> 1 << 20;
    };
  }

  /** That many bytes of a side are missing in this stream. */
  void miss(Side side, long missing, Consumer<Event> events) {
    Carried flow = flow(side);
    astray[side.ordinal()] = true;
    if (substream == null) {
      negotiation.astray(side);
      return;
    }
    if (dead[side.ordinal()] || content == Dialect.Content.OTHER) {
      return;
    }
    long left = left(flow);
    if (left >= missing) {
      skip[side.ordinal()] = left - missing;
      astray[side.ordinal()] = false;
    }
    drop(side, flow.waiting(), events);
  }

  /** How many bytes of the message at hand are to come; -1 if none has begun, or its length not. */
  private long left(Carried flow) {
    if (content == Dialect.Content.PING) {
      return flow.waiting() > 0 ? PING - flow.waiting() : -1;
    }
    try {
      Varint.Number prefix = Varint.peek(flow, 0);
      return prefix == null ? -1 : prefix.size() + prefix.value() - flow.waiting();
    } catch (Malformed e) {
      return -1;
    }
  }

  /** Bytes of a side may be missing in this stream. */
  void doubt(Side side) {
    astray[side.ordinal()] = true;
    if (substream == null) {
      negotiation.astray(side);
    }
  }

  /** Bytes of a message that is not whole. */
  private void drop(Side side, int count, Consumer<Event> events) {
    Carried flow = flow(side);
    if (count > 0) {
      String why = "substream " + number + ", " + substream.protocol() + ": bytes are missing";
      Fault fault = new Fault(Fault.Blame.CAPTURE, why, "", flow.at());
      events.accept(new Event.Broken(side, flow.at(), count, fault));
      flow.waste(count);
    }
  }

  /** The size of the message at a waiting byte; 0 if it is not whole, -1 if it is none. */
  private int size(Carried flow, int index) {
    try {
      if (content == Dialect.Content.PING) {
        return flow.waiting() - index < PING ? 0 : PING;
      }
      Varint.Number prefix = Varint.peek(flow, index);
      if (prefix == null) {
        return 0;
      }
      if (prefix.value() == 0 || prefix.value() > largest()) {
        return -1;
      }
      int size = prefix.size() + (int) prefix.value();
      if (flow.waiting() - index < size) {
        return 0;
      }
      byte[] body = flow.peek(index + prefix.size(), (int) prefix.value());
      kind(body).type().walk(new In(body), Deaf.SINK);
      return size;
    } catch (Malformed e) {
      return -1;
    }
  }

  /** Looks for the first message behind bytes that are missing. */
  private boolean regain(Side side, Carried flow, Consumer<Event> events) {
    if (negotiation.takeLate(flow)) {
      return true;
    }
    int before = flow.regain(index -> size(flow, index));
    if (before < 0 && flow.waiting() <= largest()) {
      return false;
    }
    drop(side, before < 0 ? flow.piece() : before, events);
    astray[side.ordinal()] = before < 0;
    return true;
  }

  /** Tells all that is whole now. */
  void settle(Consumer<Event> events) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Side side : Side.values()) {
        moved |= step(side, events);
      }
    }
  }

  private boolean step(Side side, Consumer<Event> events) {
    Carried flow = flow(side);
    if (dead[side.ordinal()]) {
      flow.waste(flow.waiting());
      return false;
    }
    if (flow.waiting() == 0) {
      return false;
    }
    try {
      if (substream == null) {
        return negotiate(side, flow, events);
      }
      if (skip[side.ordinal()] > 0) {
        int count = (int) Math.min(skip[side.ordinal()], flow.waiting());
        skip[side.ordinal()] -= count;
        drop(side, count, events);
        return true;
      }
      boolean lost = astray[side.ordinal()] && content != Dialect.Content.OTHER;
      return lost ? regain(side, flow, events) : message(side, flow, events);
    } catch (Malformed e) {
      lose(side, Fault.of(e), events);
      return true;
    }
  }

  private void lose(Side side, Fault fault, Consumer<Event> events) {
    Carried flow = flow(side);
    long at = flow.at();
    String where = "substream " + number + (substream == null ? "" : ", " + substream.protocol());
    String why = where + ": " + fault.why();
    events.accept(
        new Event.Broken(side, at, flow.waiting(), new Fault(fault.blame(), why, "", at)));
    flow.waste(flow.waiting());
    dead[side.ordinal()] = true;
  }

  private boolean negotiate(Side side, Carried flow, Consumer<Event> events) {
    if (negotiation.isAhead()) {
      if (side == Muxer.opener(number)) {
        ahead(side, flow, events);
      }
      return false;
    }
    boolean moved =
        negotiation.step(
            side,
            flow,
            new Multistream.Listener() {
              @Override
              public void proposed(long at, long size, String protocol) {
                events.accept(
                    new Event.Phase(
                        side, at, size, new Steps.Proposed(Storey.STREAM, number, protocol)));
              }

              @Override
              public void answered(long at, long size, String protocol, boolean accepted) {
                if (negotiation.protocol() != null) {
                  substream = new Substream(number, protocol);
                  content = dialect.content(protocol);
                }
                events.accept(
                    new Event.Phase(
                        side,
                        at,
                        size,
                        new Steps.Answered(Storey.STREAM, number, protocol, accepted)));
              }
            });
    return moved;
  }

  private static void ahead(Side side, Carried flow, Consumer<Event> events) {
    int count = flow.waiting();
    long at = flow.at();
    flow.pass(count);
    events.accept(new Event.Phase(side, at, count, new Steps.SentAhead(Storey.STREAM, count)));
  }

  private boolean message(Side side, Carried flow, Consumer<Event> events) {
    long at = flow.at();
    int head = 0;
    long length;
    if (content == Dialect.Content.PING) {
      length = PING;
    } else if (content == Dialect.Content.OTHER) {
      length = flow.piece();
    } else {
      Varint.Number prefix = Varint.peek(flow, 0);
      if (prefix == null) {
        return false;
      }
      head = prefix.size();
      length = prefix.value();
      if (length > largest()) {
        throw Malformed.limit("a message of " + length + " bytes; limit " + largest(), -1);
      }
    }
    if (flow.waiting() < head + length) {
      return false;
    }
    flow.pass(head);
    byte[] body = flow.take((int) length);
    events.accept(new Event.Message(side, at, head + length, kind(body), body, substream, null));
    return true;
  }

  private MessageKind kind(byte[] body) {
    return switch (content) {
      case IDENTIFY, PUSH -> dialect.message(Messages.IDENTIFY);
      case PING -> dialect.message(Messages.PING);
      case GOSSIP -> dialect.message(Messages.RPC);
      case KADEMLIA -> dialect.messages().ofCode("kad " + KademliaType.of(body));
      case OTHER -> MessageKind.unknown(substream.protocol());
    };
  }

  /** Whether anything waits that will never be whole. */
  void end(Side side, Fault.Blame cutter, Consumer<Event> events) {
    Carried flow = flow(side);
    if (flow.waiting() == 0) {
      return;
    }
    if (negotiation.isRefused() && side == Muxer.opener(number)) {
      ahead(side, flow, events);
      return;
    }
    if (substream != null && astray[side.ordinal()]) {
      drop(side, flow.waiting(), events);
      return;
    }
    String why =
        substream != null
            ? "the stream ends here, inside a message"
            : negotiation.pending() != null && side == Muxer.opener(number)
                ? "sent behind a proposal that was not answered"
                : "the stream ends here, inside a negotiation";
    lose(side, new Fault(cutter, why, "", flow.at()), events);
  }
}
