// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;

/**
 * Reads pcap files.
 *
 * <p>Layout: a file header of 24 bytes (magic, version 2+2, 8 unused, snap length 4, link type 4);
 * per packet a header of 16 bytes (seconds, fraction, captured length, original length), the
 * modified format of some Linux kernels 24 (then interface 4, protocol 2, type 1, padding 1).
 * Numbers are in the byte order that the magic has. Source: draft-ietf-opsawg-pcap.
 */
final class PcapReader implements PacketSource {
  static final int MICROSECONDS = 0xa1b2c3d4;
  static final int NANOSECONDS = 0xa1b23c4d;
  static final int MODIFIED = 0xa1b2cd34;

  /** The largest packet taken; far above the 512 KiB of the largest offloaded segments. */
  static final int MAX_PACKET = 16 * 1024 * 1024;

  private static final int FILE_HEADER = 24;

  private final InputWindow window;
  private final CaptureRecord record = new CaptureRecord();
  private boolean little;
  private long nanosPerUnit;
  private int packetHeader;
  private boolean started;
  private CaptureFault cut;

  PcapReader(InputWindow window) {
    this.window = window;
  }

  /** Tells whether a file that starts with this number (most significant byte first) is a pcap. */
  static boolean isMagic(int magic) {
    return isNative(magic) || isNative(Integer.reverseBytes(magic));
  }

  private static boolean isNative(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS || magic == MODIFIED;
  }

  private void readFileHeader() throws IOException {
    if (!window.ensure(FILE_HEADER)) {
      throw window.fault(
          CaptureFault.Kind.CUT,
          window.offset(),
          "the file ends after " + window.available() + " of the 24 bytes of the pcap header");
    }
    byte[] buffer = window.buffer();
    int at = window.position();
    int magic = Octets.i32(buffer, at);
    little = !isNative(magic);
    if (little) {
      magic = Integer.reverseBytes(magic);
    }
    nanosPerUnit = magic == NANOSECONDS ? 1 : 1000;
    record.fractionDigits = magic == NANOSECONDS ? 9 : 6;
    packetHeader = magic == MODIFIED ? 24 : 16;
    // The upper bits hold the length of the frame check sequence, which IP lengths cut off anyway.
    record.linkType = Octets.i32(buffer, at + 20, little) & 0x0fff_ffff;
    window.skip(FILE_HEADER);
    started = true;
  }

  @Override
  public CaptureRecord next() throws IOException {
    if (!started) {
      readFileHeader();
    }
    if (cut != null) {
      throw cut;
    }
    if (!window.ensure(packetHeader)) {
      if (window.available() == 0) {
        return null;
      }
      throw window.fault(
          CaptureFault.Kind.CUT,
          window.offset(),
          "the file ends within a packet header ("
              + window.available()
              + " of "
              + packetHeader
              + " bytes)");
    }
    byte[] buffer = window.buffer();
    int at = window.position();
    long seconds = Octets.u32(buffer, at, little);
    long fraction = Octets.u32(buffer, at + 4, little);
    long captured = Octets.u32(buffer, at + 8, little);
    long original = Octets.u32(buffer, at + 12, little);
    if (captured > MAX_PACKET) {
      throw window.fault(
          CaptureFault.Kind.LIMIT,
          window.offset(),
          "a packet of " + captured + " bytes; more than " + MAX_PACKET + " are not taken");
    }
    int length = (int) captured;
    if (!window.ensure(packetHeader + length)) {
      // The bytes that are there are given out as a packet with its end missing.
      length = window.available() - packetHeader;
      cut =
          window.fault(
              CaptureFault.Kind.CUT,
              window.offset(),
              "the file ends within a packet (" + length + " of " + captured + " bytes)");
    }
    record.fileOffset = window.offset();
    record.buffer = window.buffer();
    record.offset = window.position() + packetHeader;
    record.length = length;
    record.originalLength = (int) Math.max(captured, Math.min(original, MAX_PACKET));
    record.epochNanos = seconds * 1_000_000_000L + fraction * nanosPerUnit;
    window.skip(packetHeader + length);
    return record;
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
