// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/** Lays IP, TCP and UDP headers into a buffer, checksums included. */
final class PacketWriter {
  private static final int TTL = 64;

  private PacketWriter() {}

  /**
   * Lays an IP header.
   *
   * @param payload the bytes that will follow it
   * @return the index after the header
   */
  static int ipHeader(
      byte[] buffer, int at, IpPort source, IpPort destination, int protocol, int payload) {
    if (payload > 65_535 - (source.isIpv6() ? 0 : 20)) {
      throw new IllegalArgumentException("more than an IP packet holds: " + payload);
    }
    if (source.isIpv6()) {
      Octets.put32(buffer, at, 0x6000_0000);
      Octets.put16(buffer, at + 4, payload);
      buffer[at + 6] = (byte) protocol;
      buffer[at + 7] = TTL;
      Octets.put64(buffer, at + 8, source.high());
      Octets.put64(buffer, at + 16, source.low());
      Octets.put64(buffer, at + 24, destination.high());
      Octets.put64(buffer, at + 32, destination.low());
      return at + 40;
    }
    Octets.put32(buffer, at, 0x4500_0000 | 20 + payload);
    // No identification; "do not fragment".
    Octets.put32(buffer, at + 4, 0x4000);
    Octets.put32(buffer, at + 8, TTL << 24 | protocol << 16);
    Octets.put32(buffer, at + 12, (int) source.low());
    Octets.put32(buffer, at + 16, (int) destination.low());
    Octets.put16(buffer, at + 10, checksum(sum(buffer, at, 20)));
    return at + 20;
  }

  /** Returns the length of the header of a segment: a SYN has options. */
  static int tcpHeaderLength(int flags) {
    return (flags & TcpStreams.SYN) != 0 ? 28 : 20;
  }

  /** Lays a TCP segment; SYNs say that windows count in units of 16 KiB. */
  static void tcp(
      byte[] buffer,
      int at,
      IpPort source,
      IpPort destination,
      int sequence,
      int acknowledgment,
      int flags,
      byte[] payload,
      int offset,
      int length) {
    int header = tcpHeaderLength(flags);
    Octets.put16(buffer, at, source.port());
    Octets.put16(buffer, at + 2, destination.port());
    Octets.put32(buffer, at + 4, sequence);
    Octets.put32(buffer, at + 8, acknowledgment);
    Octets.put32(buffer, at + 12, header << 26 | flags << 16 | 0xffff);
    Octets.put32(buffer, at + 16, 0);
    if (header > 20) {
      // Maximum segment size 65,400; padding; window scale 14.
      Octets.put32(buffer, at + 20, 0x0204_0000 | 65_400);
      Octets.put32(buffer, at + 24, 0x0103_030e);
    }
    System.arraycopy(payload, offset, buffer, at + header, length);
    int total = header + length;
    Octets.put16(
        buffer,
        at + 16,
        checksum(pseudo(source, destination, IpPacket.TCP, total) + sum(buffer, at, total)));
  }

  /** Lays a UDP datagram. */
  static void udp(
      byte[] buffer,
      int at,
      IpPort source,
      IpPort destination,
      byte[] payload,
      int offset,
      int length) {
    int total = 8 + length;
    Octets.put16(buffer, at, source.port());
    Octets.put16(buffer, at + 2, destination.port());
    Octets.put32(buffer, at + 4, total << 16);
    System.arraycopy(payload, offset, buffer, at + 8, length);
    int checksum =
        checksum(pseudo(source, destination, IpPacket.UDP, total) + sum(buffer, at, total));
    // 0 would say "no checksum".
    Octets.put16(buffer, at + 6, checksum == 0 ? 0xffff : checksum);
  }

  private static long pseudo(IpPort source, IpPort destination, int protocol, int length) {
    return words(source.high())
        + words(source.low())
        + words(destination.high())
        + words(destination.low())
        + protocol
        + length;
  }

  private static long words(long value) {
    return (value >>> 48) + (value >>> 32 & 0xffff) + (value >>> 16 & 0xffff) + (value & 0xffff);
  }

  /** Adds up 16-bit words; an odd last byte counts as the upper half of one. */
  private static long sum(byte[] buffer, int from, int length) {
    long sum = 0;
    int at = from;
    int end = from + length;
    for (; at + 4 <= end; at += 4) {
      sum += Octets.u32(buffer, at);
    }
    for (; at + 2 <= end; at += 2) {
      sum += Octets.u16(buffer, at);
    }
    if (at < end) {
      sum += Octets.u8(buffer, at) << 8;
    }
    return sum;
  }

  /** Folds a sum to the one's complement of 16 bits (RFC 1071). */
  private static int checksum(long sum) {
    long folded = (sum >>> 32) + (sum & 0xffff_ffffL);
    while (folded >>> 16 != 0) {
      folded = (folded >>> 16) + (folded & 0xffff);
    }
    return (int) ~folded & 0xffff;
  }
}
