// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Side;
import java.util.function.LongPredicate;

/**
 * A stream multiplexer between both directions. Streams have one number in the connection: odd
 * where the dialer opened them, even and from 2 on where the listener did.
 */
public sealed interface Muxer permits Yamux, Mplex {
  /** The protocol id. */
  String protocol();

  /**
   * Takes what is there of one direction: at most one header and what follows of its body.
   *
   * @return whether it took anything
   * @throws Malformed if this is no frame, or one against the rules
   */
  boolean step(Side from, Carried flow, Streams streams);

  /** How many bytes are to come of the body at hand. */
  long due(Side from);

  /** The stream that the body at hand belongs to; 0 if it is none's. */
  long current(Side from);

  /** Bytes of the body at hand are missing, fewer than are due. */
  void miss(Side from, long count);

  /** Bytes of a side are missing, nobody knows of what: the next byte begins a header. */
  void astray(Side from);

  /**
   * How large the frame at a waiting byte is, if one can be there.
   *
   * @param known whether a stream of that number is
   * @return with its header; 0 if that is not whole, -1 if it is no header
   */
  int size(Side from, Carried flow, int index, LongPredicate known);

  /** Frames with bytes on a stream; the first of its opener opens it. */
  byte[] data(Side who, long number, byte[] bytes);

  /** The frame with which a side says that it will send nothing more on a stream. */
  byte[] close(Side who, long number);

  /** The frame with which a side drops a stream. */
  byte[] reset(Side who, long number);

  /** The frame that allows that many more bytes on a stream; empty where there are no windows. */
  byte[] window(Side who, long number, long more);

  /** The answer to a ping; empty where there are none. */
  byte[] pong(long value);

  /** What is said before a session is left; empty where nothing is. */
  byte[] goAway(long code);

  /** Forgets a stream that is over in both directions. */
  void forget(long number);

  /** Who opened the stream of that number. */
  static Side opener(long number) {
    return number % 2 == 1 ? Side.DIALER : Side.LISTENER;
  }

  /** Who hears of streams. */
  interface Streams {
    /** A side opens a stream, of which it may have been heard before. */
    void opened(Side from, long at, long size, long number);

    /** A side sends bytes, of which {@code count} wait at the front of the flow to be taken. */
    void data(Side from, long number, Carried flow, int count);

    /** A side will send no more on a stream. */
    void closed(Side from, long at, long size, long number);

    /** A side drops a stream. */
    void reset(Side from, long at, long size, long number, long code);

    /** A side has used up much of what it may send. */
    void windowLow(Side from, long at, long number, long left);

    /** A side asks for a sign of life, or answers. */
    void ping(Side from, long at, long size, long value, boolean answer);

    /** A side is going to leave. */
    void goAway(Side from, long at, long size, long code);
  }
}
