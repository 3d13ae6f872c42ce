// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Wire words that only BitShares has ({@code fc/io/raw.hpp}, {@code fc/network/ip.hpp}). */
public final class Primitives {
  /** RIPEMD-160 digests: message hashes, block and transaction ids; 20 bytes in digest order. */
  public static final Blob hash160 = Blob.bytes(20);

  /** A compressed secp256k1 point, or 33 random bytes where the spec says node id. */
  public static final Blob key33 = Blob.bytes(33);

  /** Compact recoverable signature: 27+4+recid, r, s; 65 bytes. */
  public static final Blob signature = Blob.bytes(65);

  /** Text of a name or an agent: at most 64 KiB where the reference takes 10 MiB. */
  public static final Text shortText = Text.text(varint, 64 << 10);

  /** Text of any use: at most 1 MiB where the reference takes 10 MiB. */
  public static final Text longText = Text.text(varint, 1 << 20);

  /** An IPv4 address: four octets, the last one first. */
  public static final Leaf<Integer> ip4 =
      Leaf.of(
          "ip4le",
          4,
          in -> (int) in.u32le(),
          (out, address) -> out.u32le(address),
          Primitives::dotted,
          Primitives::undotted,
          random -> random.nextInt());

  /** An IPv4 address and a port, 6 bytes; {@code 1.2.3.4:1776}. */
  public static final Leaf<Endpoint4> endpoint =
      Leaf.of(
          "endpoint",
          6,
          in -> new Endpoint4((int) in.u32le(), in.u16le()),
          (out, e) -> out.u32le(e.address()).u16le(e.port()),
          Endpoint4::toString,
          Endpoint4::parse,
          random -> new Endpoint4(random.nextInt(), random.nextInt(65536)));

  /** {@code time_point_sec}: seconds since 1970, 4 bytes. */
  public static final Leaf<Long> seconds =
      Leaf.of(
          "time",
          4,
          In::u32le,
          Out::u32le,
          s -> Instant.ofEpochSecond(s).toString(),
          Primitives::parseSeconds,
          random -> random.nextLong(1L << 32));

  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter().withZone(ZoneOffset.UTC);

  /** {@code time_point}: microseconds since 1970, 8 bytes, signed. */
  public static final Leaf<Long> micros =
      Leaf.of(
          "time(us)",
          8,
          In::i64le,
          Out::i64le,
          us -> MICROS.format(Instant.EPOCH.plus(us, ChronoUnit.MICROS)),
          text -> ChronoUnit.MICROS.between(Instant.EPOCH, parseInstant(text)),
          random -> random.nextLong(1L << 56));

  private Primitives() {}

  private static Instant parseInstant(String text) {
    try {
      return Instant.parse(text.endsWith("Z") ? text : text + "Z");
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("as 2026-01-31T12:00:00Z");
    }
  }

  private static Long parseSeconds(String text) {
    long seconds = parseInstant(text).getEpochSecond();
    if (seconds < 0 || seconds > 0xffffffffL) {
      throw new IllegalArgumentException("from 1970 to 2106");
    }
    return seconds;
  }

  static String dotted(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }

  static Integer undotted(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      throw new IllegalArgumentException("as 192.0.2.7");
    }
    int address = 0;
    for (String octet : octets) {
      int value = octet.matches("\\d{1,3}") ? Integer.parseInt(octet) : 256;
      if (value > 255) {
        throw new IllegalArgumentException("as 192.0.2.7");
      }
      address = address << 8 | value;
    }
    return address;
  }

  /**
   * An IPv4 endpoint.
   *
   * @param address the four octets, first one in the top byte
   * @param port the port; 0 where the node does not listen
   */
  public record Endpoint4(int address, int port) {
    static Endpoint4 parse(String text) {
      int colon = text.lastIndexOf(':');
      String port = text.substring(colon + 1);
      if (colon < 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
        throw new IllegalArgumentException("as 192.0.2.7:1776");
      }
      return new Endpoint4(undotted(text.substring(0, colon)), Integer.parseInt(port));
    }

    /** The endpoint of a numeric address, or all zero for one that is no IPv4. */
    public static Endpoint4 of(String host, int port) {
      return host.matches("[0-9.]+") ? new Endpoint4(undotted(host), port) : new Endpoint4(0, 0);
    }

    /** The address in dotted form. */
    public String host() {
      return dotted(address);
    }

    @Override
    public String toString() {
      return host() + ":" + port;
    }
  }
}
