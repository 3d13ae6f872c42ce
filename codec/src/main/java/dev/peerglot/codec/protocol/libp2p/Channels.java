// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.layer.Carried;
import dev.peerglot.codec.protocol.layer.Muxer;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Side;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The streams of a connection. What one side does to a stream bears on that side's direction only:
 * of a stream that one side drops, what the other has sent meanwhile is still told. At most 8,192
 * streams are followed at a time, and 32 MiB kept that wait; what is beyond is not understood.
 */
final class Channels {
  private static final int MOST = 8192;
  private static final int MOST_WAITING = 32 << 20;

  /** How many bytes may wait in which no frame is found. */
  private static final int MOST_ASTRAY = 1 << 20;

  private final Dialect dialect;
  private final Muxer muxer;
  private final Map<Long, Channel> open = new LinkedHashMap<>();
  private final Direction[] directions = new Direction[2];
  private final long[] waiting = new long[2];
  private final boolean[] full = new boolean[2];
  private final boolean[] astray = new boolean[2];
  private final boolean[] holes = new boolean[2];

  Channels(Dialect dialect, Muxer muxer) {
    this.dialect = dialect;
    this.muxer = muxer;
  }

  void begin(Direction dialer, Direction listener) {
    directions[0] = dialer;
    directions[1] = listener;
  }

  /** Takes one step in a direction of the session. */
  boolean step(Side from, Carried flow, Consumer<Event> events) {
    if (astray[from.ordinal()] && !regain(from, flow, events)) {
      return false;
    }
    boolean moved = muxer.step(from, flow, new Ears(events));
    if (waiting[0] > MOST_WAITING || waiting[1] > MOST_WAITING) {
      throw Malformed.limit("more than " + MOST_WAITING + " bytes wait in streams", -1);
    }
    return moved;
  }

  /**
   * Bytes are missing in a direction of the session. Inside of one frame's body only its stream is
   * hurt; elsewhere the next frame has to be found, and any stream may be.
   */
  void miss(Side from, Carried flow, long missing, Consumer<Event> events) {
    if (flow.waiting() == 0 && muxer.due(from) > missing) {
      muxer.miss(from, missing);
      Channel hurt = open.get(muxer.current(from));
      if (hurt != null) {
        waiting[from.ordinal()] -= hurt.flow(from).waiting();
        hurt.miss(from, missing, events);
        waiting[from.ordinal()] += hurt.flow(from).waiting();
        advance(hurt, events);
      }
      return;
    }
    drop(from, flow, flow.waiting(), events);
    astray(from, events);
  }

  /**
   * Nobody knows where the next frame of a direction begins, nor what of its streams is missing.
   */
  void astray(Side from, Consumer<Event> events) {
    muxer.astray(from);
    holes[from.ordinal()] = true;
    astray[from.ordinal()] = true;
    for (Channel channel : new ArrayList<>(open.values())) {
      channel.doubt(from);
      advance(channel, events);
    }
  }

  /** Bytes are missing at the end of a direction. */
  void cut(Side from) {
    holes[from.ordinal()] = true;
  }

  /** Settles a channel, and keeps count of what waits in it. */
  private void advance(Channel channel, Consumer<Event> events) {
    long[] before = {channel.flow(Side.DIALER).waiting(), channel.flow(Side.LISTENER).waiting()};
    settle(channel, events);
    for (Side side : Side.values()) {
      waiting[side.ordinal()] += channel.flow(side).waiting() - before[side.ordinal()];
    }
  }

  private static void drop(Side from, Carried flow, int count, Consumer<Event> events) {
    if (count > 0) {
      String why = "part of a frame of the muxer: bytes are missing";
      Fault fault = new Fault(Fault.Blame.CAPTURE, why, "", flow.at());
      events.accept(new Event.Broken(from, flow.at(), count, fault));
      flow.waste(count);
    }
  }

  /** Looks for the first frame behind bytes that are missing. */
  private boolean regain(Side from, Carried flow, Consumer<Event> events) {
    int before = flow.regain(index -> muxer.size(from, flow, index, open::containsKey));
    if (before < 0 && flow.waiting() <= MOST_ASTRAY) {
      return false;
    }
    drop(from, flow, before < 0 ? flow.piece() : before, events);
    astray[from.ordinal()] = before < 0;
    return before >= 0;
  }

