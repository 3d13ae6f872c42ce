// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/**
 * The view of an IP packet inside a buffer; one object is used again for each packet.
 *
 * <p>IPv4 (RFC 791) with options, IPv6 (RFC 8200) with extension headers. A total length of 0,
 * which segmentation offload leaves, stands for the length of the frame. What follows the packet's
 * end (Ethernet padding) is cut off; what the snap length cut off is known as {@link #wireEnd}
 * minus {@link #end}.
 */
final class IpPacket {
  static final int TCP = 6;
  static final int UDP = 17;

  private static final int MAX_EXTENSIONS = 16;

  boolean ipv6;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int protocol;

  /** The first byte of what the packet carries. */
  int start;

  /** The byte after the last captured one. */
  int end;

  /** Where the end would be had everything been captured. */
  int wireEnd;

  boolean fragment;
  int fragmentId;
  int fragmentOffset;
  boolean moreFragments;

  /**
   * Reads the headers.
   *
   * @param buffer holds the packet
   * @param at its first byte
   * @param captureEnd the byte after the last captured one
   * @param frameEnd where the frame ended on the wire
   * @return false when the packet is malformed or its headers are cut
   */
  boolean parse(byte[] buffer, int at, int captureEnd, int frameEnd) {
    if (at >= captureEnd) {
      return false;
    }
    int version = Octets.u8(buffer, at) >> 4;
    fragment = false;
    return switch (version) {
      case 4 -> parse4(buffer, at, captureEnd, frameEnd);
      case 6 -> parse6(buffer, at, captureEnd, frameEnd);
      default -> false;
    };
  }

  private boolean parse4(byte[] buffer, int at, int captureEnd, int frameEnd) {
    if (captureEnd - at < 20) {
      return false;
    }
    int header = (Octets.u8(buffer, at) & 15) * 4;
    int total = Octets.u16(buffer, at + 2);
    if (total == 0) {
      total = frameEnd - at;
    }
    if (header < 20 || total < header || captureEnd - at < header) {
      return false;
    }
    bound(at + total, captureEnd, frameEnd);
    ipv6 = false;
    sourceHigh = 0;
    sourceLow = Octets.u32(buffer, at + 12);
    destinationHigh = 0;
    destinationLow = Octets.u32(buffer, at + 16);
    start = at + header;
    int flags = Octets.u16(buffer, at + 6);
    if ((flags & 0x3fff) != 0) {
      fragment = true;
      fragmentId = Octets.u16(buffer, at + 4);
      fragmentOffset = (flags & 0x1fff) * 8;
      moreFragments = (flags & 0x2000) != 0;
    }
    return extensions(buffer, Octets.u8(buffer, at + 9));
  }

  private boolean parse6(byte[] buffer, int at, int captureEnd, int frameEnd) {
    if (captureEnd - at < 40) {
      return false;
    }
    int payload = Octets.u16(buffer, at + 4);
    // 0 means a jumbogram (RFC 2675) or offload: the frame tells the length.
    bound(payload == 0 ? frameEnd : at + 40 + payload, captureEnd, frameEnd);
    ipv6 = true;
    sourceHigh = Octets.i64(buffer, at + 8);
    sourceLow = Octets.i64(buffer, at + 16);
    destinationHigh = Octets.i64(buffer, at + 24);
    destinationLow = Octets.i64(buffer, at + 32);
    start = at + 40;
    return extensions(buffer, Octets.u8(buffer, at + 6));
  }

  /** A length that goes beyond the frame is not believed. */
  private void bound(int claimedEnd, int captureEnd, int frameEnd) {
    wireEnd = Math.min(claimedEnd, frameEnd);
    end = Math.min(wireEnd, captureEnd);
  }

  /** Reads on in a datagram that was put together from fragments and now lies in this range. */
  boolean reassembled(byte[] buffer, int first, int from, int to) {
    fragment = false;
    start = from;
    end = to;
    wireEnd = to;
    return extensions(buffer, first);
  }

  /** Passes over the extension headers that have the common form, up to the first other header. */
  private boolean extensions(byte[] buffer, int first) {
    int next = first;
    for (int i = 0; i < MAX_EXTENSIONS; i++) {
      // What a fragment carries is read when the datagram is whole.
      if (next == TCP || next == UDP || fragment) {
        break;
      }
      int size;
      switch (next) {
        // Hop-by-hop, routing, destination options, mobility, HIP, shim6.
        case 0, 43, 60, 135, 139, 140 -> {
          if (start + 8 > end) {
            return false;
          }
          size = (Octets.u8(buffer, start + 1) + 1) * 8;
        }
        case 44 -> {
          if (start + 8 > end) {
            return false;
          }
          size = 8;
          int offsetAndFlags = Octets.u16(buffer, start + 2);
          fragmentOffset = offsetAndFlags & 0xfff8;
          moreFragments = (offsetAndFlags & 1) != 0;
          fragmentId = Octets.i32(buffer, start + 4);
          // A lone "atomic" fragment (RFC 6946) is a whole packet.
          fragment = fragmentOffset > 0 || moreFragments;
        }
        // Authentication header: its length counts 4-byte words minus 2.
        case 51 -> {
          if (start + 8 > end) {
            return false;
          }
          size = (Octets.u8(buffer, start + 1) + 2) * 4;
        }
        default -> {
          protocol = next;
          return true;
        }
      }
      next = Octets.u8(buffer, start);
      start += size;
      if (start > end) {
        return false;
      }
    }
    protocol = next;
    return true;
  }
}
