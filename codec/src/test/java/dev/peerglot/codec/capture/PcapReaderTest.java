// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PcapReaderTest {
  private static final int[] MAGICS = {0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34};
  private static final List<ByteOrder> ORDERS =
      List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

  private static List<Packets.Packet> packets() {
    Random random = new Random(5);
    List<Packets.Packet> packets = new ArrayList<>();
    for (int length : new int[] {0, 1, 60, 1514, 300_000, 7}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      long nanos = 1_700_000_000_123_456_000L + length;
      packets.add(new Packets.Packet(1, nanos / 1000 * 1000, bytes, length));
    }
    // 2106: seconds are unsigned.
    packets.add(new Packets.Packet(1, 4_294_967_295_999_999_000L, new byte[9], 20));
    return packets;
  }

  @Test
  void everyByteOrderAndUnit() throws IOException {
    for (ByteOrder order : ORDERS) {
      for (int magic : MAGICS) {
        byte[] file = Packets.pcap(order, magic, 1 << 18, packets());
        PacketSource source = Capture.open(new ByteArrayInputStream(file), "test");
        for (Packets.Packet each : packets()) {
          Packets.Packet expected = each.snapped(1 << 18);
          CaptureRecord found = source.next();
          assertArrayEquals(expected.bytes(), bytes(found));
          assertEquals(expected.originalLength(), found.originalLength());
          assertEquals(expected.nanos(), found.epochNanos());
          assertEquals(magic == 0xa1b23c4d ? 9 : 6, found.fractionDigits());
          assertEquals(1, found.linkType());
        }
        assertNull(source.next());
      }
    }
  }

  @Test
  void cutAnywhereGivesWhatIsThereAndThenTheFault() throws IOException {
    List<Packets.Packet> packets = packets().subList(0, 4);
    byte[] file = Packets.pcap(ByteOrder.LITTLE_ENDIAN, MAGICS[0], 1 << 18, packets);
    long[] starts = {24, 40, 57, 133, 1663};
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      long given = 0;
      CaptureFault fault = null;
      try (PacketSource source = Capture.open(new ByteArrayInputStream(cut), "test")) {
        for (CaptureRecord r = source.next(); r != null; r = source.next()) {
          given += r.length();
        }
      } catch (CaptureFault e) {
        fault = e;
      }
      final int at = length;
      if (Arrays.stream(starts).anyMatch(start -> start == at)) {
        assertNull(fault, "at " + length);
        continue;
      }
      CaptureFault.Kind kind = length < 4 ? CaptureFault.Kind.NOT_A_CAPTURE : CaptureFault.Kind.CUT;
      assertEquals(kind, fault.kind());
      long start = Arrays.stream(starts).filter(s -> s <= at).max().orElse(0);
      assertEquals(start, fault.offset());
      long headers = Arrays.stream(starts).filter(s -> s + 16 <= at).count() * 16;
      long inHeader = length > 24 && length - start < 16 ? length - start : 0;
      assertEquals(Math.max(0, length - 24 - headers - inHeader), given, "at " + length);
    }
  }

  @Test
  void faultIsRepeatedWhenAskedAgain() throws IOException {
    byte[] file = Packets.pcap(ByteOrder.BIG_ENDIAN, MAGICS[1], 1 << 18, packets());
    byte[] cut = Arrays.copyOf(file, file.length - 3);
    PacketSource source = Capture.open(new ByteArrayInputStream(cut), "some.pcap");
    for (int i = 0; i < packets().size(); i++) {
      source.next();
    }
    assertThrows(CaptureFault.class, source::next);
    CaptureFault again = assertThrows(CaptureFault.class, source::next);
    assertEquals(
        "some.pcap: byte " + (file.length - 25) + ": the file ends within a packet (6 of 9 bytes)",
        again.getMessage());
  }

  @Test
  void absurdLengthsAreRefused() throws IOException {
    byte[] file = Packets.pcap(ByteOrder.BIG_ENDIAN, MAGICS[0], 100, packets().subList(1, 3));
    file[24 + 17 + 8] = 0x7f;
    PacketSource source = Capture.open(new ByteArrayInputStream(file), "test");
    assertEquals(1, source.next().length());
    CaptureFault fault = assertThrows(CaptureFault.class, source::next);
    assertEquals(CaptureFault.Kind.LIMIT, fault.kind());
    assertEquals(24 + 17, fault.offset());
  }

  @Test
  void otherFilesAreNoCaptures() {
    for (String text : List.of("", "a", "hello world", "\u001f\u0000\u0000\u0000\u0000")) {
      InputStream in =
          new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      CaptureFault fault = assertThrows(CaptureFault.class, () -> Capture.open(in, "test"));
      assertEquals(CaptureFault.Kind.NOT_A_CAPTURE, fault.kind());
    }
  }

  @Test
  void firstBytesTellCapturesFromOtherInput() {
    for (String hex :
        List.of(
            "a1b2c3d40002",
            "4d3cb2a10200",
            "0a0d0d0a1c00",
            "1f8b08000000",
            "fd377a585a00",
            "28b52ffd0458",
            "04224d186440",
            "502a4d180400")) {
      byte[] first = Packets.hex(hex);
      assertTrue(Capture.isCapture(first, Capture.PEEK), hex);
      assertTrue(!Capture.isCapture(first, 2), hex);
    }
    for (String hex : List.of("f9beb4d97665", "613162326333", "000000000000")) {
      assertTrue(!Capture.isCapture(Packets.hex(hex), Capture.PEEK), hex);
    }
  }

  @Test
  void slowStreamsAreReadAsTheyCome() throws IOException {
    byte[] file = Packets.pcap(ByteOrder.LITTLE_ENDIAN, MAGICS[0], 1 << 18, packets());
    int[] allowed = {24 + 16};
    InputStream slow =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            throw new AssertionError("single bytes are slow");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int count = Math.min(length, Math.min(3, allowed[0] - at));
            assertTrue(count > 0, "asked for more than the next packet");
            System.arraycopy(file, at, buffer, offset, count);
            at += count;
            return count;
          }
        };
    PacketSource source = Capture.open(slow, "pipe");
    for (Packets.Packet expected : packets().subList(0, 4)) {
      assertArrayEquals(expected.bytes(), bytes(source.next()));
      allowed[0] += 16 + nextLength(expected);
    }
  }

  private static int nextLength(Packets.Packet packet) {
    return switch (packet.bytes().length) {
      case 0 -> 1;
      case 1 -> 60;
      default -> 1514;
    };
  }

  private static byte[] bytes(CaptureRecord record) {
    int end = record.offset() + record.length();
    return Arrays.copyOfRange(record.buffer(), record.offset(), end);
  }
}
