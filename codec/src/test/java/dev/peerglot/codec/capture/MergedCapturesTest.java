// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedCapturesTest {
  private static byte[] pcap(int... seconds) {
    List<Packets.Packet> packets = new ArrayList<>();
    for (int second : seconds) {
      packets.add(Packets.Packet.raw(second * 1_000_000_000L, new byte[second]));
    }
    return Packets.pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, 1000, packets);
  }

  /** Counts how many captures are open at once. */
  private static final class Files {
    private final List<MergedCaptures.Opener> openers = new ArrayList<>();
    private int open;
    private int most;

    private Files add(byte[] bytes) {
      openers.add(
          () -> {
            open++;
            most = Math.max(most, open);
            PacketSource source = Capture.open(new ByteArrayInputStream(bytes), "f");
            return new PacketSource() {
              @Override
              public CaptureRecord next() throws IOException {
                return source.next();
              }

              @Override
              public void close() throws IOException {
                open--;
                source.close();
              }
            };
          });
      return this;
    }
  }

  private static List<Integer> lengths(PacketSource source) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    for (CaptureRecord r = source.next(); r != null; r = source.next()) {
      boolean secrets = r.kind() == CaptureRecord.Kind.SECRETS;
      lengths.add(secrets ? -r.length() : r.length());
    }
    return lengths;
  }

  @Test
  void packetsComeInTheOrderOfTheirTimes() throws IOException {
    Files files = new Files().add(pcap(3, 4, 9)).add(pcap(1, 5, 6)).add(pcap(2, 7, 8));
    try (MergedCaptures merged = MergedCaptures.ofOpeners(files.openers)) {
      assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), lengths(merged));
      assertNull(merged.next());
    }
    assertEquals(0, files.open);
  }

  @Test
  void partsOfARotatedCaptureAreOpenOneAtATime() throws IOException {
    Files files = new Files().add(pcap(7, 8, 9)).add(pcap(1, 2, 3)).add(pcap()).add(pcap(4, 5, 6));
    try (MergedCaptures merged = MergedCaptures.ofOpeners(files.openers)) {
      assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), lengths(merged));
    }
    assertEquals(0, files.open);
    assertEquals(1, files.most);
  }

  @Test
  void secretsComeFirst() throws IOException {
    byte[] secrets =
        new PcapngBuilder()
            .section(ByteOrder.BIG_ENDIAN)
            .secrets(1, new byte[3])
            .secrets(1, new byte[4])
            .bytes();
    byte[] later =
        new PcapngBuilder()
            .section(ByteOrder.BIG_ENDIAN)
            .description(101, 0)
            .enhanced(0, 2_000_000, new byte[2], 2)
            .secrets(1, new byte[5])
            .enhanced(0, 9_000_000, new byte[9], 9)
            .bytes();
    Files files = new Files().add(pcap(1, 3)).add(secrets).add(later);
    try (MergedCaptures merged = MergedCaptures.ofOpeners(files.openers)) {
      assertEquals(List.of(-3, -4, 1, 2, -5, 3, 9), lengths(merged));
    }
  }

  @Test
  void brokenCapturesDoNotStopTheOthers() {
    byte[] whole = pcap(1, 5, 6);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 2);
    Files files = new Files().add(cut).add(pcap(2, 7)).add(new byte[9]);
    List<Integer> lengths = new ArrayList<>();
    try (MergedCaptures merged = MergedCaptures.ofOpeners(files.openers)) {
      CaptureFault fault =
          assertThrows(
              CaptureFault.class,
              () -> {
                for (CaptureRecord r = merged.next(); r != null; r = merged.next()) {
                  lengths.add(r.length());
                }
              });
      assertEquals(CaptureFault.Kind.NOT_A_CAPTURE, fault.kind());
      assertEquals(1, fault.getSuppressed().length);
      assertTrue(fault.getSuppressed()[0] instanceof CaptureFault);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertEquals(List.of(1, 2, 5, 4, 7), lengths);
  }
}
