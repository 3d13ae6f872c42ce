// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pcapng files: any number of sections (each in its own byte order) and interfaces.
 *
 * <p>Layout: blocks of type 4, total length 4, body, total length 4 again; lengths are multiples of
 * 4. Packets come in Enhanced, Simple and (obsolete) Packet Blocks; Decryption Secrets Blocks are
 * handed out; all other types are passed over. Source: draft-ietf-opsawg-pcapng.
 */
final class PcapngReader implements PacketSource {
  static final int SECTION_HEADER = 0x0a0d0d0a;

  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int DECRYPTION_SECRETS = 10;

  /** The largest block kept: a packet or secrets; unknown blocks of any size are passed over. */
  private static final int MAX_BLOCK = PcapReader.MAX_PACKET + 1024 * 1024;

  private static final int MAX_INTERFACES = 65_536;

  private record Interface(int linkType, long snapLength, TimeScale clock) {}

  private final InputWindow window;
  private final CaptureRecord record = new CaptureRecord();
  private final List<Interface> interfaces = new ArrayList<>();
  private boolean inSection;
  private boolean little;
  private CaptureFault cut;

  PcapngReader(InputWindow window) {
    this.window = window;
  }

  @Override
  public CaptureRecord next() throws IOException {
    if (cut != null) {
      throw cut;
    }
    while (window.ensure(12)) {
      byte[] buffer = window.buffer();
      int at = window.position();
      int type = Octets.i32(buffer, at);
      if (type == SECTION_HEADER) {
        startSection(buffer, at);
      } else if (!inSection) {
        throw malformed("the capture does not start with a pcapng section header");
      } else {
        type = Octets.i32(buffer, at, little);
      }
      long length = Octets.u32(buffer, at + 4, little);
      if (length < 12 || (length & 3) != 0) {
        throw malformed("a block cannot be " + length + " bytes long");
      }
      if (read(type, length)) {
        return record;
      }
      if (cut != null) {
        throw cut;
      }
    }
    if (window.available() > 0 || !inSection) {
      throw cut("the file ends within a block header (" + window.available() + " of 12 bytes)");
    }
    return null;
  }

  private void startSection(byte[] buffer, int at) throws IOException {
    int magic = Octets.i32(buffer, at + 8);
    if (magic != BYTE_ORDER_MAGIC && Integer.reverseBytes(magic) != BYTE_ORDER_MAGIC) {
      throw malformed("a section header without the byte-order magic 1a2b3c4d");
    }
    little = magic != BYTE_ORDER_MAGIC;
    interfaces.clear();
    inSection = true;
  }

  /** Takes in one block; true when it gave a record. */
  private boolean read(int type, long length) throws IOException {
    boolean wanted =
        switch (type) {
          case SECTION_HEADER, INTERFACE_DESCRIPTION -> true;
          case OBSOLETE_PACKET, SIMPLE_PACKET, ENHANCED_PACKET, DECRYPTION_SECRETS -> true;
          default -> false;
        };
    if (!wanted) {
      long start = window.offset();
      if (!window.discard(length)) {
        cut =
            window.fault(
                CaptureFault.Kind.CUT,
                start,
                "the file ends within a block (%d of %d bytes)"
                    .formatted(window.offset() - start, length));
      }
      return false;
    }
    if (length > MAX_BLOCK) {
      throw window.fault(
          CaptureFault.Kind.LIMIT,
          window.offset(),
          "a block of " + length + " bytes; more than " + MAX_BLOCK + " are not taken");
    }
    int total = (int) length;
    int have = total;
    if (!window.ensure(total)) {
      have = window.available();
      cut = cut("the file ends within a block (" + have + " of " + length + " bytes)");
    } else {
      long again = Octets.u32(window.buffer(), window.position() + total - 4, little);
      if (again != length) {
        throw malformed(
            "a block says " + length + " bytes at its start but " + again + " at its end");
      }
    }
    record.buffer = window.buffer();
    record.fileOffset = window.offset();
    int body = window.position() + 8;
    int end = window.position() + Math.min(have, total - 4);
    int claimed = window.position() + total - 4;
    boolean gave =
        switch (type) {
          case INTERFACE_DESCRIPTION -> cut == null && describe(body, end);
          case ENHANCED_PACKET -> enhanced(body, end, claimed, false);
          case OBSOLETE_PACKET -> enhanced(body, end, claimed, true);
          case SIMPLE_PACKET -> simple(body, end, claimed);
          case DECRYPTION_SECRETS -> cut == null && secrets(body, end);
          default -> false;
        };
    window.skip(have);
    return gave;
  }

