// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.ArrayDeque;

/**
 * Puts TCP segments together to the byte streams of connections.
 *
 * <p><b>Who dialled:</b> the sender of a SYN without ACK or the receiver of one with ACK; without
 * either, the end with the higher port; with equal ports the sender of the first packet.
 *
 * <p><b>Order:</b> bytes are delivered as soon as all bytes before them are. What comes early is
 * held; where segments overlap, the bytes captured first stay. A hole is given up, reported and
 * passed over when the peer has acknowledged its bytes for a while without their turning up ({@link
 * CaptureLimits#patiencePackets}), when holding costs too much, when the sender's acknowledgments
 * were never captured and time has passed, or at the end.
 *
 * <p><b>Joined in the middle:</b> without a SYN, offset 0 is the lowest sequence number among the
 * first packets ({@link CaptureLimits#originPackets}), or the byte that the peer waited for before.
 *
 * <p><b>Balance:</b> for each direction, bytes delivered + gaps = the span of its sequence numbers,
 * up to the highest seen or acknowledged. An acknowledged last byte that was never seen is taken
 * for a lost FIN, which also takes one number.
 *
 * <p>TCP checksums are not looked at: offload leaves them wrong in most captures.
 */
final class TcpStreams {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int ACK = 16;

  /** How far a SYN may lie before data that came first and still belong to it. */
  private static final int NEAR = 4 * 1024 * 1024;

  private static final int MAX_RESETS = 10_000;

  /** Finished connections that are remembered, so that their stragglers make no new ones. */
  private static final int MAX_FINISHED = 8192;

  private static final long RESET_LINGER = 1_000_000_000L;

  private final TcpReassembly reassembly;
  private final CaptureLimits limits;
  private final StreamTable table = new StreamTable();
  private final ArrayDeque<TcpStream> resets = new ArrayDeque<>();
  private long clock = Long.MIN_VALUE;

  TcpStreams(StreamSink sink, CaptureLimits limits, CaptureCounts counts) {
    this.reassembly = new TcpReassembly(sink, limits, counts);
    this.limits = limits;
  }

  /**
   * Takes in one segment.
   *
   * @param ip its addresses
   * @param ports source port in the upper 16 bits, destination port in the lower
   * @param sequence its sequence number
   * @param acknowledgment its acknowledgment number
   * @param flags its control bits
   * @param buffer holds the payload
   * @param offset the payload's first byte
   * @param length how many bytes of it were captured
   * @param cutOff how many more it had on the wire
   * @param nanos when it was captured
   */
  void segment(
      IpPacket ip,
      int ports,
      int sequence,
      int acknowledgment,
      int flags,
      byte[] buffer,
      int offset,
      int length,
      int cutOff,
      long nanos) {
    reassembly.now = nanos;
    boolean fromLow = StreamTable.fromLow(ip, ports >>> 16, ports & 0xffff);
    int key = fromLow ? ports : Integer.rotateLeft(ports, 16);
    TcpStream stream = table.find(ip, fromLow, key);
    if (stream != null && startsAnew(stream, fromLow, sequence, flags, length)) {
      end(stream, Ending.REPLACED);
      table.remove(stream);
      stream = null;
    }
    if (stream == null) {
      stream = table.add(ip, fromLow, key);
      stream.firstNanos = nanos;
      if (table.size() > limits.maxStreams()) {
        TcpStream idle = table.oldest();
        end(idle, Ending.FORGOTTEN);
        table.remove(idle);
      }
    } else {
      table.touch(stream);
    }
    stream.packets++;
    stream.lastNanos = nanos;
    if (nanos > clock) {
      clock = nanos;
      expireResets();
    }
    TcpDirection sender = stream.from(fromLow);
    TcpDirection receiver = stream.from(!fromLow);
    int first = sequence;
    if ((flags & SYN) != 0) {
      first++;
      synchronise(stream, sender, receiver, sequence, acknowledgment, (flags & ACK) != 0);
    }
    if ((flags & RST) != 0) {
      reset(stream);
      reassembly.late(sender, length);
      return;
    }
    if ((flags & ACK) != 0) {
      reassembly.acknowledge(receiver, acknowledgment);
    }
    if (length + cutOff > 0) {
      reassembly.take(sender, first, buffer, offset, length, cutOff);
    }
    if ((flags & FIN) != 0) {
      reassembly.finish(sender, first + length + cutOff);
    }
    if (sender.waits() || receiver.waits()) {
      reassembly.checkPatience(receiver);
      reassembly.checkPatience(sender);
    }
    while (reassembly.finished().size() > MAX_FINISHED) {
      table.remove(reassembly.finished().remove());
    }
  }

