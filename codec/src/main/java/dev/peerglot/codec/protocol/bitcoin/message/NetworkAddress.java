// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.text.I2p;
import dev.peerglot.codec.text.Ip;
import dev.peerglot.codec.text.Onion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An address of any network (BIP 155): the network's number and the bytes.
 *
 * @param network see {@link #NETWORKS}
 * @param bytes 4, 16, 10, 32, 32, 16, 16 bytes for networks 1 to 7; up to 512 for others
 */
public record NetworkAddress(int network, byte[] bytes) {
  /** Number of IPv4. */
  public static final int IPV4 = 1;

  /** Number of IPv6. */
  public static final int IPV6 = 2;

  /** Number of onion services, version 2. */
  public static final int TORV2 = 3;

  /** Number of onion services, version 3. */
  public static final int TORV3 = 4;

  /** Number of I2P. */
  public static final int I2P = 5;

  /** Number of CJDNS. */
  public static final int CJDNS = 6;

  /** Number of Yggdrasil. */
  public static final int YGGDRASIL = 7;

  /** OnionCat's prefix, behind which onion services of version 2 hid. */
  private static final byte[] ONION_CAT = Hex.parse("fd87d87eeb43");

  private static final int KEPT = 4096;

  private record Spelled(int network, byte[] bytes, byte[] text) {}

  /** Names that were spelled lately: gossip brings the same again, and an onion costs a hash. */
  private static final Spelled[] SPELLED = new Spelled[KEPT];

  /** The networks by number. */
  public static final Names NETWORKS =
      Names.values()
          .on(IPV4, "IPV4")
          .on(IPV6, "IPV6")
          .on(TORV2, "TORV2")
          .on(TORV3, "TORV3")
          .on(I2P, "I2P")
          .on(CJDNS, "CJDNS")
          .on(YGGDRASIL, "YGGDRASIL");

  /** The address of a host in any of the notations: a dotted or grouped IP, onion, I2P. */
  public static NetworkAddress of(String host) {
    if (Onion.named(host)) {
      return host.length() > 22
          ? new NetworkAddress(TORV3, Onion.parseV3(host))
          : new NetworkAddress(TORV2, Onion.parseV2(host));
    }
    if (I2p.named(host)) {
      return new NetworkAddress(I2P, I2p.parse(host));
    }
    if (host.indexOf(':') < 0) {
      return new NetworkAddress(IPV4, Ip.parseV4(host));
    }
    byte[] address = Ip.parseV6(host);
    int first = address[0] & 0xff;
    return new NetworkAddress(
        first == 0xfc ? CJDNS : (first & 0xfe) == 2 ? YGGDRASIL : IPV6, address);
  }

  /** The length that a network's addresses have, or -1 where any will do. */
  static int size(int network) {
    return switch (network) {
      case IPV4 -> 4;
      case IPV6, CJDNS, YGGDRASIL -> 16;
      case TORV2 -> 10;
      case TORV3, I2P -> 32;
      default -> -1;
    };
  }

  /**
   * Whether Core refuses a whole message for an address of another length; it does not know
   * networks 3 and 7 any more or yet.
   */
  static boolean isStrict(int network) {
    return size(network) > 0 && network != TORV2 && network != YGGDRASIL;
  }

  /** The host as people write it; hex for an address of an unknown network or length. */
  public String text() {
    if (bytes.length != size(network)) {
      return Hex.of(bytes);
    }
    return switch (network) {
      case IPV4 -> Ip.v4(bytes);
      case TORV2 -> Onion.v2(bytes);
      case TORV3 -> Onion.v3(bytes);
      case I2P -> I2p.of(bytes);
      default -> Ip.v6(bytes);
    };
  }

  /** The same as ASCII. */
  byte[] ascii() {
    if (network == IPV4 && bytes.length == 4) {
      return Ip.v4Ascii(bytes);
    }
    if (network == IPV6 && bytes.length == 16) {
      return Ip.v6Ascii(bytes);
    }
    int hash = Arrays.hashCode(bytes) + network;
    int slot = (hash ^ hash >>> 13) & KEPT - 1;
    Spelled kept = SPELLED[slot];
    if (kept == null || kept.network != network || !Arrays.equals(kept.bytes, bytes)) {
      kept = new Spelled(network, bytes, text().getBytes(StandardCharsets.US_ASCII));
      SPELLED[slot] = bytes.length <= 32 ? kept : null;
    }
    return kept.text;
  }

  /**
   * The address that {@link #text} spells in a network.
   *
   * @throws IllegalArgumentException if the text is none of that network
   */
  public static NetworkAddress parse(int network, String text) {
    byte[] bytes =
        switch (network) {
          case IPV4 -> Ip.parseV4(text);
          case IPV6, CJDNS -> Ip.parseV6(text);
          case YGGDRASIL -> text.indexOf(':') < 0 ? hex(text) : Ip.parseV6(text);
          case TORV2 -> Onion.named(text) ? Onion.parseV2(text) : hex(text);
          case TORV3 -> Onion.parseV3(text);
          case I2P -> I2p.parse(text);
          default -> hex(text);
        };
    return new NetworkAddress(network, bytes);
  }

  private static byte[] hex(String text) {
    try {
      return Hex.parse(text);
    } catch (Malformed e) {
      throw new IllegalArgumentException("bytes in hex", e);
    }
  }

  /**
   * Why an entry with this address is to be passed over, in a few words; empty for a good one. From
   * Core's {@code CNetAddr::SetNetFromBIP155Network} and {@code IsValid}.
   */
  public String fault() {
    return switch (network) {
      case IPV4, TORV3, I2P -> "";
      case IPV6 ->
          Ip.isMapped(bytes)
              ? "IPv4 inside IPv6"
              : Arrays.equals(bytes, 0, 6, ONION_CAT, 0, 6) ? "an onion inside IPv6" : "";
      case TORV2 -> "onion services of version 2 are no more";
      case CJDNS -> bytes[0] == (byte) 0xfc ? "" : "a CJDNS address begins with fc";
      case YGGDRASIL ->
          bytes.length == 16 && (bytes[0] & 0xfe) == 2 ? "" : "a Yggdrasil address is in 200::/7";
      default -> "network " + network + " is not known";
    };
  }
}
