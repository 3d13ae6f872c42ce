// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Numbers;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Single;
import dev.peerglot.codec.schema.Tags;
import dev.peerglot.codec.text.Ip;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Wire words that only Witnet has ({@code schemas/witnet/witnet.proto}). Messages around a single
 * value are shown as that value.
 */
public final class Primitives {
  /** {@code Hash}: a oneof with one member, {@code SHA256}, 32 bytes. */
  public static final Single<byte[]> hash =
      Single.of("Hash", "SHA256", Tags.required(1, Blob.bytes(32)), "32 bytes in digest order");

  /** {@code PublicKey}: a compressed secp256k1 point; 33 zero bytes stand for none. */
  public static final Single<byte[]> publicKey =
      Single.of("PublicKey", "public_key", Tags.required(1, Blob.bytes(33)), "02 or 03, then x");

  /** {@code Bn256PublicKey}: a compressed G2 point, 65 bytes; empty for none. */
  public static final Single<byte[]> bn256PublicKey =
      Single.of("Bn256PublicKey", "public_key", Tags.bytes(1), "0a or 0b, then 64 bytes; or none");

  /** {@code Bn256Signature}: a compressed G1 point, 33 bytes. */
  public static final Single<byte[]> bn256Signature =
      Single.of("Bn256Signature", "signature", Tags.bytes(1), "02 or 03, then x");

  /** {@code Address}: 4 or 16 bytes and a port, high byte first; {@code 192.0.2.7:21337}. */
  public static final Single<Place> address =
      Single.of(
          "Address",
          "address",
          Tags.required(
              1,
              Leaf.of(
                  "address",
                  6,
                  Place::read,
                  (out, place) -> out.bytes(place.ip()).u16be(place.port()),
                  Place::toString,
                  Place::parse,
                  random -> {
                    byte[] ip = new byte[random.nextBoolean() ? 4 : 16];
                    random.nextBytes(ip);
                    return new Place(ip, random.nextInt(65536));
                  })),
          "6 bytes for IPv4, 18 for IPv6");

  /** Seconds since 1970, as a plain varint. */
  public static final Leaf<Long> seconds =
      Leaf.of(
          "time",
          1,
          Numbers.varint::get,
          Numbers.varint::put,
          Primitives::spell,
          Primitives::parse,
          random -> random.nextLong(1L << 32));

  /** {@code Secp256k1Signature}. */
  public static final Protobuf<Raw> secp256k1Signature =
      Protobuf.of(
          Rows.rows()
              .field("der", Tags.bytes(1), "ECDSA in ASN.1 DER, low s")
              .make("Secp256k1Signature"));

  /** {@code Signature}: a oneof with one member. */
  public static final Protobuf<Raw> signature =
      Protobuf.of(
              Rows.rows()
                  .field("Secp256k1", Tags.optional(1, secp256k1Signature), "the only kind")
                  .make("Signature"))
          .exactlyOne("Secp256k1");

  private Primitives() {}

  private static String spell(long seconds) {
    try {
      return Instant.ofEpochSecond(seconds).toString();
    } catch (DateTimeException e) {
      return Long.toString(seconds);
    }
  }

  private static Long parse(String text) {
    if (text.matches("-?\\d{1,19}")) {
      return Long.parseLong(text);
    }
    try {
      return Instant.parse(text.endsWith("Z") ? text : text + "Z").getEpochSecond();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("as 2026-01-31T12:00:00Z", e);
    }
  }

  /**
   * Where a node is.
   *
   * @param ip 4 or 16 bytes
   * @param port the port; 0 where there is none
   */
  public record Place(byte[] ip, int port) {
    /** Nowhere: what a node says that does not want to be dialled. */
    public static final Place NONE = new Place(new byte[4], 0);

    private static Place read(In in) {
      int size = in.left();
      if (size != 6 && size != 18) {
        throw Malformed.wrong("an address of " + size + " bytes, not 6 or 18", in.at());
      }
      return new Place(in.bytes(size - 2), in.u16be());
    }

    private static Place parse(String text) {
      int colon = text.lastIndexOf(':');
      String port = text.substring(colon + 1);
      String host = text.substring(0, Math.max(colon, 0));
      boolean six = host.startsWith("[") && host.endsWith("]");
      if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535 || host.isEmpty()) {
        throw new IllegalArgumentException("as 192.0.2.7:21337 or [2001:db8::7]:21337");
      }
      byte[] ip = six ? Ip.parseV6(host.substring(1, host.length() - 1)) : Ip.parseV4(host);
      return new Place(ip, Integer.parseInt(port));
    }

    /** The place of a numeric address; {@link #NONE} of anything else. */
    public static Place of(String host, int port) {
      try {
        return new Place(host.indexOf(':') >= 0 ? Ip.parseV6(host) : Ip.parseV4(host), port);
      } catch (IllegalArgumentException e) {
        return NONE;
      }
    }

    /** Whether the address is all zero. */
    public boolean isUnspecified() {
      return Arrays.equals(ip, new byte[ip.length]);
    }

    /** The address as text, an IPv4-mapped one as the IPv4 address that it leads to. */
    public String host() {
      return ip.length == 4 ? Ip.v4(ip) : Ip.either(ip);
    }

    /** As the reference prints it. */
    @Override
    public String toString() {
      if (ip.length == 4) {
        return Ip.v4(ip) + ":" + port;
      }
      String host = Ip.isMapped(ip) ? "::ffff:" + Ip.either(ip) : Ip.v6(ip);
      return "[" + host + "]:" + port;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place place && port == place.port && Arrays.equals(ip, place.ip);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ip) * 31 + port;
    }
  }
}
