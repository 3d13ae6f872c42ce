// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.text.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** Wire words that only ParallelChain has. */
public final class Primitives {
  /** A SHA-256 digest: 32 bytes in digest order. */
  public static final Blob hash = Blob.bytes(32);

  /** An Ed25519 signature: 64 bytes. */
  public static final Blob signature = Blob.bytes(64);

  /** Seconds since 1970: 4 bytes, low byte first, although the protocol's document says 8. */
  public static final Leaf<Long> time =
      Leaf.of(
          "time",
          4,
          In::u32le,
          Out::u32le,
          IsoTime::seconds,
          Primitives::parseSeconds,
          random -> random.nextLong(1L << 32));

  private Primitives() {}

  /** The tags that begin a value of a known kind, shown as the kind's name. */
  public static Leaf<String> kind(String name, int... tags) {
    byte[] mark = new byte[tags.length];
    for (int i = 0; i < tags.length; i++) {
      mark[i] = (byte) tags[i];
    }
    return Leaf.of(
        "kind",
        mark.length,
        in -> {
          int at = in.at();
          byte[] found = in.bytes(mark.length);
          if (!Arrays.equals(found, mark)) {
            throw Malformed.wrong("begins with " + Hex.of(found) + ", not as a " + name, at);
          }
          return name;
        },
        (out, value) -> out.bytes(mark),
        value -> value,
        text -> {
          if (!text.equals(name)) {
            throw new IllegalArgumentException("which is " + name);
          }
          return text;
        },
        random -> name);
  }

  /** Reports bytes that were computed. */
  public static void hex(Sink sink, byte[] bytes, int at) {
    sink.hex(bytes, 0, bytes.length, false, at, at);
  }

  private static Long parseSeconds(String text) {
    long seconds;
    try {
      seconds = Instant.parse(text.endsWith("Z") ? text : text + "Z").getEpochSecond();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("as 2026-01-31T12:00:00Z", e);
    }
    if (seconds < 0 || seconds > 0xffffffffL) {
      throw new IllegalArgumentException("from 1970 to 2106");
    }
    return seconds;
  }
}
