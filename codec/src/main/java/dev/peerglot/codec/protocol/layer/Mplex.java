// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Side;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * mplex 6.7.0 ({@code libp2p/specs/mplex}):
 *
 * <pre>
 * varint stream id &lt;&lt; 3 | flag      varint length, at most 1 MiB      length bytes
 * flag: 0 NewStream (bytes: a name)   1, 2 Message   3, 4 Close   5, 6 Reset
 *       odd: said by the receiver of the stream, even: by its initiator
 * </pre>
 *
 * <p>Both sides number their streams from 0; here the dialer's {@code n} has the number {@code 2n +
 * 1} in the connection, the listener's {@code 2n + 2}.
 */
public final class Mplex implements Muxer {
  /** The protocol id. */
  public static final String PROTOCOL = "/mplex/6.7.0";

  private static final int LARGEST = 1 << 20;
  private static final int SPLIT = 8 << 10;
  private static final int NEW_STREAM = 0;
  private static final int MESSAGE = 1;
  private static final int CLOSE = 3;
  private static final int RESET = 5;
  private static final long MOST = 1L << 60;
  private static final int LONGEST_NAME = 64;

  /** How far beyond the highest number a stream may be that was opened unseen. */
  private static final int NEAR = 256;

  private final Set<Long> open = new HashSet<>();
  private final long[] due = new long[2];
  private final long[] current = new long[2];
  private final long[] highest = new long[2];

  /** A session that has not begun. */
  public Mplex() {}

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

  @Override
  public void astray(Side from) {
    due[from.ordinal()] = 0;
  }

  @Override
  public int size(Side from, Carried flow, int index, LongPredicate known) {
    try {
      Varint.Number head = Varint.peek(flow, index);
      Varint.Number length = head == null ? null : Varint.peek(flow, index + head.size());
      if (length == null) {
        return 0;
      }
      int flag = (int) head.value() & 7;
      boolean sound = length.value() <= (flag == NEW_STREAM ? LONGEST_NAME : LARGEST);
      sound &= flag <= MESSAGE + 1 || length.value() == 0;
      Side opener = flag % 2 == 0 ? from : from.other();
      long number = (head.value() >>> 3) * 2 + (opener == Side.DIALER ? 1 : 2);
      sound &= flag != 7 && (known.test(number) || number <= highest[opener.ordinal()] + NEAR);
      return sound ? head.size() + length.size() + (int) length.value() : -1;
    } catch (Malformed e) {
      return -1;
    }
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
      if (current[side] == 0) {
        flow.pass(count); // a name, for people who debug
      } else {
        streams.data(from, current[side], flow, count);
      }
      return true;
    }
    Varint.Number head = Varint.peek(flow, 0);
    Varint.Number length = head == null ? null : Varint.peek(flow, head.size());
    if (length == null) {
      return false;
    }
    if (length.value() > LARGEST || head.value() >>> 3 >= MOST) {
      throw Malformed.limit("an mplex frame of " + length.value() + " bytes, or its id", -1);
    }
    frame(from, flow, head, length, streams);
    return true;
  }

  private void frame(
      Side from, Carried flow, Varint.Number head, Varint.Number length, Streams streams) {
    int flag = (int) head.value() & 7;
    if (flag == 7) {
      throw Malformed.wrong("an mplex frame with flag 7", -1);
    }
    Side opener = flag % 2 == 0 ? from : from.other();
    long number = (head.value() >>> 3) * 2 + (opener == Side.DIALER ? 1 : 2);
    if (flag == NEW_STREAM && open.contains(number)) {
      throw Malformed.wrong("opens stream " + number + ", which it opened before", -1);
    }
    highest[opener.ordinal()] = Math.max(highest[opener.ordinal()], number);
    long at = flow.at();
    int size = head.size() + length.size();
    flow.pass(size);
    int side = from.ordinal();
    due[side] = length.value();
    current[side] = 0;
    if (flag == NEW_STREAM) {
      open.add(number);
      streams.opened(from, at, size, number);
    } else if (flag <= MESSAGE + 1) {
      current[side] = number;
    } else if (flag <= CLOSE + 1) {
      streams.closed(from, at, size, number);
    } else {
      streams.reset(from, at, size, number, 0);
    }
    if (flag > MESSAGE + 1 && opener == from) {
      open.remove(number);
    }
  }

  private static Out head(Out out, Side who, long number, int receiversFlag) {
    boolean own = Muxer.opener(number) == who;
    long id = (number - 1) / 2;
    return Varint.put(out, id << 3 | (own ? receiversFlag + 1 : receiversFlag));
  }

  @Override
  public byte[] data(Side who, long number, byte[] bytes) {
    Out out = new Out(bytes.length + 16);
    if (Muxer.opener(number) == who && !open.contains(number)) {
      Varint.put(out, (number - 1) / 2 << 3 | NEW_STREAM).u8(0);
    }
    for (int at = 0; at < bytes.length; at += SPLIT) {
      int count = Math.min(SPLIT, bytes.length - at);
      Varint.put(head(out, who, number, MESSAGE), count).bytes(bytes, at, count);
    }
    return out.toBytes();
  }

  @Override
  public byte[] close(Side who, long number) {
    return head(new Out(), who, number, CLOSE).u8(0).toBytes();
  }

  @Override
  public byte[] reset(Side who, long number) {
    return head(new Out(), who, number, RESET).u8(0).toBytes();
  }

  @Override
  public byte[] window(Side who, long number, long more) {
    return new byte[0];
  }

  @Override
  public byte[] pong(long value) {
    return new byte[0];
  }

  @Override
  public byte[] goAway(long code) {
    return new byte[0];
  }

  @Override
  public void forget(long number) {
    open.remove(number);
  }
}
