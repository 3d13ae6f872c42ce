// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

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

  /** The largest window (RFC 7323): an acknowledgment that jumps farther is not believed. */
  private static final long MAX_WINDOW = 1 << 30;

  /** How far a SYN may lie before data that came first and still belong to it. */
  private static final int NEAR = 4 * 1024 * 1024;

  private static final int MAX_UNPLACED = 256 * 1024;
  private static final int MAX_RESETS = 10_000;

  /** Finished connections that are remembered, so that their stragglers make no new ones. */
  private static final int MAX_FINISHED = 8192;

  private static final long RESET_LINGER = 1_000_000_000L;

  private final StreamSink sink;
  private final CaptureLimits limits;
  private final StreamTable table = new StreamTable();
  private final Set<TcpDirection> holders = new LinkedHashSet<>();
  private final ArrayDeque<TcpStream> resets = new ArrayDeque<>();
  private final ArrayDeque<TcpStream> finished = new ArrayDeque<>();
  private long held;
  private long clock = Long.MIN_VALUE;
  private long now;

  TcpStreams(StreamSink sink, CaptureLimits limits) {
    this.sink = sink;
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
    now = nanos;
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
      sender.unplaced += length;
      return;
    }
    if ((flags & ACK) != 0) {
      acknowledge(receiver, acknowledgment);
    }
    if (length + cutOff > 0) {
      take(sender, first, buffer, offset, length, cutOff);
    }
    if ((flags & FIN) != 0) {
      finish(sender, first + length + cutOff);
    }
    if (sender.waits() || receiver.waits()) {
      checkPatience(receiver);
      checkPatience(sender);
    }
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
    if (stream.isOver() || stream.reset) {
      return true;
    }
    int first = sequence + 1;
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
    open(stream);
    if (sender.synSeen && sender.initialSequence != sequence) {
      sender.origin = sequence + 1;
    }
    sender.synSeen = true;
    sender.initialSequence = sequence;
    if (!sender.placed) {
      place(sender, sequence + 1);
    }
    if (answer && !receiver.placed) {
      boolean fits =
          !receiver.holds()
              || isNear(receiver.origin + (int) receiver.held.first().offset() - acknowledgment);
      if (fits) {
        place(receiver, acknowledgment);
      }
    }
  }

  private void acknowledge(TcpDirection receiver, int acknowledgment) {
    if (!receiver.placed) {
      if (!receiver.peerAckSeen || acknowledgment - receiver.lowestPeerAck < 0) {
        receiver.lowestPeerAck = acknowledgment;
      }
      if (!receiver.peerAckSeen || acknowledgment - receiver.highestPeerAck > 0) {
        receiver.highestPeerAck = acknowledgment;
      }
      receiver.peerAckSeen = true;
      return;
    }
    receiver.peerAckSeen = true;
    long offset = receiver.offsetOf(acknowledgment);
    if (offset > receiver.acknowledged
        && offset - Math.max(receiver.next, receiver.acknowledged) <= MAX_WINDOW) {
      receiver.acknowledged = offset;
    }
  }

  private void take(
      TcpDirection sender, int first, byte[] buffer, int from, int length, int cutOff) {
    if (!sender.placed) {
      if (length == 1 && sender.peerAckSeen && first + 1 == sender.highestPeerAck) {
        sender.keepAlives++;
        return;
      }
      startWaiting(sender, first);
      int distance = first - sender.origin;
      hold(sender, distance, buffer, from, length, cutOff);
      return;
    }
    long offset = sender.offsetOf(first);
    if (offset == sender.next && !sender.holds() && sender.fin < 0 && !sender.closed) {
      if (length > 0) {
        deliver(sender, buffer, from, length, now);
      }
      if (cutOff > 0) {
        skip(sender, cutOff);
      }
      return;
    }
    takeOutOfOrder(sender, offset, buffer, from, length, cutOff);
  }

  /**
   * Takes a segment that repeats bytes, leaves a hole before it, fills one or comes after the end.
   */
  private void takeOutOfOrder(
      TcpDirection sender, long offset, byte[] buffer, int from, int length, int cutOff) {
    int old = Math.clamp(sender.next - offset, 0, length + cutOff);
    if (length == 1 && old == 1 && offset == sender.next - 1) {
      sender.keepAlives++;
      return;
    }
    int oldBytes = Math.min(old, length);
    if (oldBytes > 0) {
      sender.countOld(offset, offset + oldBytes);
    }
    long start = offset + old;
    int bytes = length - oldBytes;
    int missing = cutOff - (old - oldBytes);
    if (sender.closed) {
      sender.unplaced += bytes;
      return;
    }
    if (sender.fin >= 0 && start + bytes + missing > sender.fin) {
      long beyond = start + bytes + missing - sender.fin;
      int missingBeyond = (int) Math.min(missing, beyond);
      int bytesBeyond = (int) Math.min(bytes, beyond - missingBeyond);
      missing -= missingBeyond;
      bytes -= bytesBeyond;
      sender.unplaced += bytesBeyond;
    }
    if (bytes + missing == 0) {
      return;
    }
    boolean fits = !sender.holds() || start + bytes + missing <= sender.held.first().offset();
    if (start == sender.next && fits) {
      if (bytes > 0) {
        deliver(sender, buffer, from + oldBytes, bytes, now);
      }
      if (missing > 0) {
        skip(sender, missing);
      }
    } else {
      hold(sender, start, buffer, from + oldBytes, bytes, missing);
    }
    drain(sender);
  }

  private void startWaiting(TcpDirection sender, int first) {
    if (sender.waitingSincePackets < 0) {
      sender.origin = first;
      sender.waitingSincePackets = sender.stream.packets;
      sender.waitingSinceNanos = now;
    }
  }

  private void hold(
      TcpDirection sender, long offset, byte[] buffer, int from, int length, int cutOff) {
    if (sender.held == null) {
      sender.held = new HeldSegments();
    }
    holders.add(sender);
    long before = sender.held.cost();
    if (length > 0) {
      sender.held.add(offset, buffer, from, length, now);
      sender.retransmitted += sender.held.repeated;
      sender.conflicting += sender.held.conflicting;
    }
    if (cutOff > 0) {
      sender.held.add(offset + length, null, 0, cutOff, now);
    }
    held += sender.held.cost() - before;
    while (sender.heldCost() > limits.maxHeldPerDirection()) {
      giveUp(sender);
    }
    while (held > limits.maxHeld()) {
      giveUp(holders.iterator().next());
    }
  }

  private void finish(TcpDirection sender, int sequence) {
    if (sender.closed || sender.fin >= 0) {
      return;
    }
    if (!sender.placed) {
      startWaiting(sender, sequence);
      sender.finSeen = true;
      sender.finSequence = sequence;
      return;
    }
    long offset = sender.offsetOf(sequence);
    // A FIN before what was delivered is a stray of another connection.
    if (offset >= sender.next && (!sender.holds() || offset >= sender.held.end())) {
      sender.fin = offset;
      closeAtFin(sender);
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
    while (!resets.isEmpty() && clock - resets.peek().resetNanos >= RESET_LINGER) {
      end(resets.remove(), Ending.RESET);
    }
  }

  private void checkPatience(TcpDirection direction) {
    if (!direction.waits()) {
      return;
    }
    long packets = direction.stream.packets;
    if (!direction.placed) {
      if (packets - direction.waitingSincePackets >= limits.originPackets()
          || now - direction.waitingSinceNanos >= limits.originNanos()
          || direction.heldCost() > MAX_UNPLACED) {
        settle(direction);
      }
      return;
    }
    if (packets - direction.checkpointPackets >= limits.patiencePackets()
        || direction.checkpointNanos == Long.MIN_VALUE
        || now - direction.checkpointNanos >= limits.patienceNanos()) {
      direction.acknowledgedBefore = direction.acknowledgedAtCheckpoint;
      direction.acknowledgedAtCheckpoint = direction.acknowledged;
      direction.checkpointPackets = packets;
      direction.checkpointNanos = now;
    }
    while (direction.waits() && isHopeless(direction)) {
      giveUp(direction);
    }
  }

  private boolean isHopeless(TcpDirection direction) {
    if (!direction.holds()) {
      return direction.acknowledgedBefore >= direction.fin;
    }
    HeldSegments.Piece first = direction.held.first();
    return direction.acknowledgedBefore >= first.offset()
        || (!direction.peerAckSeen && (now - first.epochNanos()) / 2 >= limits.patienceNanos());
  }

  /** Settles the first byte of a direction whose handshake was not captured. */
  private void settle(TcpDirection direction) {
    int lowest =
        direction.holds()
            ? direction.origin + (int) direction.held.first().offset()
            : direction.finSeen ? direction.finSequence : direction.lowestPeerAck;
    if (direction.peerAckSeen) {
      int before = lowest - direction.lowestPeerAck;
      if (before > 0 && before <= NEAR) {
        lowest = direction.lowestPeerAck;
      }
    }
    place(direction, lowest);
  }

  private void place(TcpDirection direction, int origin) {
    if (direction.holds()) {
      long before = direction.held.cost();
      int distance = direction.origin - origin;
      direction.held.shift(distance);
      HeldSegments kept = new HeldSegments();
      while (!direction.held.isEmpty()) {
        HeldSegments.Piece piece = direction.held.removeFirst();
        int early = Math.clamp(-piece.offset(), 0, piece.length());
        if (piece.bytes() != null) {
          direction.unplaced += early;
        }
        if (early < piece.length()) {
          kept.add(
              piece.offset() + early,
              piece.bytes(),
              early,
              piece.length() - early,
              piece.epochNanos());
        }
      }
      direction.held = kept;
      held += kept.cost() - before;
    }
    direction.placed = true;
    direction.origin = origin;
    if (direction.peerAckSeen) {
      acknowledge(direction, direction.highestPeerAck);
    }
    if (direction.finSeen) {
      finish(direction, direction.finSequence);
    }
    drain(direction);
  }

  private void giveUp(TcpDirection direction) {
    if (!direction.placed) {
      settle(direction);
      return;
    }
    long target = direction.holds() ? direction.held.first().offset() : direction.fin;
    skip(direction, target - direction.next);
    drain(direction);
  }

  private void drain(TcpDirection direction) {
    HeldSegments segments = direction.held;
    while (segments != null && !segments.isEmpty() && segments.first().offset() == direction.next) {
      long before = segments.cost();
      HeldSegments.Piece piece = segments.removeFirst();
      held += segments.cost() - before;
      if (piece.bytes() == null) {
        skip(direction, piece.length());
      } else {
        deliver(direction, piece.bytes(), 0, piece.length(), piece.epochNanos());
      }
    }
    if (segments != null && segments.isEmpty()) {
      holders.remove(direction);
      direction.held = null;
    }
    closeAtFin(direction);
  }

  private void closeAtFin(TcpDirection direction) {
    if (direction.fin >= 0 && direction.fin <= direction.next) {
      close(direction, Ending.FINISHED);
    }
  }

  private void end(TcpStream stream, Ending ending) {
    if (stream.isOver()) {
      return;
    }
    end(stream.from(stream.firstFromLow), ending);
    end(stream.from(!stream.firstFromLow), ending);
  }

  private void end(TcpDirection direction, Ending ending) {
    if (!direction.placed && (direction.holds() || direction.finSeen || direction.peerAckSeen)) {
      settle(direction);
    }
    while (direction.holds()) {
      giveUp(direction);
    }
    if (direction.closed) {
      return;
    }
    if (direction.fin > direction.next) {
      giveUp(direction);
    } else {
      long unseen = direction.acknowledged - direction.next;
      // One unseen byte at the end is more likely the FIN.
      if (unseen > 1) {
        skip(direction, unseen);
      }
      close(direction, ending);
    }
  }

  private void open(TcpStream stream) {
    if (!stream.opened) {
      stream.opened = true;
      stream.decideRoles();
      sink.opened(stream);
    }
  }

  private void deliver(TcpDirection sender, byte[] buffer, int from, int length, long nanos) {
    TcpStream stream = sender.stream;
    open(stream);
    sender.next += length;
    sender.captured += length;
    sink.data(stream, sender.fromLow == stream.dialerIsLow, buffer, from, length, nanos);
  }

  private void skip(TcpDirection sender, long bytes) {
    if (bytes <= 0) {
      return;
    }
    TcpStream stream = sender.stream;
    open(stream);
    sender.rememberGap(bytes);
    sender.next += bytes;
    sender.missing += bytes;
    sink.gap(stream, sender.fromLow == stream.dialerIsLow, bytes, now);
  }

  private void close(TcpDirection direction, Ending ending) {
    if (!direction.closed) {
      TcpStream stream = direction.stream;
      open(stream);
      direction.closed = true;
      sink.closed(stream, direction.fromLow == stream.dialerIsLow, ending, now);
      if (stream.isOver()) {
        stream.attach(null);
        finished.add(stream);
        if (finished.size() > MAX_FINISHED) {
          table.remove(finished.remove());
        }
      }
    }
  }
}
