// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IpPacketTest {
  private static final IpPort A4 = IpPort.of(Packets.address(10, 0, 0, 1), 1000);
  private static final IpPort B4 = IpPort.of(Packets.address(10, 0, 0, 2), 2000);
  private static final IpPort A6 = IpPort.of(Packets.address(1), 1000);
  private static final IpPort B6 = IpPort.of(Packets.address(2), 2000);

  private static RecordingSink read(List<Packets.Packet> packets) {
    return Packets.read(packets, CaptureLimits.standard());
  }

  private static byte[] udpPart(byte[] packet) {
    return Arrays.copyOfRange(packet, packet[0] >> 4 == 4 ? 20 : 40, packet.length);
  }

  @Test
  void optionsAndExtensionHeadersArePassedOver() {
    byte[] datagram = udpPart(Packets.udp(A4, B4, new byte[] {1, 2, 3}));
    byte[] options = Packets.ipv4(A4, B4, 17, 0, 0, new byte[40], datagram);
    // Hop-by-hop, destination options of 16 bytes, routing, authentication, atomic fragment.
    byte[] chain =
        Packets.hex(
            "3c00 000000000000"
                + "2b01 000000000000 0000000000000000"
                + "3300 000000000000"
                + "2c04 0000 00000000 00000000 000000000000000000000000"
                + "1100 0000 00000007");
    byte[] extended = Packets.ipv6(A6, B6, 0, Packets.join(chain, datagram));
    byte[] authenticated =
        Packets.ipv4(
            A4,
            B4,
            51,
            0,
            0,
            Packets.NONE,
            Packets.join(Packets.hex("1101 0000 00000000 00000000"), datagram));
    RecordingSink sink =
        read(
            Packets.list(
                Packets.Packet.raw(1, options),
                Packets.Packet.raw(2, extended),
                Packets.Packet.raw(3, authenticated)));
    assertEquals(3, sink.datagrams.size());
    for (RecordingSink.Datagram each : sink.datagrams) {
      assertArrayEquals(new byte[] {1, 2, 3}, each.bytes());
    }
  }

  @Test
  void endlessExtensionHeadersEnd() {
    byte[] chain = Packets.hex("0000000000000000".repeat(100));
    Traffic traffic = new Traffic(new RecordingSink(), CaptureLimits.standard());
    byte[] packet = Packets.ipv6(A6, B6, 0, chain);
    traffic.accept(new Packets.Source(List.of(Packets.Packet.raw(1, packet))).next());
    assertEquals(1, traffic.counts().otherProtocols());
  }

  @Test
  void lengthsThatLieAreNotBelieved() {
    byte[] packet = Packets.udp(A4, B4, new byte[] {1, 2, 3});
    packet[2] = 99;
    packet[24] = 99;
    RecordingSink sink = read(Packets.list(Packets.Packet.raw(1, packet)));
    assertEquals(3, sink.datagrams.getFirst().bytes().length);
    assertEquals(0, sink.datagrams.getFirst().missing());
  }

  @Test
  void snapLengthLeavesAKnownRest() {
    byte[] packet = Packets.udp(A4, B4, new byte[100]);
    RecordingSink sink = read(Packets.list(Packets.Packet.raw(1, packet).snapped(68)));
    assertEquals(40, sink.datagrams.getFirst().bytes().length);
    assertEquals(60, sink.datagrams.getFirst().missing());
  }

  private static List<byte[]> fragments(byte[] packet, int size, Random random) {
    List<byte[]> fragments = new ArrayList<>();
    boolean v4 = packet[0] >> 4 == 4;
    byte[] payload = udpPart(packet);
    for (int at = 0; at < payload.length; at += size) {
      // Some fragments overlap the one after them.
      int end = Math.min(payload.length, at + size + 8 * random.nextInt(2));
      byte[] part = Arrays.copyOfRange(payload, at, end);
      boolean more = end < payload.length;
      if (v4) {
        int flags = at / 8 | (more ? 0x2000 : 0);
        fragments.add(Packets.ipv4(A4, B4, packet[9], 7, flags, Packets.NONE, part));
      } else {
        ByteBuffer header = ByteBuffer.allocate(8).put(packet[6]).put((byte) 0);
        header.putShort((short) (at | (more ? 1 : 0))).putInt(7);
        fragments.add(Packets.ipv6(A6, B6, 44, Packets.join(header.array(), part)));
      }
    }
    return fragments;
  }

  private static List<Packets.Packet> packets(List<byte[]> bytes) {
    List<Packets.Packet> packets = new ArrayList<>();
    for (byte[] each : bytes) {
      packets.add(Packets.Packet.raw(1000 + packets.size(), each));
    }
    return packets;
  }

  @Test
  void fragmentsInAnyOrderMakeTheDatagram() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] payload = new byte[1 + random.nextInt(60_000)];
      random.nextBytes(payload);
      boolean v4 = random.nextBoolean();
      byte[] packet = v4 ? Packets.udp(A4, B4, payload) : Packets.udp(A6, B6, payload);
      List<byte[]> fragments = fragments(packet, 8 * (1 + random.nextInt(200)), random);
      Collections.shuffle(fragments, random);
      RecordingSink sink = read(packets(fragments));
      assertEquals(1, sink.datagrams.size());
      assertArrayEquals(payload, sink.datagrams.getFirst().bytes());
    }
  }

  @Test
  void firstFragmentsWin() {
    byte[] packet = Packets.udp(A4, B4, new byte[24]);
    byte[] payload = udpPart(packet);
    byte[] head = Arrays.copyOf(payload, 24);
    byte[] tail = new byte[16];
    Arrays.fill(tail, (byte) 9);
    RecordingSink sink =
        read(
            packets(
                List.of(
                    Packets.ipv4(A4, B4, 17, 1, 0x2000, Packets.NONE, head),
                    Packets.ipv4(A4, B4, 17, 1, 2, Packets.NONE, tail))));
    byte[] expected = new byte[24];
    Arrays.fill(expected, 16, 24, (byte) 9);
    assertArrayEquals(expected, sink.datagrams.getFirst().bytes());
  }

  @Test
  void fragmentInTheMiddleKeepsItsBytes() {
    byte[] middle = new byte[8];
    Arrays.fill(middle, (byte) 7);
    byte[] all = new byte[32];
    all[5] = 32;
    RecordingSink sink =
        read(
            packets(
                List.of(
                    Packets.ipv4(A4, B4, 17, 1, 0x2002, Packets.NONE, middle),
                    Packets.ipv4(A4, B4, 17, 1, 0x2000, Packets.NONE, all),
                    Packets.ipv4(A4, B4, 17, 1, 4, Packets.NONE, Packets.NONE))));
    byte[] expected = new byte[24];
    Arrays.fill(expected, 8, 16, (byte) 7);
    assertArrayEquals(expected, sink.datagrams.getFirst().bytes());
  }

  @Test
  void lostFragmentsLeaveWhatIsThere() {
    byte[] content = new byte[3000];
    new Random(2).nextBytes(content);
    byte[] segment = Packets.tcp(A4, B4, 100, 1, Packets.ACK, content);
    List<byte[]> fragments =
        fragments(
            segment,
            1000,
            new Random(0) {
              private static final long serialVersionUID = 1L;

              @Override
              public int nextInt(int bound) {
                return 0;
              }
            });
    fragments.remove(1);
    byte[] syn = Packets.tcp(A4, B4, 99, 0, Packets.SYN, Packets.NONE);
    fragments.addFirst(syn);
    RecordingSink.Side side = read(packets(fragments)).only().fromDialer;
    assertEquals(List.of(new RecordingSink.Gap(980, 1000)), side.gaps);
    assertEquals(3000, side.position);
    byte[] expected =
        Packets.join(Arrays.copyOf(content, 980), Arrays.copyOfRange(content, 1980, 3000));
    assertArrayEquals(expected, side.bytes());
  }

  @Test
  void hostileFragmentsStayBounded() {
    Random random = new Random(3);
    RecordingSink sink = new RecordingSink();
    Traffic traffic = new Traffic(sink, CaptureLimits.standard());
    for (int i = 0; i < 20_000; i++) {
      byte[] part = new byte[8 * random.nextInt(5) + random.nextInt(2)];
      int flags = random.nextInt(0x2000) | random.nextInt(2) << 13;
      byte[] packet = Packets.ipv4(A4, B4, 17, random.nextInt(2000), flags, Packets.NONE, part);
      traffic.accept(new Packets.Source(List.of(Packets.Packet.raw(i * 1000L, packet))).next());
    }
    traffic.finish();
    assertTrue(traffic.counts().incompleteDatagrams() > 1000);
  }
}
