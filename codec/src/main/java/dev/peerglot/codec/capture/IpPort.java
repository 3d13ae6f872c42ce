// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** One end of a conversation: an IP address and a port. */
public final class IpPort {
  private final long high;
  private final long low;
  private final boolean ipv6;
  private final int port;
  private String text;

  private IpPort(long high, long low, boolean ipv6, int port) {
    this.high = high;
    this.low = low;
    this.ipv6 = ipv6;
    this.port = port;
  }

  /**
   * Creates an end from the bytes of its address.
   *
   * @param address 4 or 16 bytes
   * @param port 0 to 65535
   */
  public static IpPort of(byte[] address, int port) {
    return switch (address.length) {
      case 4 -> new IpPort(0, Octets.u32(address, 0), false, port & 0xffff);
      case 16 -> new IpPort(Octets.i64(address, 0), Octets.i64(address, 8), true, port & 0xffff);
      default -> throw new IllegalArgumentException("an IP address has 4 or 16 bytes");
    };
  }

  static IpPort of(long high, long low, boolean ipv6, int port) {
    return new IpPort(high, low, ipv6, port);
  }

  /** Returns the bytes of the address: 4 or 16. */
  public byte[] address() {
    byte[] bytes = new byte[ipv6 ? 16 : 4];
    if (ipv6) {
      Octets.put64(bytes, 0, high);
      Octets.put64(bytes, 8, low);
    } else {
      Octets.put32(bytes, 0, (int) low);
    }
    return bytes;
  }

  /** Tells whether the address is one of IPv6. */
  public boolean isIpv6() {
    return ipv6;
  }

  /** Returns the port. */
  public int port() {
    return port;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  boolean is(long otherHigh, long otherLow, boolean otherIpv6, int otherPort) {
    return low == otherLow && port == otherPort && high == otherHigh && ipv6 == otherIpv6;
  }

  /** Returns {@code ip:port}, or {@code [ip]:port} for IPv6 (in the short form of RFC 5952). */
  public String text() {
    if (text == null) {
      text = (ipv6 ? "[" + ipv6Text() + "]" : ipv4Text((int) low)) + ":" + port;
    }
    return text;
  }

  private static String ipv4Text(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 0xff)
        + "."
        + (address >>> 8 & 0xff)
        + "."
        + (address & 0xff);
  }

  private String ipv6Text() {
    if (high == 0 && low >>> 32 == 0xffff) {
      return "::ffff:" + ipv4Text((int) low);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i & 3)) & 0xffff;
    }
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        bestStart = i;
        bestLength = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder out = new StringBuilder(39);
    for (int i = 0; i < 8; ) {
      if (i == bestStart) {
        out.append("::");
        i += bestLength;
      } else {
        if (i > 0 && i != bestStart + bestLength) {
          out.append(':');
        }
        out.append(Integer.toHexString(groups[i]));
        i++;
      }
    }
    return out.toString();
  }

  /** Returns the address and port for the JDK's sockets. */
  public java.net.InetSocketAddress toSocketAddress() {
    try {
      return new java.net.InetSocketAddress(InetAddress.getByAddress(address()), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpPort that && that.is(high, low, ipv6, port);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high * 31 + low) * 31 + port;
  }

  @Override
  public String toString() {
    return text();
  }
}
