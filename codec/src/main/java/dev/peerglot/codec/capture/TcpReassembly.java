// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Brings the segments of single directions into order and delivers them; which connection a segment
 * belongs to is settled before, by {@link TcpStreams}, where the rules are stated.
 */
final class TcpReassembly {
  /** The largest window (RFC 7323): an acknowledgment that jumps farther is not believed. */
  private static final long MAX_WINDOW = 1 << 30;

  /** How far before the first byte seen the one may lie that the peer waited for. */
  private static final int MAX_UNSEEN_START = 4 * 1024 * 1024;

  private static final int MAX_UNPLACED = 256 * 1024;

  private final StreamSink sink;
  private final CaptureLimits limits;
  private final CaptureCounts counts;
  private final RecentBytes recent = new RecentBytes();
  private final Set<TcpDirection> holders = new LinkedHashSet<>();
  private final ArrayDeque<TcpStream> finished = new ArrayDeque<>();
  private long held;

  /** The time of the packet that is being taken in. */
  long now;

  TcpReassembly(StreamSink sink, CaptureLimits limits, CaptureCounts counts) {
    this.sink = sink;
    this.limits = limits;
    this.counts = counts;
  }

  /** Returns the connections of which both directions are over, oldest first. */
  ArrayDeque<TcpStream> finished() {
    return finished;
  }

  /** Takes in what the peer acknowledges. */
  void acknowledge(TcpDirection receiver, int acknowledgment) {
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

  /**
   * Takes in the payload of a segment.
   *
   * @param sender the direction
   * @param first the sequence number of the first byte
   * @param buffer holds the bytes
   * @param from the index of the first
   * @param length how many were captured
   * @param cutOff how many more there were on the wire
   */
  void take(TcpDirection sender, int first, byte[] buffer, int from, int length, int cutOff) {
    if (!sender.placed) {
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
    if (length == 1 && old == 1 && offset == sender.next - 1 && !sender.gaveUp(offset)) {
      sender.keepAlives++;
      return;
    }
    int oldBytes = Math.min(old, length);
    if (oldBytes > 0) {
      long late = sender.lateBytes(offset, offset + oldBytes);
      late(sender, late);
      again(sender, oldBytes - late);
      conflict(sender, offset, recent.differences(sender, offset, buffer, from, oldBytes));
    }
    long start = offset + old;
    int bytes = length - oldBytes;
    int missing = cutOff - (old - oldBytes);
    if (sender.closed) {
      late(sender, bytes);
      return;
    }
    if (sender.fin >= 0 && start + bytes + missing > sender.fin) {
      long beyond = start + bytes + missing - sender.fin;
      int missingBeyond = (int) Math.min(missing, beyond);
      int bytesBeyond = (int) Math.min(bytes, beyond - missingBeyond);
      missing -= missingBeyond;
      bytes -= bytesBeyond;
      late(sender, bytesBeyond);
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

  private void conflict(TcpDirection sender, long offset, int bytes) {
    if (bytes > 0) {
      TcpStream stream = sender.stream;
      sender.conflicting += bytes;
      counts.conflicting += bytes;
      open(stream);
      sink.conflict(stream, sender.fromLow == stream.dialerIsLow, offset, bytes, now);
    }
  }

  /** Counts bytes for which there is no place any more. */
  void late(TcpDirection sender, long bytes) {
    sender.unplaced += bytes;
    counts.late += bytes;
  }

  private void again(TcpDirection sender, long bytes) {
    sender.retransmitted += bytes;
    counts.retransmitted += bytes;
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
      again(sender, sender.held.repeated);
      conflict(sender, offset, sender.held.conflicting);
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

  /** Takes in a FIN that follows the byte before a sequence number. */
  void finish(TcpDirection sender, int sequence) {
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

  /** Time has passed without a packet: gives up what has waited long enough. */
  void pass() {
    for (TcpDirection each : new ArrayList<>(holders)) {
      checkPatience(each);
    }
  }

  /** Gives up what has waited long enough. */
  void checkPatience(TcpDirection direction) {
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
    dropKeepAlive(direction);
    int lowest =
        direction.holds()
            ? direction.origin + (int) direction.held.first().offset()
            : direction.finSeen ? direction.finSequence : direction.lowestPeerAck;
    if (direction.peerAckSeen) {
      int before = lowest - direction.lowestPeerAck;
      if (before > 0 && before <= MAX_UNSEEN_START) {
        lowest = direction.lowestPeerAck;
      }
    }
    place(direction, lowest);
  }

  /** A zero byte that the peer had acknowledged before anything else was seen is a probe. */
  private void dropKeepAlive(TcpDirection direction) {
    if (!direction.holds() || !direction.peerAckSeen) {
      return;
    }
    HeldSegments.Piece first = direction.held.first();
    int end = direction.origin + (int) first.end();
    if (first.length() == 1
        && first.bytes() != null
        && first.bytes()[0] == 0
        && end == direction.lowestPeerAck) {
      long before = direction.held.cost();
      direction.held.removeFirst();
      held += direction.held.cost() - before;
      direction.keepAlives++;
    }
  }

  /** Settles the sequence number of the first byte. */
  void place(TcpDirection direction, int origin) {
    if (direction.holds()) {
      long before = direction.held.cost();
      int distance = direction.origin - origin;
      direction.held.shift(distance);
      HeldSegments kept = new HeldSegments();
      while (!direction.held.isEmpty()) {
        HeldSegments.Piece piece = direction.held.removeFirst();
        int early = Math.clamp(-piece.offset(), 0, piece.length());
        if (piece.bytes() != null) {
          late(direction, early);
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

  /** Delivers what is held, reports what is missing, and closes. */
  void end(TcpDirection direction, Ending ending) {
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

  /** Tells the sink of a connection, once. */
  void open(TcpStream stream) {
    if (!stream.opened) {
      stream.opened = true;
      stream.decideRoles();
      sink.opened(stream);
    }
  }

  private void deliver(TcpDirection sender, byte[] buffer, int from, int length, long nanos) {
    TcpStream stream = sender.stream;
    open(stream);
    recent.add(sender, buffer, from, length);
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
        stream.fromLow.recent = null;
        stream.fromHigh.recent = null;
        finished.add(stream);
      }
    }
  }
}
