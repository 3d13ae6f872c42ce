// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Builds packets and capture files byte by byte, without the code under test. */
final class Packets {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int ACK = 16;
  static final byte[] NONE = new byte[0];

  /** A packet in memory. */
  record Packet(int linkType, long nanos, byte[] bytes, int originalLength) {
    static Packet raw(long nanos, byte[] bytes) {
      return new Packet(101, nanos, bytes, bytes.length);
    }

    Packet snapped(int length) {
      return length >= bytes.length
          ? this
          : new Packet(linkType, nanos, java.util.Arrays.copyOf(bytes, length), originalLength);
    }
  }

  /** Packets as a source, each in a larger buffer so that reading beyond it shows. */
  static final class Source implements PacketSource {
    private final List<Packet> packets;
    private final CaptureRecord record = new CaptureRecord();
    private int next;

    Source(List<Packet> packets) {
      this.packets = packets;
    }

    @Override
    public CaptureRecord next() {
      if (next == packets.size()) {
        return null;
      }
      Packet packet = packets.get(next++);
      byte[] buffer = new byte[packet.bytes.length + 64];
      java.util.Arrays.fill(buffer, (byte) 0xa5);
      System.arraycopy(packet.bytes, 0, buffer, 32, packet.bytes.length);
      record.buffer = buffer;
      record.offset = 32;
      record.length = packet.bytes.length;
      record.originalLength = packet.originalLength;
      record.linkType = packet.linkType;
      record.epochNanos = packet.nanos;
      return record;
    }

    @Override
    public void close() {}
  }

  private Packets() {}

  /** An IPv4 address from four numbers, or the IPv6 address fd00::n from one. */
  static byte[] address(int... numbers) {
    byte[] address = new byte[numbers.length == 4 ? 4 : 16];
    if (numbers.length == 4) {
      for (int i = 0; i < 4; i++) {
        address[i] = (byte) numbers[i];
      }
    } else {
      address[0] = (byte) 0xfd;
      address[15] = (byte) numbers[0];
    }
    return address;
  }

  static byte[] tcp(IpPort from, IpPort to, int seq, int ack, int flags, byte[] payload) {
    ByteBuffer segment = ByteBuffer.allocate(20 + payload.length);
    segment.putShort((short) from.port()).putShort((short) to.port()).putInt(seq).putInt(ack);
    segment.putShort((short) (5 << 12 | flags)).putShort((short) 1000).putInt(0).put(payload);
    return ip(from, to, 6, segment.array());
  }

  static byte[] udp(IpPort from, IpPort to, byte[] payload) {
    ByteBuffer datagram = ByteBuffer.allocate(8 + payload.length);
    datagram.putShort((short) from.port()).putShort((short) to.port());
    datagram.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
    return ip(from, to, 17, datagram.array());
  }

  /** An IP packet; a total length that does not fit its field is written as 0, as offload does. */
  static byte[] ip(IpPort from, IpPort to, int protocol, byte[] payload) {
    return from.isIpv6()
        ? ipv6(from, to, protocol, payload)
        : ipv4(from, to, protocol, 0, 0, NONE, payload);
  }

  static byte[] ipv4(
      IpPort from,
      IpPort to,
      int protocol,
      int id,
      int flagsAndOffset,
      byte[] options,
      byte[] payload) {
    int total = 20 + options.length + payload.length;
    ByteBuffer packet = ByteBuffer.allocate(total);
    packet.put((byte) (0x45 + options.length / 4)).put((byte) 0);
    packet.putShort((short) (total > 65_535 ? 0 : total));
    packet.putShort((short) id).putShort((short) flagsAndOffset);
    packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
    packet.put(from.address()).put(to.address()).put(options).put(payload);
    return packet.array();
  }

  static byte[] ipv6(IpPort from, IpPort to, int next, byte[] payload) {
    ByteBuffer packet = ByteBuffer.allocate(40 + payload.length);
    packet.putInt(0x6000_0000);
    packet.putShort((short) (payload.length > 65_535 ? 0 : payload.length));
    packet.put((byte) next).put((byte) 64).put(from.address()).put(to.address()).put(payload);
    return packet.array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] hex(String digits) {
    return java.util.HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  /**
   * Writes a pcap file; the magic tells the unit of times, and whether 8 more bytes are in headers.
   */
  static byte[] pcap(ByteOrder order, int magic, int snapLength, List<Packet> packets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int linkType = packets.isEmpty() ? 1 : packets.getFirst().linkType;
    ByteBuffer header = ByteBuffer.allocate(24).order(order).putInt(magic);
    header.putShort((short) 2).putShort((short) 4).putLong(0).putInt(snapLength).putInt(linkType);
    out.writeBytes(header.array());
    boolean nanos = magic == 0xa1b23c4d;
    boolean modified = magic == 0xa1b2cd34;
    for (Packet each : packets) {
      Packet packet = each.snapped(snapLength);
      ByteBuffer start = ByteBuffer.allocate(modified ? 24 : 16).order(order);
      start.putInt((int) (packet.nanos / 1_000_000_000));
      start.putInt((int) (packet.nanos % 1_000_000_000 / (nanos ? 1 : 1000)));
      start.putInt(packet.bytes.length).putInt(packet.originalLength);
      out.writeBytes(start.array());
      out.writeBytes(packet.bytes);
    }
    return out.toByteArray();
  }

  /** Reads packets through the whole machinery. */
  static RecordingSink read(List<Packet> packets, CaptureLimits limits) {
    RecordingSink sink = new RecordingSink();
    Traffic traffic = new Traffic(sink, limits);
    Source source = new Source(packets);
    for (CaptureRecord r = source.next(); r != null; r = source.next()) {
      traffic.accept(r);
    }
    traffic.finish();
    sink.requireAllClosed();
    return sink;
  }

  static List<Packet> list(Packet... packets) {
    return new ArrayList<>(List.of(packets));
  }
}
