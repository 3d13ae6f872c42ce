// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * yamux 1.0.0 ({@code libp2p/specs/yamux}):
 *
 * <pre>
 *  0         1      2       4           8         12
 *  +---------+------+-------+-----------+---------+--- ... ---+
 *  | version | type | flags | stream id | length  | body      |   all big-endian
 *  +---------+------+-------+-----------+---------+--- ... ---+
 *     u8 0     u8     u16     u32         u32       Data only: length bytes
 * </pre>
 *
 * <p>Types: 0 Data, 1 WindowUpdate, 2 Ping, 3 GoAway. Flags: 1 SYN, 2 ACK, 4 FIN, 8 RST. A stream
 * may carry 262,144 bytes in each direction, and what its receiver grants on top. Grants are seen
 * in the other direction, so an overrun of less than 16 MiB is only told of as a window that is
 * used up: a recording may show them late.
 */
public final class Yamux implements Muxer {
  /** The protocol id. */
  public static final String PROTOCOL = "/yamux/1.0.0";

  /** What each direction of a stream may carry at first. */
  public static final long WINDOW = 262_144;

  /** The largest window of go-yamux. */
  private static final long WIDEST = 16 << 20;

  private static final int MOST_TRACKED = 1 << 14;
  private static final int HEADER = 12;
  private static final int SPLIT = 16 << 10;
  private static final long LARGEST = WIDEST;
  private static final int DATA = 0;
  private static final int WINDOW_UPDATE = 1;
  private static final int PING = 2;
  private static final int GO_AWAY = 3;
  private static final int SYN = 1;
  private static final int ACK = 2;
  private static final int FIN = 4;
  private static final int RST = 8;

  /** How far beyond the highest number a stream may be that was opened unseen. */
  private static final int NEAR = 256;

  private final Map<Long, Windows> windows = new HashMap<>();
  private final long[] due = new long[2];
  private final long[] current = new long[2];
  private final long[] highest = new long[2];
  private final boolean[] closing = new boolean[2];

  /** A stream as far as windows and acknowledgements go. */
  private static final class Windows {
    private final long[] granted = {WINDOW, WINDOW};
    private final long[] used = new long[2];
    private final boolean[] low = new boolean[2];
    private final boolean[] spoken = new boolean[2];
    private final boolean[] over = new boolean[2];
  }

  /** A session that has not begun. */
  public Yamux() {}

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public long due(Side from) {
    return due[from.ordinal()];
  }

  @Override
  public long current(Side from) {
    return current[from.ordinal()];
  }

  @Override
  public void miss(Side from, long count) {
    due[from.ordinal()] -= count;
  }

  /** What is missing may have granted room to the other side. */
  @Override
  public void astray(Side from) {
    due[from.ordinal()] = 0;
    closing[from.ordinal()] = false;
    for (Windows stream : windows.values()) {
      stream.granted[from.other().ordinal()] = Long.MAX_VALUE >> 1;
    }
  }

  @Override
  public int size(Side from, Carried flow, int index, LongPredicate known) {
    if (flow.waiting() - index < HEADER) {
      return 0;
    }
    int type = flow.u8(index + 1);
    int flags = flow.u8(index + 2) << 8 | flow.u8(index + 3);
    long number = flow.u32be(index + 4);
    long length = flow.u32be(index + 8);
    if (flow.u8(index) != 0 || type > GO_AWAY || flags > (SYN | ACK | FIN | RST)) {
      return -1;
    }
    if (type >= PING) {
      return number == 0 && flags <= ACK ? HEADER : -1;
    }
    Side opener = Muxer.opener(number);
    boolean sound = (flags & SYN) == 0 || opener == from;
    sound &= known.test(number) || number <= highest[opener.ordinal()] + NEAR;
    sound &= number > 0 && (type == WINDOW_UPDATE || length <= LARGEST);
    return sound ? HEADER + (type == DATA ? (int) length : 0) : -1;
  }

  @Override
  public boolean step(Side from, Carried flow, Streams streams) {
    int side = from.ordinal();
    if (due[side] > 0) {
      int count = (int) Math.min(due[side], flow.waiting());
      if (count == 0) {
        return false;
      }
      due[side] -= count;
      streams.data(from, current[side], flow, count);
      if (due[side] == 0 && closing[side]) {
        closing[side] = false;
        streams.closed(from, flow.at(), 0, current[side]);
      }
      return true;
    }
    if (flow.waiting() < HEADER) {
      return false;
    }
    int type = flow.u8(1);
    int flags = flow.u8(2) << 8 | flow.u8(3);
    long number = flow.u32be(4);
    long length = flow.u32be(8);
    check(from, flow.u8(0), type, flags, number, length);
    long at = flow.at();
    flow.pass(HEADER);
    switch (type) {
      case PING -> streams.ping(from, at, HEADER, length, (flags & ACK) != 0);
      case GO_AWAY -> streams.goAway(from, at, HEADER, length);
      default -> stream(from, at, type, flags, number, length, streams);
    }
    return true;
  }

