// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/**
 * The TCP connections known by address and port: a hash table whose members are also chained in the
 * order of their last use. Nothing is allocated by a look-up.
 */
final class StreamTable {
  private TcpStream[] buckets = new TcpStream[1024];
  private int size;
  private long created;
  private TcpStream oldest;
  private TcpStream newest;

  /** Keeps a hostile capture from choosing addresses that all fall into one bucket. */
  private final long seed = System.identityHashCode(this) * 0x9e3779b97f4a7c15L | 1;

  int size() {
    return size;
  }

  TcpStream oldest() {
    return oldest;
  }

  /** Tells whether the sender of a packet is the end that counts as the lower one. */
  static boolean fromLow(IpPacket ip, int sourcePort, int destinationPort) {
    int order = Long.compareUnsigned(ip.sourceHigh, ip.destinationHigh);
    if (order == 0) {
      order = Long.compareUnsigned(ip.sourceLow, ip.destinationLow);
    }
    return order == 0 ? sourcePort <= destinationPort : order < 0;
  }

  /** Returns the connection of a packet, or null. */
  TcpStream find(IpPacket ip, boolean fromLow, int ports) {
    long lowHigh = fromLow ? ip.sourceHigh : ip.destinationHigh;
    long lowLow = fromLow ? ip.sourceLow : ip.destinationLow;
    long highHigh = fromLow ? ip.destinationHigh : ip.sourceHigh;
    long highLow = fromLow ? ip.destinationLow : ip.sourceLow;
    TcpStream at = buckets[bucket(lowHigh, lowLow, highHigh, highLow, ports)];
    while (at != null
        && !(at.ports == ports
            && at.lowAddressLow == lowLow
            && at.highAddressLow == highLow
            && at.lowAddressHigh == lowHigh
            && at.highAddressHigh == highHigh
            && at.ipv6 == ip.ipv6)) {
      at = at.nextInBucket;
    }
    return at;
  }

  /** Adds a connection for a packet that has none yet. */
  TcpStream add(IpPacket ip, boolean fromLow, int ports) {
    if (size >= buckets.length) {
      grow();
    }
    TcpStream stream =
        new TcpStream(
            created++,
            ip.ipv6,
            fromLow ? ip.sourceHigh : ip.destinationHigh,
            fromLow ? ip.sourceLow : ip.destinationLow,
            fromLow ? ip.destinationHigh : ip.sourceHigh,
            fromLow ? ip.destinationLow : ip.sourceLow,
            ports);
    stream.firstFromLow = fromLow;
    int bucket = bucket(stream);
    stream.nextInBucket = buckets[bucket];
    buckets[bucket] = stream;
    size++;
    append(stream);
    return stream;
  }

  /** Marks a connection as the one used last. */
  void touch(TcpStream stream) {
    if (stream != newest) {
      unlink(stream);
      append(stream);
    }
  }

  /** Removes a connection, if it is still there. */
  void remove(TcpStream stream) {
    if (stream.removed) {
      return;
    }
    stream.removed = true;
    int bucket = bucket(stream);
    if (buckets[bucket] == stream) {
      buckets[bucket] = stream.nextInBucket;
    } else {
      TcpStream at = buckets[bucket];
      while (at.nextInBucket != stream) {
        at = at.nextInBucket;
      }
      at.nextInBucket = stream.nextInBucket;
    }
    stream.nextInBucket = null;
    unlink(stream);
    // A dead one that still knew the living would keep them from the young collections.
    stream.olderUse = null;
    stream.newerUse = null;
    size--;
  }

  private void append(TcpStream stream) {
    stream.olderUse = newest;
    stream.newerUse = null;
    if (newest == null) {
      oldest = stream;
    } else {
      newest.newerUse = stream;
    }
    newest = stream;
  }

  private void unlink(TcpStream stream) {
    if (stream.olderUse == null) {
      oldest = stream.newerUse;
    } else {
      stream.olderUse.newerUse = stream.newerUse;
    }
    if (stream.newerUse == null) {
      newest = stream.olderUse;
    } else {
      stream.newerUse.olderUse = stream.olderUse;
    }
  }

  private void grow() {
    TcpStream[] old = buckets;
    buckets = new TcpStream[old.length * 2];
    for (TcpStream head : old) {
      TcpStream at = head;
      while (at != null) {
        TcpStream following = at.nextInBucket;
        int bucket = bucket(at);
        at.nextInBucket = buckets[bucket];
        buckets[bucket] = at;
        at = following;
      }
    }
  }

  private int bucket(TcpStream stream) {
    return bucket(
        stream.lowAddressHigh,
        stream.lowAddressLow,
        stream.highAddressHigh,
        stream.highAddressLow,
        stream.ports);
  }

  private int bucket(long lowHigh, long lowLow, long highHigh, long highLow, int ports) {
    long hash = mix(lowHigh ^ seed);
    hash = mix(hash ^ lowLow);
    hash = mix(hash ^ highHigh);
    hash = mix(hash ^ highLow);
    hash = mix(hash ^ ports);
    return (int) (hash >>> 32) & buckets.length - 1;
  }

  private long mix(long value) {
    long product = value * 0x9e37_79b9_7f4a_7c15L;
    return (product ^ product >>> 29) * seed ^ product >>> 32;
  }
}
