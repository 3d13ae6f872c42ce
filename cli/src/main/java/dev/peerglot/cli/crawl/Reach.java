// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.codec.session.PeerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which addresses a crawl may dial. Public ones always; loopback and private ones only if the crawl
 * began at one of that kind, or gossip could turn the crawler against its own network; those that
 * are no host's never (RFC 6890: unspecified, multicast, reserved, documentation, benchmarking).
 */
public final class Reach {
  /** Kinds of addresses. */
  public enum Zone {
    /** Anybody's. */
    PUBLIC,
    /** This machine's. */
    LOOPBACK,
    /** The local network's: private, shared, link-local, unique local. */
    PRIVATE,
    /** Nobody's. */
    NOWHERE,
    /** A name, which only a resolver or a proxy can tell more of. */
    NAME
  }

  private final Set<Zone> allowed = EnumSet.of(Zone.PUBLIC, Zone.NAME);

  /** What a crawl may dial that begins at these peers. */
  public Reach(Collection<PeerAddress> seeds) {
    for (PeerAddress seed : seeds) {
      allowed.add(zone(resolve(seed.host())));
    }
    allowed.remove(Zone.NOWHERE);
  }

  /** A seed may be a name like {@code localhost}; where it leads counts. */
  private static String resolve(String host) {
    try {
      return zone(host) == Zone.NAME ? InetAddress.getByName(host).getHostAddress() : host;
    } catch (UnknownHostException e) {
      return host;
    }
  }

  /** Whether all of these are on this machine or its network: nobody else's peace is at stake. */
  public boolean isLocal(Collection<PeerAddress> seeds) {
    return seeds.stream()
        .map(seed -> zone(seed.host()))
        .allMatch(zone -> zone == Zone.LOOPBACK || zone == Zone.PRIVATE);
  }

  /** Why the address must not be dialled, or empty if it may. */
  public String objection(String host) {
    Zone zone = zone(host);
    if (allowed.contains(zone)) {
      return "";
    }
    return switch (zone) {
      case LOOPBACK -> "loopback address heard in gossip";
      case PRIVATE -> "private address heard in gossip";
      default -> "no address of a host";
    };
  }

  /** The kind of an address. */
  public static Zone zone(String host) {
    byte[] a = Prefix.numeric(host);
    if (a == null) {
      return Zone.NAME;
    }
    if (a.length == 16) {
      return zone6(a);
    }
    return zone4(a);
  }

  private static Zone zone4(byte[] a) {
    int first = a[0] & 255;
    int second = a[1] & 255;
    int third = a[2] & 255;
    if (first == 127) {
      return Zone.LOOPBACK;
    }
    if (first == 10
        || first == 172 && second >= 16 && second < 32
        || first == 192 && second == 168
        || first == 169 && second == 254
        || first == 100 && second >= 64 && second < 128) {
      return Zone.PRIVATE;
    }
    boolean nowhere =
        first == 0
            || first >= 224
            || first == 192 && second == 0 && (third == 0 || third == 2)
            || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
            || first == 203 && second == 0 && third == 113;
    return nowhere ? Zone.NOWHERE : Zone.PUBLIC;
  }

  private static Zone zone6(byte[] a) {
    int first = a[0] & 255;
    int second = a[1] & 255;
    boolean zeros = true;
    for (int i = 0; i < 15; i++) {
      zeros &= a[i] == 0;
    }
    if (zeros) {
      return a[15] == 1 ? Zone.LOOPBACK : Zone.NOWHERE;
    }
    if ((first & 0xfe) == 0xfc || first == 0xfe && (second & 0xc0) == 0x80) {
      return Zone.PRIVATE;
    }
    boolean documentation =
        first == 0x20 && second == 1 && (a[2] & 255) == 0x0d && (a[3] & 255) == 0xb8;
    return first == 0xff || documentation ? Zone.NOWHERE : Zone.PUBLIC;
  }
}
