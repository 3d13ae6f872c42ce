// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/**
 * Finds the IP packet inside a link-layer frame. Link types are those of
 * tcpdump.org/linktypes.html.
 */
final class LinkLayer {
  /** The frame carries something that is not IP (ARP, spanning tree, …). */
  static final int NOT_IP = -1;

  /** The frame is too short for what it says it is. */
  static final int SHORT = -2;

  /** The link type is none of those known here. */
  static final int UNKNOWN_LINK = -3;

  static final int NULL = 0;
  static final int ETHERNET = 1;
  static final int PPP = 9;
  static final int RAW_BSD = 12;
  static final int RAW_OPENBSD = 14;
  static final int PPP_HDLC = 50;
  static final int RAW = 101;
  static final int C_HDLC = 104;
  static final int LOOP = 108;
  static final int LINUX_SLL = 113;
  static final int IPV4 = 228;
  static final int IPV6 = 229;
  static final int LINUX_SLL2 = 276;

  private static final int MAX_TAGS = 16;

  private LinkLayer() {}

  /**
   * Returns the index of the first byte of the IP packet, or one of the negative constants.
   *
   * @param linkType the LINKTYPE number
   * @param buffer holds the frame
   * @param start the frame's first byte
   * @param end the byte after its last captured one
   */
  static int ipOffset(int linkType, byte[] buffer, int start, int end) {
    return switch (linkType) {
      case ETHERNET -> end - start < 14 ? SHORT : typed(buffer, start + 12, end);
      case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> start;
      case NULL, LOOP -> loopback(buffer, start, end);
      case LINUX_SLL -> end - start < 16 ? SHORT : typed(buffer, start + 14, end);
      case LINUX_SLL2 ->
          end - start < 20 ? SHORT : ofType(Octets.u16(buffer, start), buffer, start + 20, end);
      case PPP, PPP_HDLC -> ppp(buffer, start, end);
      case C_HDLC -> end - start < 4 ? SHORT : typed(buffer, start + 2, end);
      default -> UNKNOWN_LINK;
    };
  }

  private static int typed(byte[] buffer, int at, int end) {
    int type = Octets.u16(buffer, at);
    return type == 0x0800 || type == 0x86dd ? at + 2 : ofType(type, buffer, at + 2, end);
  }

  /** Follows EtherTypes: VLAN tags (802.1Q, 802.1ad and older ones), PPPoE, MPLS, LLC with SNAP. */
  private static int ofType(int firstType, byte[] buffer, int firstAt, int end) {
    int type = firstType;
    int at = firstAt;
    for (int tags = 0; tags < MAX_TAGS; tags++) {
      switch (type) {
        case 0x0800, 0x86dd -> {
          return at;
        }
        case 0x8100, 0x88a8, 0x9100, 0x9200, 0x9300 -> {
          if (at + 4 > end) {
            return SHORT;
          }
          type = Octets.u16(buffer, at + 2);
          at += 4;
        }
        case 0x8864 -> {
          return at + 8 > end ? SHORT : ppp(buffer, at + 6, end);
        }
        case 0x8847, 0x8848 -> {
          return mpls(buffer, at, end);
        }
        default -> {
          boolean snap =
              type <= 1500
                  && at + 8 <= end
                  && Octets.i32(buffer, at) == 0xaaaa0300
                  && Octets.u16(buffer, at + 4) == 0;
          if (!snap) {
            return NOT_IP;
          }
          type = Octets.u16(buffer, at + 6);
          at += 8;
        }
      }
    }
    return NOT_IP;
  }

  private static int mpls(byte[] buffer, int start, int end) {
    int at = start;
    for (int labels = 0; labels < MAX_TAGS; labels++) {
      if (at + 5 > end) {
        return SHORT;
      }
      boolean bottom = (Octets.u8(buffer, at + 2) & 1) != 0;
      at += 4;
      if (bottom) {
        int version = Octets.u8(buffer, at) >> 4;
        return version == 4 || version == 6 ? at : NOT_IP;
      }
    }
    return NOT_IP;
  }

  /**
   * PPP with or without the address and control bytes ff 03; the protocol may be one byte short.
   */
  private static int ppp(byte[] buffer, int start, int end) {
    int at = start;
    if (at + 4 <= end && Octets.u16(buffer, at) == 0xff03) {
      at += 2;
    }
    if (at + 2 > end) {
      return SHORT;
    }
    int protocol = Octets.u8(buffer, at);
    if ((protocol & 1) != 0) {
      at += 1;
    } else {
      protocol = Octets.u16(buffer, at);
      at += 2;
    }
    return protocol == 0x0021 || protocol == 0x0057 ? at : NOT_IP;
  }

  /** Four bytes of address family, in the byte order of the machine that captured. */
  private static int loopback(byte[] buffer, int start, int end) {
    if (end - start < 4) {
      return SHORT;
    }
    int family = Octets.i32(buffer, start);
    if ((family & 0xffff_0000) != 0) {
      family = Integer.reverseBytes(family);
    }
    // 2 is AF_INET everywhere; AF_INET6 is 10 on Linux, 24, 28 and 30 on the BSDs and macOS.
    return switch (family) {
      case 2, 10, 24, 28, 30 -> start + 4;
      default -> NOT_IP;
    };
  }
}
