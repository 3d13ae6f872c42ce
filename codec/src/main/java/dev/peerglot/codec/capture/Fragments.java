// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;

/**
 * Puts IP datagrams together from fragments (RFC 791, RFC 8200 section 4.5). Where fragments
 * overlap, the bytes that came first stay.
 *
 * <p>Bounded: at most 256 datagrams of 64 KiB wait, each for 30 seconds of capture time.
 */
final class Fragments {
  private static final int MAX_WAITING = 256;
  private static final int MAX_DATAGRAM = 65_535;
  private static final long MAX_AGE = 30_000_000_000L;

  private record Key(
      boolean ipv6,
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      int protocol,
      int id) {}

  /** A datagram that is whole, or that is given up with what is there. */
  static final class Datagram {
    final Key key;
    final long startNanos;
    byte[] bytes = new byte[2048];
    final BitSet present = new BitSet();
    int protocol = -1;

    /** The length once the last fragment came, before that -1. */
    int length = -1;

    Datagram(Key key, long startNanos) {
      this.key = key;
      this.startNanos = startNanos;
    }

    boolean isComplete() {
      return length >= 0 && present.nextClearBit(0) >= length;
    }

    void addressTo(IpPacket ip) {
      ip.ipv6 = key.ipv6;
      ip.sourceHigh = key.sourceHigh;
      ip.sourceLow = key.sourceLow;
      ip.destinationHigh = key.destinationHigh;
      ip.destinationLow = key.destinationLow;
    }
  }

  private final LinkedHashMap<Key, Datagram> waiting = new LinkedHashMap<>();

  /**
   * Takes in a fragment.
   *
   * @return the datagram that it made whole, or null
   */
  Datagram add(IpPacket ip, byte[] buffer, long nanos) {
    // IPv6 tells the protocol only in the first fragment reliably (RFC 8200), IPv4 keys on it.
    Key key =
        new Key(
            ip.ipv6,
            ip.sourceHigh,
            ip.sourceLow,
            ip.destinationHigh,
            ip.destinationLow,
            ip.ipv6 ? 0 : ip.protocol,
            ip.fragmentId);
    int wireLength = ip.wireEnd - ip.start;
    int length = Math.min(ip.end - ip.start, MAX_DATAGRAM - ip.fragmentOffset);
    if (length < 0 || ip.fragmentOffset + wireLength > MAX_DATAGRAM) {
      return null;
    }
    Datagram datagram = waiting.computeIfAbsent(key, k -> new Datagram(k, nanos));
    if (ip.fragmentOffset == 0 && datagram.protocol < 0) {
      datagram.protocol = ip.protocol;
    }
    int end = ip.fragmentOffset + length;
    if (end > datagram.bytes.length) {
      int size = Math.max(end, Math.min(MAX_DATAGRAM, datagram.bytes.length * 2));
      datagram.bytes = Arrays.copyOf(datagram.bytes, size);
    }
    int at = ip.fragmentOffset;
    while (at < end) {
      int free = datagram.present.nextClearBit(at);
      if (free >= end) {
        break;
      }
      int taken = datagram.present.nextSetBit(free);
      int until = taken < 0 ? end : Math.min(taken, end);
      System.arraycopy(
          buffer, ip.start + free - ip.fragmentOffset, datagram.bytes, free, until - free);
      datagram.present.set(free, until);
      at = until;
    }
    if (!ip.moreFragments && datagram.length < 0) {
      datagram.length = ip.fragmentOffset + wireLength;
    }
    if (datagram.isComplete()) {
      waiting.remove(key);
      return datagram;
    }
    return null;
  }

  /** Gives up the oldest datagram when it is too old or too many wait; null when none is due. */
  Datagram expire(long nanos) {
    if (waiting.isEmpty()) {
      return null;
    }
    Datagram oldest = waiting.firstEntry().getValue();
    if (waiting.size() > MAX_WAITING || nanos - oldest.startNanos > MAX_AGE) {
      return giveUpOldest();
    }
    return null;
  }

  /** Gives up the oldest datagram, or returns null when none waits. */
  Datagram giveUpOldest() {
    Iterator<Datagram> datagrams = waiting.values().iterator();
    if (!datagrams.hasNext()) {
      return null;
    }
    Datagram datagram = datagrams.next();
    datagrams.remove();
    return datagram;
  }
}
