// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/** One TCP connection of a capture. */
public final class TcpStream {
  final long number;
  final boolean ipv6;
  final long lowAddressHigh;
  final long lowAddressLow;
  final long highAddressHigh;
  final long highAddressLow;

  /** The port of the lower end above, that of the higher end below. */
  final int ports;

  final TcpDirection fromLow = new TcpDirection(this, true);
  final TcpDirection fromHigh = new TcpDirection(this, false);

  TcpStream nextInBucket;
  TcpStream olderUse;
  TcpStream newerUse;

  boolean removed;
  boolean firstFromLow;
  boolean opened;
  boolean dialerIsLow;

  /** Set by a SYN from the lower end or a SYN with ACK from the higher one. */
  boolean dialledByLow;

  boolean dialledByHigh;
  boolean reset;
  long resetNanos;
  long packets;
  long firstNanos;
  long lastNanos;

  private IpPort lowEnd;
  private IpPort highEnd;
  private Object attachment;

  TcpStream(
      long number,
      boolean ipv6,
      long lowAddressHigh,
      long lowAddressLow,
      long highAddressHigh,
      long highAddressLow,
      int ports) {
    this.number = number;
    this.ipv6 = ipv6;
    this.lowAddressHigh = lowAddressHigh;
    this.lowAddressLow = lowAddressLow;
    this.highAddressHigh = highAddressHigh;
    this.highAddressLow = highAddressLow;
    this.ports = ports;
  }

  /** Returns the number of the connection, from 0 in the order of first packets. */
  public long number() {
    return number;
  }

  /** Returns the end that dialled; see {@link TcpStreams} for how it is told. */
  public IpPort dialer() {
    return dialerIsLow ? lowEnd() : highEnd();
  }

  /** Returns the end that was dialled. */
  public IpPort listener() {
    return dialerIsLow ? highEnd() : lowEnd();
  }

  /** Returns the state and counters of one direction. */
  public TcpDirection direction(boolean fromDialer) {
    return fromDialer == dialerIsLow ? fromLow : fromHigh;
  }

  /** Tells whether no handshake was seen: the capture joined the connection in the middle. */
  public boolean midstream() {
    return !dialledByLow && !dialledByHigh;
  }

  /** Returns the number of packets of the connection so far. */
  public long packets() {
    return packets;
  }

  /** Returns the time of the first packet in nanoseconds since 1970. */
  public long firstNanos() {
    return firstNanos;
  }

  /** Returns the time of the last packet in nanoseconds since 1970. */
  public long lastNanos() {
    return lastNanos;
  }

  /** Returns the consumer's own object for this connection, or null. */
  public Object attachment() {
    return attachment;
  }

  /** Keeps an object of the consumer's with the connection. */
  public void attach(Object object) {
    attachment = object;
  }

  private IpPort lowEnd() {
    if (lowEnd == null) {
      lowEnd = IpPort.of(lowAddressHigh, lowAddressLow, ipv6, ports >>> 16);
    }
    return lowEnd;
  }

  private IpPort highEnd() {
    if (highEnd == null) {
      highEnd = IpPort.of(highAddressHigh, highAddressLow, ipv6, ports & 0xffff);
    }
    return highEnd;
  }

  TcpDirection from(boolean low) {
    return low ? fromLow : fromHigh;
  }

  boolean isOver() {
    return fromLow.closed && fromHigh.closed;
  }

  /** Decides which end dialled, from what was seen so far. */
  void decideRoles() {
    if (dialledByLow != dialledByHigh) {
      dialerIsLow = dialledByLow;
    } else if (dialledByLow) {
      dialerIsLow = firstFromLow;
    } else {
      int lowPort = ports >>> 16;
      int highPort = ports & 0xffff;
      dialerIsLow = lowPort == highPort ? firstFromLow : lowPort > highPort;
    }
  }

  @Override
  public String toString() {
    return "stream " + number + " " + dialer().text() + " -> " + listener().text();
  }
}
