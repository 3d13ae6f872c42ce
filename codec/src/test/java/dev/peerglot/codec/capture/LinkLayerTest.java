// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkLayerTest {
  private static final String MACS = "000000000001 000000000002";
  private static final IpPort A4 = IpPort.of(Packets.address(10, 0, 0, 1), 1000);
  private static final IpPort B4 = IpPort.of(Packets.address(10, 0, 0, 2), 2000);
  private static final IpPort A6 = IpPort.of(Packets.address(1), 1000);
  private static final IpPort B6 = IpPort.of(Packets.address(2), 2000);
  private static final byte[] V4 = Packets.udp(A4, B4, new byte[] {1, 2, 3});
  private static final byte[] V6 = Packets.udp(A6, B6, new byte[] {4, 5});

  /** A link layer: its number and the header before an IPv4 and an IPv6 packet. */
  private record Link(int type, String before4, String before6) {}

  private static final List<Link> LINKS =
      List.of(
          new Link(1, MACS + "0800", MACS + "86dd"),
          new Link(1, MACS + "8100 0005 0800", MACS + "8100 0005 86dd"),
          new Link(1, MACS + "88a8 0005 8100 0006 0800", MACS + "9100 0005 8100 0006 86dd"),
          new Link(1, MACS + "8847 00001140", MACS + "8847 000010ff 000021ff"),
          new Link(1, MACS + "8864 1100 0001 0021 0021", MACS + "8864 1100 0001 0021 0057"),
          new Link(1, MACS + "0026 aaaa03 000000 0800", MACS + "0026 aaaa03 000000 86dd"),
          new Link(
              113, "0000 0001 0006 0102030405060000 0800", "0004 0304 0006 0000000000000000 86dd"),
          new Link(
              113,
              "0000 0001 0006 0102030405060000 8100 0007 0800",
              "0000 0001 0006 0102030405060000 8100 0007 86dd"),
          new Link(
              276,
              "0800 0000 00000002 0001 00 06 0102030405060000",
              "86dd 0000 00000002 0001 00 06 0102030405060000"),
          new Link(0, "02000000", "1e000000"),
          new Link(0, "00000002", "0000001c"),
          new Link(0, "02000000", "18000000"),
          new Link(108, "00000002", "00000018"),
          new Link(0, "02000000", "0a000000"),
          new Link(12, "", ""),
          new Link(14, "", ""),
          new Link(101, "", ""),
          new Link(228, "", ""),
          new Link(229, "", ""),
          new Link(9, "ff03 0021", "ff03 0057"),
          new Link(9, "21", "57"),
          new Link(50, "ff03 0021", "0057"),
          new Link(104, "0f00 0800", "0f00 86dd"));

  private static Packets.Packet frame(int type, String header, byte[] packet, String trailer) {
    byte[] bytes = Packets.join(Packets.hex(header), packet, Packets.hex(trailer));
    return new Packets.Packet(type, 1, bytes, bytes.length);
  }

  @Test
  void packetsAreFoundBehindEveryHeader() {
    for (Link link : LINKS) {
      for (String trailer : List.of("", "0000000000")) {
        RecordingSink sink =
            Packets.read(
                Packets.list(
                    frame(link.type, link.before4, V4, trailer),
                    frame(link.type, link.before6, V6, trailer)),
                CaptureLimits.standard());
        assertEquals(2, sink.datagrams.size(), "" + link);
        assertEquals("10.0.0.1:1000", sink.datagrams.get(0).source());
        assertEquals(3, sink.datagrams.get(0).bytes().length, "" + link);
        assertEquals("[fd00::2]:2000", sink.datagrams.get(1).destination());
        assertEquals(2, sink.datagrams.get(1).bytes().length, "" + link);
      }
    }
  }

  @Test
  void shortFramesReadNothingBehindTheirEnd() {
    for (Link link : LINKS) {
      byte[] whole = frame(link.type, link.before4, V4, "").bytes();
      for (int length = 0; length < whole.length; length++) {
        Packets.Packet cut = new Packets.Packet(link.type, 1, whole, whole.length).snapped(length);
        Traffic traffic = new Traffic(new RecordingSink(), CaptureLimits.standard());
        traffic.accept(new Packets.Source(List.of(cut)).next());
        CaptureCounts counts = traffic.counts();
        long none = counts.headless() + counts.notIp() + counts.otherProtocols();
        assertEquals(0, counts.malformed(), link + " cut to " + length);
        assertEquals(1, none + counts.udp(), link + " cut to " + length);
        assertEquals(length >= whole.length - 3 ? 1 : 0, counts.udp(), link + " at " + length);
      }
    }
  }

  @Test
  void otherTrafficIsCounted() {
    Traffic traffic = new Traffic(new RecordingSink(), CaptureLimits.standard());
    Packets.Source source =
        new Packets.Source(
            List.of(
                frame(1, MACS + "0806 0001", new byte[40], ""),
                frame(1, MACS + "0026 424203", new byte[40], ""),
                frame(147, "", V4, ""),
                frame(101, "", Packets.ip(A4, B4, 1, new byte[8]), ""),
                frame(101, "", new byte[30], ""),
                frame(1, MACS + "8100 0001".repeat(20) + "0800", V4, "")));
    for (CaptureRecord r = source.next(); r != null; r = source.next()) {
      traffic.accept(r);
    }
    assertEquals(3, traffic.counts().notIp());
    assertEquals(1, traffic.counts().unknownLink());
    assertEquals(1, traffic.counts().otherProtocols());
    assertEquals(1, traffic.counts().malformed());
    assertEquals(6, traffic.counts().packets());
  }
}