  /** Time has passed without a packet. */
  void pass(long nanos) {
    reassembly.now = nanos;
    if (nanos > clock) {
      clock = nanos;
      expireResets();
    }
    reassembly.pass();
  }

  /** Ends all connections at the end of the capture. */
  void finish() {
    for (TcpStream at = table.oldest(); at != null; at = at.newerUse) {
      end(at, Ending.END_OF_CAPTURE);
    }
  }

  private static boolean startsAnew(
      TcpStream stream, boolean fromLow, int sequence, int flags, int length) {
    TcpDirection sender = stream.from(fromLow);
    if ((flags & SYN) == 0) {
      if (length == 0 || !stream.isOver()) {
        return false;
      }
      return !sender.placed || Math.abs(sender.offsetOf(sequence) - sender.next) > NEAR;
    }
    if (sender.synSeen) {
      boolean answerAgain = (flags & ACK) != 0 && sender.next == 0 && !sender.holds();
      return sender.initialSequence != sequence && (!answerAgain || stream.reset);
    }
    int first = sequence + 1;
    // The SYN of this very connection may come after everything else, its end included.
    if ((stream.isOver() || stream.reset) && !sender.placed && !sender.holds()) {
      return true;
    }
    if (sender.placed) {
      return !isNear(sender.origin - first);
    }
    if (sender.holds()) {
      return !isNear(sender.origin + (int) sender.held.first().offset() - first);
    }
    return sender.peerAckSeen && !isNear(sender.lowestPeerAck - first);
  }

  private static boolean isNear(int distance) {
    return distance >= -1 && distance <= NEAR;
  }

  private void synchronise(
      TcpStream stream,
      TcpDirection sender,
      TcpDirection receiver,
      int sequence,
      int acknowledgment,
      boolean answer) {
    if (sender.fromLow != answer) {
      stream.dialledByLow = true;
    } else {
      stream.dialledByHigh = true;
    }
    reassembly.open(stream);
    if (sender.synSeen && sender.initialSequence != sequence) {
      sender.origin = sequence + 1;
    }
    sender.synSeen = true;
    sender.initialSequence = sequence;
    if (!sender.placed) {
      reassembly.place(sender, sequence + 1);
    }
    if (answer && !receiver.placed) {
      boolean fits =
          !receiver.holds()
              || isNear(receiver.origin + (int) receiver.held.first().offset() - acknowledgment);
      if (fits) {
        reassembly.place(receiver, acknowledgment);
      }
    }
  }

  private void reset(TcpStream stream) {
    if (!stream.reset && !stream.isOver()) {
      stream.reset = true;
      stream.resetNanos = clock;
      resets.add(stream);
      if (resets.size() > MAX_RESETS) {
        end(resets.remove(), Ending.RESET);
      }
    }
  }

  private void expireResets() {
    boolean patient = limits.patienceNanos() == Long.MAX_VALUE;
    while (!patient && !resets.isEmpty() && clock - resets.peek().resetNanos >= RESET_LINGER) {
      end(resets.remove(), Ending.RESET);
    }
  }

  private void end(TcpStream stream, Ending ending) {
    if (stream.isOver()) {
      return;
    }
    reassembly.end(stream.from(stream.firstFromLow), ending);
    reassembly.end(stream.from(!stream.firstFromLow), ending);
  }
}
