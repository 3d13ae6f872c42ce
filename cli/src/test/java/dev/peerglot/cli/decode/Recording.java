// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pcap file of Ethernet packets as a list that tests may mistreat; read without our own code. */
final class Recording {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;

  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;
  private static final int ETHERNET = 14;

  /** One packet: Ethernet, IPv4 and TCP. */
  record Packet(long micros, byte[] bytes) {
    private int ip() {
      return ETHERNET;
    }

    private int tcp() {
      return ip() + (bytes[ip()] & 15) * 4;
    }

    private int payloadAt() {
      return tcp() + (bytes[tcp() + 12] >> 4 & 15) * 4;
    }

    private ByteBuffer big() {
      return ByteBuffer.wrap(bytes);
    }

    String source() {
      return address(ip() + 12) + ":" + (big().getShort(tcp()) & 0xffff);
    }

    String destination() {
      return address(ip() + 16) + ":" + (big().getShort(tcp() + 2) & 0xffff);
    }

    private String address(int at) {
      return (bytes[at] & 255)
          + "."
          + (bytes[at + 1] & 255)
          + "."
          + (bytes[at + 2] & 255)
          + "."
          + (bytes[at + 3] & 255);
    }

    /** Who speaks to whom. */
    String direction() {
      return source() + ">" + destination();
    }

    int sequence() {
      return big().getInt(tcp() + 4);
    }

    boolean has(int flag) {
      return (bytes[tcp() + 13] & flag) != 0;
    }

    byte[] payload() {
      return Arrays.copyOfRange(bytes, payloadAt(), bytes.length);
    }

    int length() {
      return bytes.length - payloadAt();
    }

    /** The segment with only some of its payload; a FIN stays with the end of it. */
    Packet part(int from, int to) {
      byte[] part = Arrays.copyOf(bytes, payloadAt() + to - from);
      System.arraycopy(bytes, payloadAt() + from, part, payloadAt(), to - from);
      ByteBuffer buffer = ByteBuffer.wrap(part);
      buffer.putShort(ip() + 2, (short) (part.length - ETHERNET));
      buffer.putInt(tcp() + 4, sequence() + from);
      if (to < length()) {
        part[tcp() + 13] &= ~FIN;
      }
      return new Packet(micros, part);
    }

    Packet at(long other) {
      return new Packet(other, bytes);
    }
  }

  private Recording() {}

  /** A file or folder of the project. */
  static Path root(String name) {
    return Path.of(System.getProperty("peerglot.root", "."), name);
  }

  /** A recording of real nodes that lies beside the project; the test is skipped without it. */
  static Path shared(String name) {
    Path file = root("../shared/captures").resolve(name);
    assumeTrue(Files.isRegularFile(file), "SKIPPED: there is no " + file);
    return file;
  }

  static List<Packet> read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Packet> packets = new ArrayList<>();
    for (int at = FILE_HEADER; at < bytes.length; ) {
      int length = buffer.getInt(at + 8);
      long micros = buffer.getInt(at) * 1_000_000L + buffer.getInt(at + 4);
      int from = at + PACKET_HEADER;
      packets.add(new Packet(micros, Arrays.copyOfRange(bytes, from, from + length)));
      at = from + length;
    }
    return packets;
  }

  static byte[] write(List<Packet> packets) {
    int size = FILE_HEADER;
    for (Packet packet : packets) {
      size += PACKET_HEADER + packet.bytes.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    out.putInt(262_144).putInt(1);
    for (Packet packet : packets) {
      out.putInt((int) (packet.micros / 1_000_000)).putInt((int) (packet.micros % 1_000_000));
      out.putInt(packet.bytes.length).putInt(packet.bytes.length).put(packet.bytes);
    }
    return out.array();
  }
}
