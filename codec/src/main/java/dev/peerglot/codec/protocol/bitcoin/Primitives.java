// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Text;
import dev.peerglot.codec.schema.Whole;
import dev.peerglot.codec.text.Ip;
import dev.peerglot.codec.text.IsoTime;
import dev.peerglot.codec.text.Onion;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** Wire words that only the Bitcoin family has ({@code src/serialize.h}, {@code protocol.h}). */
public final class Primitives {
  /** The highest count or length that Core reads ({@code MAX_SIZE}). */
  public static final int MOST = 0x02000000;

  private static final byte[] ONION_CAT = {
    (byte) 0xfd, (byte) 0x87, (byte) 0xd8, 0x7e, (byte) 0xeb, 0x43
  };

  /**
   * CompactSize: one byte below 253; else 253, 254 or 255 and two, four or eight bytes, low byte
   * first. Any but the shortest form is refused, as by Core.
   */
  public static final Whole<Long> compactSize =
      Whole.of("CompactSize", 64, false, 1, Primitives::readCompact, Primitives::writeCompact);

  /** A CompactSize that is a count or a length: at most {@link #MOST}. */
  public static final Whole<Long> count = compactSize.max(MOST);

  /** SHA-256 twice of something: 32 bytes, printed last byte first. */
  public static final Blob hash = Blob.reversed(32);

  /** A length and that many bytes. */
  public static final Blob bytes = Blob.bytes(count, MOST);

  /** A user agent (BIP 14): at most 256 bytes, as Core has it. */
  public static final Text agent = Text.text(count, 256);

  /** A text of any use, at most 64 KiB. */
  public static final Text text = Text.text(count, 64 << 10);

  /** What a peer offers, in the {@code version} message and in gossip. */
  public static final Names SERVICES =
      Names.bits()
          .prefix("NODE_")
          .on(0, "NETWORK")
          .on(1, "GETUTXO")
          .on(2, "BLOOM")
          .on(3, "WITNESS")
          .on(4, "XTHIN")
          .on(6, "COMPACT_FILTERS")
          .on(7, "SEGWIT2X")
          .on(10, "NETWORK_LIMITED")
          .on(11, "P2P_V2");

  /** {@link #SERVICES} as eight bytes. */
  public static final Whole<Long> services = u64le.named(SERVICES);

  /** Seconds since 1970 in four bytes, 1970 to 2106. */
  public static final Leaf<Long> seconds =
      Leaf.of(
              "time",
              4,
              In::u32le,
              Out::u32le,
              Primitives::spellTime,
              Primitives::parseSeconds,
              random -> random.nextLong(1L << 32))
          .ascii(IsoTime::ascii);

  /** Seconds since 1970 in eight bytes, signed; one that is no date shows as a number. */
  public static final Leaf<Long> longSeconds =
      Leaf.of(
          "time(i64)",
          8,
          In::i64le,
          Out::i64le,
          Primitives::spellTime,
          Primitives::parseTime,
          random -> random.nextBoolean() ? random.nextLong(1L << 32) : random.nextLong());

  /**
   * An address in sixteen bytes: IPv6, or IPv4 mapped into it; in old traffic also the bytes of a
   * version 2 onion service behind fd87:d87e:eb43.
   */
  public static final Leaf<byte[]> ip16 =
      Leaf.of(
              "ip(16)",
              16,
              in -> in.bytes(16),
              (out, address) -> out.bytes(address),
              Primitives::spellHost,
              Primitives::parseHost,
              random -> {
                byte[] address = new byte[16];
                random.nextBytes(address);
                switch (random.nextInt(4)) {
                  case 0 -> System.arraycopy(Ip.mapped(new byte[4]), 0, address, 0, 12);
                  case 1 -> System.arraycopy(ONION_CAT, 0, address, 0, 6);
                  default -> Arrays.fill(address, random.nextInt(16), 16, (byte) 0);
                }
                return address;
              })
          .ascii(Primitives::spellHostAscii);

  private Primitives() {}

  /** Takes a CompactSize. */
  public static long readCompact(In in) {
    int at = in.at();
    int first = in.u8();
    if (first < 0xfd) {
      return first;
    }
    long value = first == 0xfd ? in.u16le() : first == 0xfe ? in.u32le() : in.i64le();
    long least = first == 0xfd ? 0xfd : first == 0xfe ? 0x10000L : 0x100000000L;
    if (Long.compareUnsigned(value, least) < 0) {
      throw Malformed.wrong("a CompactSize that is not the shortest form of " + value, at);
    }
    return value;
  }

  private static void writeCompact(Out out, long value) {
    if (value >= 0 && value < 0xfd) {
      out.u8((int) value);
    } else if (value >>> 16 == 0) {
      out.u8(0xfd).u16le((int) value);
    } else if (value >>> 32 == 0) {
      out.u8(0xfe).u32le(value);
    } else {
      out.u8(0xff).i64le(value);
    }
  }

  private static boolean isOnionCat(byte[] address) {
    return Arrays.equals(address, 0, 6, ONION_CAT, 0, 6);
  }

  /** The text of sixteen bytes: dotted, in groups, or an onion name of version 2. */
  public static String spellHost(byte[] address) {
    return isOnionCat(address) ? Onion.v2(Arrays.copyOfRange(address, 6, 16)) : Ip.either(address);
  }

  private static byte[] spellHostAscii(byte[] address) {
    return isOnionCat(address)
        ? spellHost(address).getBytes(StandardCharsets.US_ASCII)
        : Ip.eitherAscii(address);
  }

  /**
   * The sixteen bytes of such a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] parseHost(String text) {
    if (!Onion.named(text)) {
      return Ip.parse(text);
    }
    byte[] address = Arrays.copyOf(ONION_CAT, 16);
    System.arraycopy(Onion.parseV2(text), 0, address, 6, 10);
    return address;
  }

  private static String spellTime(Long seconds) {
    try {
      return IsoTime.seconds(seconds);
    } catch (DateTimeException e) {
      return Long.toString(seconds);
    }
  }

  private static Long parseTime(String text) {
    try {
      return text.matches("-?\\d+")
          ? Long.parseLong(text)
          : Instant.parse(text.endsWith("Z") ? text : text + "Z").getEpochSecond();
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("as 2026-01-31T12:00:00Z or in seconds");
    }
  }

  private static Long parseSeconds(String text) {
    long seconds = parseTime(text);
    if (seconds < 0 || seconds > 0xffffffffL) {
      throw new IllegalArgumentException("from 1970 to 2106");
    }
    return seconds;
  }
}
