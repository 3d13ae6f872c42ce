// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import java.net.InetAddress;

/**
 * The network that an address belongs to, as politeness and flood limits see it: the /24 of an IPv4
 * address, the /48 of an IPv6 address (what one site is given, RFC 6177), the name of anything
 * else.
 */
public final class Prefix {
  private Prefix() {}

  /** The prefix of a host, {@code 192.0.2.0/24}, {@code 2001:db8:1::/48}, or the name itself. */
  public static String of(String host) {
    byte[] a = numeric(host);
    if (a == null) {
      return host;
    }
    if (a.length == 4) {
      return (a[0] & 255) + "." + (a[1] & 255) + "." + (a[2] & 255) + ".0/24";
    }
    return Integer.toHexString(pair(a, 0))
        + ":"
        + Integer.toHexString(pair(a, 2))
        + ":"
        + Integer.toHexString(pair(a, 4))
        + "::/48";
  }

  private static int pair(byte[] a, int at) {
    return (a[at] & 255) << 8 | a[at + 1] & 255;
  }

  /** The bytes of a numeric address, or null for a name. */
  static byte[] numeric(String host) {
    boolean digits = !host.isEmpty();
    boolean colon = false;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      colon |= c == ':';
      digits &= c >= '0' && c <= '9' || c == '.';
    }
    if (!digits && !colon) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(host).getAddress();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
