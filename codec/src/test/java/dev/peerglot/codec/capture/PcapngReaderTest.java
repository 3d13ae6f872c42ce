// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngReaderTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;

  /** Reads all records in short form; a fault ends the list. */
  private static List<String> read(byte[] file) throws IOException {
    List<String> records = new ArrayList<>();
    try (PacketSource source = Capture.open(new ByteArrayInputStream(file), "test")) {
      for (CaptureRecord r = source.next(); r != null; r = source.next()) {
        int end = r.offset() + r.length();
        String bytes = HexFormat.of().formatHex(r.buffer(), r.offset(), end);
        records.add(
            r.kind() == CaptureRecord.Kind.SECRETS
                ? "secrets " + Integer.toHexString(r.secretsType()) + " " + bytes
                : r.linkType()
                    + " "
                    + r.epochNanos()
                    + "/"
                    + r.fractionDigits()
                    + " "
                    + bytes
                    + " of "
                    + r.originalLength());
      }
    } catch (CaptureFault fault) {
      records.add(fault.kind() + " at " + fault.offset());
    }
    return records;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] rich(ByteOrder order) {
    return new PcapngBuilder()
        .section(order)
        .description(1, 0)
        .description(101, 9, 0)
        .unknown(5, 20)
        .enhanced(0, 1_700_000_000_123_456L, hex("0102030405"), 5)
        .enhanced(1, 1_700_000_000_123_456_789L, hex("06"), 99)
        .unknown(0x0bad, 4000)
        .secrets(0x50474c4b, hex("aabbcc"))
        .obsolete(1, 1_700_000_000_000_000_001L, hex("0708"), 2)
        .simple(hex("090a0b0c"), 4)
        .bytes();
  }

  private static final List<String> RICH =
      List.of(
          "1 1700000000123456000/6 0102030405 of 5",
          "101 1700000000123456789/9 06 of 99",
          "secrets 50474c4b aabbcc",
          "101 1700000000000000001/9 0708 of 2",
          "1 1700000000000000001/6 090a0b0c of 4");

  @Test
  void blocksOfAllKindsInBothByteOrders() throws IOException {
    assertEquals(RICH, read(rich(LITTLE)));
    assertEquals(RICH, read(rich(BIG)));
  }

  @Test
  void sectionsStartAnew() throws IOException {
    byte[] file = Packets.join(rich(LITTLE), rich(BIG), rich(LITTLE));
    List<String> three = new ArrayList<>(RICH);
    three.addAll(RICH);
    three.addAll(RICH);
    assertEquals(three, read(file));
    // Interfaces of an earlier section do not count.
    byte[] bare = new PcapngBuilder().section(BIG).enhanced(0, 1, hex("01"), 1).bytes();
    List<String> records = read(Packets.join(rich(LITTLE), bare));
    assertEquals("MALFORMED at " + (rich(LITTLE).length + 28), records.getLast());
    assertEquals(RICH, records.subList(0, RICH.size()));
  }

  @Test
  void simplePacketsEndAtTheSnapLength() throws IOException {
    byte[] file =
        new PcapngBuilder().section(BIG).description(101, 3).simple(hex("010203"), 50).bytes();
    assertEquals(List.of("101 0/6 010203 of 50"), read(file));
  }

  @Test
  void clocksOfAllKinds() throws IOException {
    record Clock(int resolution, long offset, long units, String nanosAndDigits) {}
    for (Clock clock :
        List.of(
            new Clock(6, 0, 1_000_001, "1000001000/6"),
            new Clock(3, 0, 1_001, "1001000000/3"),
            new Clock(0, 5, 7, "12000000000/0"),
            new Clock(9, -1, 1_000_000_005, "5/9"),
            new Clock(12, 0, 1_000_000_001_999L, "1000000001/9"),
            new Clock(0x80 | 10, 0, 1024 + 512, "1500000000/4"),
            new Clock(0x80 | 32, 0, 3L << 31, "1500000000/9"),
            new Clock(9, 1L << 60, 0, Long.MAX_VALUE + "/9"),
            new Clock(6, 0, -1, Long.MAX_VALUE + "/6"))) {
      byte[] file =
          new PcapngBuilder()
              .section(LITTLE)
              .description(1, clock.resolution, clock.offset)
              .enhanced(0, clock.units, hex("01"), 1)
              .bytes();
      assertEquals(List.of("1 " + clock.nanosAndDigits + " 01 of 1"), read(file), "" + clock);
    }
  }

  @Test
  void cutAnywhereGivesWhatIsThereAndThenTheFault() throws IOException {
    byte[] file = rich(LITTLE);
    for (int length = 4; length < file.length; length++) {
      List<String> records = read(Arrays.copyOf(file, length));
      if (records.isEmpty()) {
        // Cut between the first blocks, which are no packets.
        assertTrue(
            length == 28 || length == 48 || length == 108 || length == 140, "nothing at " + length);
        continue;
      }
      String last = records.getLast();
      boolean whole = !last.startsWith("CUT");
      if (!whole) {
        records.removeLast();
        long at = Long.parseLong(last.substring(7));
        assertTrue(at <= length, last);
        // The start of a block: the four bytes before it repeat the length of another.
        assertTrue(at == 0 || at >= 28, last);
      }
      for (int i = 0; i < records.size(); i++) {
        String expected = RICH.get(i);
        String found = records.get(i);
        boolean partial = i == records.size() - 1 && !whole;
        if (!partial) {
          assertEquals(expected, found);
        } else if (!expected.equals(found)) {
          int bytes = found.indexOf(" of ");
          assertTrue(expected.startsWith(found.substring(0, bytes)), found);
          assertTrue(expected.endsWith(found.substring(bytes)), found);
        }
      }
    }
  }

  @Test
  void brokenBlocksAreFaultsWithTheirPlace() throws IOException {
    byte[] file = rich(LITTLE);
    int third = 28 + 20 + 60;
    byte[] broken = file.clone();
    broken[third + 4] = 13;
    assertEquals(List.of("MALFORMED at " + third), read(broken));
    broken = file.clone();
    broken[28 + 16] ^= 1;
    assertEquals(List.of("MALFORMED at 28"), read(broken));
    broken = file.clone();
    broken[28 + 7] = 2;
    assertEquals(List.of("LIMIT at 28"), read(broken));
    broken = file.clone();
    broken[8] = 0;
    assertEquals(List.of("MALFORMED at 0"), read(broken));
    byte[] tooLong =
        new PcapngBuilder().section(LITTLE).description(1, 0).enhanced(0, 1, hex("01"), 1).bytes();
    tooLong[28 + 20 + 20] = 50;
    assertEquals(List.of("MALFORMED at 48"), read(tooLong));
    CaptureFault fault =
        assertThrows(
            CaptureFault.class, () -> Capture.open(new ByteArrayInputStream(hex("01020304")), "x"));
    assertEquals("this is neither a pcap nor a pcapng capture", fault.reason());
  }

  @Test
  void hugeUnknownBlocksArePassedOver() throws IOException {
    byte[] file =
        new PcapngBuilder()
            .section(LITTLE)
            .unknown(0x4000_0001, 40_000_000)
            .description(1, 0)
            .enhanced(0, 1, hex("01"), 1)
            .bytes();
    assertEquals(List.of("1 1000/6 01 of 1"), read(file));
  }
}
