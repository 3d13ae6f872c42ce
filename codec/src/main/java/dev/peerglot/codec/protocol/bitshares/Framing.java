// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames in the plain text of one direction ({@code message_oriented_connection.cpp}):
 *
 * <pre>
 *  0        4            8                 8+size
 *  +--------+------------+------ ... ------+-- 0..15 zero bytes --+
 *  | size   | msg_type   | payload         | up to a multiple of 16
 *  +--------+------------+------ ... ------+----------------------+
 *   u32le    u32le        size bytes, at most 2,097,152
 * </pre>
 */
final class Framing {
  static final int HEADER = 8;
  static final int BLOCK = 16;

  /** {@code MAX_MESSAGE_SIZE} of {@code config.hpp}. */
  static final int LARGEST = 2_097_152;

  private Framing() {}

  /** The whole plain frame of a message. */
  static byte[] frame(String code, byte[] body) {
    if (body.length > LARGEST) {
      throw Malformed.limit(body.length + " bytes do not fit a frame of at most " + LARGEST, -1);
    }
    Out out = new Out(length(body.length));
    out.u32le(body.length).u32le(Long.parseLong(code)).bytes(body);
    return out.zeros(length(body.length) - out.size()).toBytes();
  }

  /** Bytes of a frame on the wire, padding included. */
  static int length(int size) {
    return HEADER + size + BLOCK - 1 & -BLOCK;
  }

  /** Whether the bytes at an index of the plain text may be the start of a frame. */
  static boolean plausible(StreamBuffer plain, int index) {
    return plausible(plain.u32le(index), plain.u32le(index + 4));
  }

  private static boolean plausible(long size, long type) {
    return size <= LARGEST && (type == 1000 || type == 1001 || type >= 5000 && type <= 5099);
  }

  /** Plain frames one after another; padding may lack at the very end. */
  static Bare bare(Network network, byte[] bytes) {
    List<Event> events = new ArrayList<>();
    In in = new In(bytes);
    while (in.left() >= HEADER) {
      int at = in.at();
      long size = in.u32le();
      long type = in.u32le();
      if (size > LARGEST && plausible(0, type)) {
        String why = "a frame of " + size + " bytes is above the limit of " + LARGEST;
        Fault fault = new Fault(Fault.Blame.LIMIT, why, "", at);
        events.add(new Event.Broken(Side.DIALER, at, bytes.length - at, fault));
        return new Bare(network.scheme(), events, at > 0);
      }
      if (!plausible(size, type)) {
        return events.isEmpty() ? Bare.NONE : strange(network, events, at, bytes.length);
      }
      if (size > in.left()) {
        String why = "a frame of " + size + " bytes, " + in.left() + " are there";
        events.add(broken(at, bytes.length - at, why));
        return new Bare(network.scheme(), events, true);
      }
      byte[] body = in.bytes((int) size);
      in.take(Math.min(in.left(), length((int) size) - HEADER - (int) size));
      events.add(
          new Event.Message(
              Side.DIALER,
              at,
              in.at() - at,
              Messages.ofCode(type, network.id()),
              body,
              null,
              null));
    }
    if (in.left() > 0) {
      return events.isEmpty() ? Bare.NONE : strange(network, events, in.at(), bytes.length);
    }
    return new Bare(network.scheme(), events, !events.isEmpty());
  }

  private static Bare strange(Network network, List<Event> events, int at, int end) {
    events.add(broken(at, end - at, "no frame begins here"));
    return new Bare(network.scheme(), events, true);
  }

  private static Event broken(int at, int size, String why) {
    return new Event.Broken(Side.DIALER, at, size, new Fault(Fault.Blame.PEER, why, "", at));
  }

  /** Takes the frame at the front of the plain text, padding included; it must be whole. */
  static byte[] body(StreamBuffer plain) {
    int size = (int) plain.u32le(0);
    byte[] frame = plain.take(length(size));
    return Arrays.copyOfRange(frame, HEADER, HEADER + size);
  }
}