  /** The channel of a number, made if there is room; null if there is none. */
  private Channel channel(Side from, long at, long number, boolean opens, Consumer<Event> events) {
    Channel channel = open.get(number);
    if (channel != null) {
      return channel;
    }
    if (open.size() >= MOST && !prune()) {
      muxer.forget(number);
      if (!full[from.ordinal()]) {
        full[from.ordinal()] = true;
        String why = "more than " + MOST + " streams at a time: the others are not followed";
        events.accept(new Event.Broken(from, at, 0, new Fault(Fault.Blame.LIMIT, why, "", at)));
      }
      return null;
    }
    channel = new Channel(number, dialect, new Carried(directions[0]), new Carried(directions[1]));
    for (Side side : Side.values()) {
      if (opens ? side != from && astray[side.ordinal()] : holes[side.ordinal()]) {
        channel.doubt(side);
      }
    }
    open.put(number, channel);
    return channel;
  }

  /** Lets go of streams that one side has dropped long ago. */
  private boolean prune() {
    Iterator<Channel> it = open.values().iterator();
    boolean any = false;
    for (int i = 0; i < MOST / 2 && it.hasNext(); i++) {
      Channel channel = it.next();
      boolean idle =
          channel.flow(Side.DIALER).waiting() + channel.flow(Side.LISTENER).waiting() == 0;
      if (idle && (channel.isFinished(Side.DIALER) || channel.isFinished(Side.LISTENER))) {
        muxer.forget(channel.number());
        it.remove();
        any = true;
      }
    }
    return any;
  }

  private void settle(Channel channel, Consumer<Event> events) {
    channel.settle(events);
    boolean idle = true;
    for (Side side : Side.values()) {
      idle &= channel.flow(side).waiting() == 0;
    }
    if (idle && channel.isOver()) {
      open.remove(channel.number());
      muxer.forget(channel.number());
    }
  }

  /** What the muxer hears. */
  private final class Ears implements Muxer.Streams {
    private final Consumer<Event> events;

    private Ears(Consumer<Event> events) {
      this.events = events;
    }

    private void tell(Side from, long at, long size, Steps step) {
      events.accept(new Event.Phase(from, at, size, step));
    }

    @Override
    public void opened(Side from, long at, long size, long number) {
      if (channel(from, at, number, true, events) != null) {
        tell(from, at, size, new Steps.Opened(number));
      }
    }

    @Override
    public void data(Side from, long number, Carried flow, int count) {
      Channel channel = channel(from, flow.at(), number, false, events);
      if (channel == null) {
        flow.waste(count);
        return;
      }
      waiting[from.ordinal()] += count;
      flow.move(count, channel.flow(from));
      advance(channel, events);
    }

    @Override
    public void closed(Side from, long at, long size, long number) {
      finish(from, number);
      tell(from, at, size, new Steps.Closed(number));
    }

    @Override
    public void reset(Side from, long at, long size, long number, long code) {
      finish(from, number);
      tell(from, at, size, new Steps.Reset(number, code));
    }

    private void finish(Side from, long number) {
      Channel channel = open.get(number);
      if (channel != null) {
        channel.finish(from);
        advance(channel, events);
      }
    }

    @Override
    public void windowLow(Side from, long at, long number, long left) {
      tell(from, at, 0, new Steps.WindowLow(number, left));
    }

    @Override
    public void ping(Side from, long at, long size, long value, boolean answer) {
      tell(from, at, size, new Steps.SessionPing(value, answer));
    }

    @Override
    public void goAway(Side from, long at, long size, long code) {
      tell(from, at, size, new Steps.GoneAway(code));
    }
  }

  /** Tells what will never be whole in a direction. */
  void end(Side side, Fault.Blame cutter, Consumer<Event> events) {
    List<Channel> left = new ArrayList<>(open.values());
    for (Channel channel : left) {
      for (Side each : Side.values()) {
        if (holes[each.ordinal()] && !channel.isAgreed()) {
          channel.doubt(each);
        }
      }
      advance(channel, events);
      channel.end(side, cutter, events);
    }
  }

  /** The frames of the muxer for what a side says. */
  byte[] frames(Side who, Outgoing.Message message) {
    MessageKind kind = message.kind();
    byte[] body = message.body();
    long number = message.substream() == null ? 0 : message.substream().number();
    if (kind == Acts.PONG) {
      return muxer.pong(new In(body).u32be());
    }
    if (kind == Acts.GO_AWAY) {
      return muxer.goAway(new In(body).u32be());
    }
    if (number == 0) {
      throw new IllegalStateException(kind.name() + " needs a stream");
    }
    if (kind == Acts.CLOSE) {
      return muxer.close(who, number);
    }
    if (kind == Acts.RESET) {
      return muxer.reset(who, number);
    }
    if (kind == Acts.WINDOW) {
      return muxer.window(who, number, new In(body).u32be());
    }
    boolean raw = kind == Acts.RAW || kind.isUnknown();
    return muxer.data(who, number, raw ? body : Handshake.framed(kind.name(), body));
  }
}
