// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/** What a capture consisted of, packet by packet: nothing is passed over without being counted. */
public final class CaptureCounts {
  long packets;
  long packetBytes;
  long tcp;
  long udp;
  long otherProtocols;
  long notIp;
  long malformed;
  long headless;
  long unknownLink;
  long fragments;
  long incompleteDatagrams;
  long late;
  long retransmitted;
  long conflicting;
  int fractionDigits;

  CaptureCounts() {}

  /** Returns the number of packets. */
  public long packets() {
    return packets;
  }

  /** Returns the number of bytes captured, all headers included. */
  public long packetBytes() {
    return packetBytes;
  }

  /** Returns the number of TCP segments. */
  public long tcp() {
    return tcp;
  }

  /** Returns the number of UDP datagrams. */
  public long udp() {
    return udp;
  }

  /** Returns the number of IP packets of other protocols. */
  public long otherProtocols() {
    return otherProtocols;
  }

  /** Returns the number of frames that carry something else than IP. */
  public long notIp() {
    return notIp;
  }

  /** Returns the number of packets whose headers contradict themselves. */
  public long malformed() {
    return malformed;
  }

  /** Returns packets that were cut before the end of their headers. */
  public long headless() {
    return headless;
  }

  /** Returns the number of packets of link types that are not known. */
  public long unknownLink() {
    return unknownLink;
  }

  /** Returns the number of IP fragments. */
  public long fragments() {
    return fragments;
  }

  /** Returns the number of fragmented datagrams of which a part was never captured. */
  public long incompleteDatagrams() {
    return incompleteDatagrams;
  }

  /**
   * Returns the payload bytes of TCP that came after their place was given up: captured, but not
   * delivered (see {@link TcpDirection#unplaced}).
   */
  public long late() {
    return late;
  }

  /** Returns the payload bytes of TCP that were captured again. */
  public long retransmitted() {
    return retransmitted;
  }

  /** Returns the bytes that were captured again with another value. */
  public long conflicting() {
    return conflicting;
  }

  /** Returns how many digits after the second the times are good for: the most of any packet. */
  public int fractionDigits() {
    return fractionDigits;
  }
}