  private void check(Side from, int version, int type, int flags, long number, long length) {
    if (version != 0 || type > GO_AWAY) {
      throw Malformed.wrong("no yamux frame: version " + version + ", type " + type, -1);
    }
    if (number == 0 == type < PING) {
      throw Malformed.wrong("a yamux frame of type " + type + " for stream " + number, -1);
    }
    if (type > WINDOW_UPDATE) {
      return;
    }
    if (type == DATA && length > LARGEST) {
      throw Malformed.limit(length + " bytes of data; limit " + LARGEST, -1);
    }
    Windows known = windows.get(number);
    boolean twice = known != null && known.spoken[from.ordinal()];
    if ((flags & SYN) != 0 && (Muxer.opener(number) != from || twice)) {
      String why = twice ? ", which it opened before" : ", which is the other side's to open";
      throw Malformed.wrong("opens stream " + number + why, -1);
    }
    if (known != null
        && type == DATA
        && known.used[from.ordinal()] + length > known.granted[from.ordinal()] + WIDEST) {
      throw Malformed.wrong("overruns the window of stream " + number, -1);
    }
  }

  private void stream(
      Side from, long at, int type, int flags, long number, long length, Streams streams) {
    int side = from.ordinal();
    int opener = Muxer.opener(number).ordinal();
    highest[opener] = Math.max(highest[opener], number);
    Windows stream = windows.get(number);
    if (stream == null && (flags & (SYN | ACK)) != 0 && windows.size() < MOST_TRACKED) {
      stream = new Windows();
      windows.put(number, stream);
    }
    if ((flags & SYN) != 0) {
      streams.opened(from, at, HEADER, number);
    }
    if (stream != null) {
      stream.spoken[side] = true;
    }
    boolean body = type == DATA && length > 0;
    if (body) {
      due[side] = length;
      current[side] = number;
      if (stream != null) {
        stream.used[side] += length;
        low(stream, from, at, number, streams);
      }
    }
    if (type == WINDOW_UPDATE && (flags & RST) == 0 && stream != null) {
      int other = from.other().ordinal();
      stream.granted[other] = Math.min(stream.granted[other] + length, Long.MAX_VALUE >> 1);
      stream.low[other] = false;
      stream.over[other] = false;
    }
    if ((flags & RST) != 0) {
      streams.reset(from, at, HEADER, number, type == WINDOW_UPDATE ? length : 0);
    } else if ((flags & FIN) != 0) {
      if (body) {
        closing[side] = true;
      } else {
        streams.closed(from, at, HEADER, number);
      }
    }
  }

  private static void low(Windows stream, Side from, long at, long number, Streams streams) {
    int side = from.ordinal();
    long left = stream.granted[side] - stream.used[side];
    boolean news = left < 0 ? !stream.over[side] : !stream.low[side];
    if (left < WINDOW / 2 && news) {
      stream.low[side] = true;
      stream.over[side] = left < 0;
      streams.windowLow(from, at, number, left);
    }
  }

  private static byte[] frame(int type, int flags, long number, long length) {
    Out out = new Out(HEADER).u8(0).u8(type).u16be(flags).u32be(number).u32be(length);
    return out.toBytes();
  }

  /** SYN or ACK if this is the first that this side says on the stream. */
  private int first(Side who, long number) {
    Windows stream = windows.get(number);
    if (stream != null && stream.spoken[who.ordinal()]) {
      return 0;
    }
    return Muxer.opener(number) == who ? SYN : ACK;
  }

  @Override
  public byte[] data(Side who, long number, byte[] bytes) {
    Out out = new Out(bytes.length + HEADER);
    int flags = first(who, number);
    int at = 0;
    do {
      int count = Math.min(SPLIT, bytes.length - at);
      out.bytes(frame(DATA, flags, number, count)).bytes(bytes, at, count);
      flags = 0;
      at += count;
    } while (at < bytes.length);
    return out.toBytes();
  }

  @Override
  public byte[] close(Side who, long number) {
    return frame(DATA, first(who, number) | FIN, number, 0);
  }

  @Override
  public byte[] reset(Side who, long number) {
    return frame(DATA, RST, number, 0);
  }

  @Override
  public byte[] window(Side who, long number, long more) {
    return frame(WINDOW_UPDATE, first(who, number), number, more);
  }

  @Override
  public byte[] pong(long value) {
    return frame(PING, ACK, 0, value);
  }

  @Override
  public byte[] goAway(long code) {
    return frame(GO_AWAY, 0, 0, code);
  }

  @Override
  public void forget(long number) {
    windows.remove(number);
  }
}