  /** Interface Description: link type 2, reserved 2, snap length 4, options. */
  private boolean describe(int body, int end) throws IOException {
    require(body + 8 <= end, "an interface description without its 8 bytes");
    if (interfaces.size() >= MAX_INTERFACES) {
      throw window.fault(
          CaptureFault.Kind.LIMIT,
          window.offset(),
          "more than " + MAX_INTERFACES + " interfaces in a section");
    }
    byte[] buffer = window.buffer();
    int resolution = 6;
    long offset = 0;
    int at = body + 8;
    while (at + 4 <= end) {
      int code = Octets.u16(buffer, at, little);
      int size = Octets.u16(buffer, at + 2, little);
      at += 4;
      if (code == 0 || at + size > end) {
        break;
      }
      if (code == 9 && size >= 1) {
        resolution = Octets.u8(buffer, at);
      } else if (code == 14 && size >= 8) {
        long value = Octets.i64(buffer, at);
        offset = little ? Long.reverseBytes(value) : value;
      }
      at += size + 3 & ~3;
    }
    TimeScale clock =
        resolution == 6 && offset == 0 ? TimeScale.MICROSECONDS : new TimeScale(resolution, offset);
    interfaces.add(
        new Interface(
            Octets.u16(buffer, body, little), Octets.u32(buffer, body + 4, little), clock));
    return false;
  }

  /**
   * Enhanced Packet: interface 4, time 4+4, captured 4, original 4, bytes, options; the obsolete
   * Packet Block has an interface of 2 and a drop count of 2 instead.
   */
  private boolean enhanced(int body, int end, int claimedEnd, boolean obsolete) throws IOException {
    if (body + 20 > end) {
      require(cut != null, "a packet block without its 20 bytes");
      return false;
    }
    byte[] buffer = window.buffer();
    long number = obsolete ? Octets.u16(buffer, body, little) : Octets.u32(buffer, body, little);
    Interface from = described(number);
    long high = Octets.u32(buffer, body + 4, little);
    long low = Octets.u32(buffer, body + 8, little);
    long captured = Octets.u32(buffer, body + 12, little);
    long original = Octets.u32(buffer, body + 16, little);
    require(
        captured <= claimedEnd - body - 20,
        "a packet of " + captured + " bytes in a block with less room");
    packet(from, body + 20, (int) Math.min(captured, end - body - 20), captured, original);
    record.epochNanos = from.clock.nanos(high << 32 | low);
    return true;
  }

  /** Simple Packet: original length 4, bytes up to the snap length of the first interface. */
  private boolean simple(int body, int end, int claimedEnd) throws IOException {
    if (body + 4 > end) {
      require(cut != null, "a simple packet block without its length");
      return false;
    }
    Interface from = described(0);
    long original = Octets.u32(window.buffer(), body, little);
    long captured = Math.min(original, claimedEnd - body - 4);
    if (from.snapLength > 0) {
      captured = Math.min(captured, from.snapLength);
    }
    packet(from, body + 4, (int) Math.min(captured, end - body - 4), captured, original);
    return true;
  }

  private void packet(Interface from, int offset, int have, long captured, long original) {
    record.kind = CaptureRecord.Kind.PACKET;
    record.linkType = from.linkType;
    record.fractionDigits = from.clock.fractionDigits();
    record.offset = offset;
    record.length = have;
    record.originalLength = (int) Math.max(captured, Math.min(original, PcapReader.MAX_PACKET));
  }

  /** Decryption Secrets: type 4, length 4, bytes, options. */
  private boolean secrets(int body, int end) throws IOException {
    require(body + 8 <= end, "a secrets block without its 8 bytes");
    byte[] buffer = window.buffer();
    long length = Octets.u32(buffer, body + 4, little);
    require(length <= end - body - 8, "secrets of " + length + " bytes in a block with less room");
    record.kind = CaptureRecord.Kind.SECRETS;
    record.secretsType = Octets.i32(buffer, body, little);
    record.offset = body + 8;
    record.length = (int) length;
    record.originalLength = record.length;
    return true;
  }

  private Interface described(long number) throws CaptureFault {
    if (number >= interfaces.size()) {
      throw malformed("a packet of interface " + number + ", which was not described before");
    }
    return interfaces.get((int) number);
  }

  private void require(boolean holds, String reason) throws CaptureFault {
    if (!holds) {
      throw malformed(reason);
    }
  }

  private CaptureFault malformed(String reason) {
    return window.fault(CaptureFault.Kind.MALFORMED, window.offset(), reason);
  }

  private CaptureFault cut(String reason) {
    return window.fault(CaptureFault.Kind.CUT, window.offset(), reason);
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
