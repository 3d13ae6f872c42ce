// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a large capture of a small one, by hand: {@code Multiply SMALL.pcap LARGE.pcap MEGABYTES}.
 *
 * <p>The packets are written again and again, each round later than the one before and between
 * other addresses: to each IPv4 address the number of the round is added, so that every round is a
 * set of new connections. It takes pcap files with Ethernet or raw IP, in microseconds, low byte
 * first. Checksums are left as they are: neither program that is measured looks at them.
 */
public final class Multiply {
  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;

  private Multiply() {}

  /** Writes the capture. */
  public static void main(String[] arguments) throws IOException {
    long size = Long.parseLong(arguments[2]) << 20;
    write(Path.of(arguments[0]), Path.of(arguments[1]), size);
  }

  /** Writes a capture of about {@code size} bytes: whole rounds, the last one crosses it. */
  static void write(Path small, Path large, long size) throws IOException {
    byte[] bytes = Files.readAllBytes(small);
    ByteBuffer capture = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (capture.getInt(0) != 0xa1b2c3d4) {
      throw new IOException(small + " is no pcap in microseconds, low byte first");
    }
    int link = capture.getInt(20) == 1 ? 14 : 0;
    long span = span(capture, bytes.length) + 1000;
    byte[] round = bytes.clone();
    try (OutputStream out = Files.newOutputStream(large)) {
      out.write(bytes, 0, FILE_HEADER);
      long written = FILE_HEADER;
      while (written < size) {
        out.write(round, FILE_HEADER, bytes.length - FILE_HEADER);
        written += bytes.length - FILE_HEADER;
        advance(ByteBuffer.wrap(round), link, span);
      }
    }
  }

  private static long micros(ByteBuffer capture, int at) {
    return (capture.getInt(at) & 0xffff_ffffL) * 1_000_000 + capture.getInt(at + 4);
  }

  private static long span(ByteBuffer capture, int end) {
    long first = micros(capture, FILE_HEADER);
    long last = first;
    for (int at = FILE_HEADER; at < end; at += PACKET_HEADER + capture.getInt(at + 8)) {
      last = micros(capture, at);
    }
    return last - first;
  }

  /** Moves all packets on by a time, and to the next addresses. */
  private static void advance(ByteBuffer big, int link, long span) {
    ByteBuffer little = big.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (int at = FILE_HEADER; at < big.limit(); ) {
      int length = little.getInt(at + 8);
      long micros = micros(little, at) + span;
      little.putInt(at, (int) (micros / 1_000_000)).putInt(at + 4, (int) (micros % 1_000_000));
      int ip = at + PACKET_HEADER + link;
      if (length >= link + 20 && big.get(ip) >> 4 == 4) {
        big.putInt(ip + 12, big.getInt(ip + 12) + 1 << 8 >>> 8 | big.get(ip + 12) << 24);
        big.putInt(ip + 16, big.getInt(ip + 16) + 1 << 8 >>> 8 | big.get(ip + 16) << 24);
      }
      at += PACKET_HEADER + length;
    }
  }
}
