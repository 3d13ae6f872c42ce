// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {
  private static byte[] capture(int packets) {
    Random random = new Random(4);
    List<Packets.Packet> list = new ArrayList<>();
    for (int i = 0; i < packets; i++) {
      byte[] bytes = new byte[100 + random.nextInt(1400)];
      Arrays.fill(bytes, 0, bytes.length / 2, (byte) i);
      for (int k = bytes.length / 2; k < bytes.length; k++) {
        bytes[k] = (byte) random.nextInt();
      }
      list.add(Packets.Packet.raw(i, bytes));
    }
    return Packets.pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, 1 << 18, list);
  }

  private static final byte[] CAPTURE = capture(500);

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdOutputStreamNoFinalizer(out)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] xz(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream xz = new XZOutputStream(out, new LZMA2Options(0))) {
      xz.write(bytes);
    }
    return out.toByteArray();
  }

  /** LZ4 in one frame of stored blocks of 64 KiB. */
  private static byte[] lz4Stored(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Packets.hex("04224d18 6040 00"));
    for (int at = 0; at < bytes.length; at += 65_536) {
      int size = Math.min(65_536, bytes.length - at);
      out.writeBytes(new byte[] {(byte) size, (byte) (size >> 8), (byte) (size >> 16), -128});
      out.write(bytes, at, size);
    }
    out.writeBytes(new byte[4]);
    return out.toByteArray();
  }

  private static List<byte[]> compressed() throws IOException {
    return List.of(gzip(CAPTURE), zstd(CAPTURE), xz(CAPTURE), lz4Stored(CAPTURE));
  }

  private static int count(PacketSource source) throws IOException {
    int count = 0;
    while (source.next() != null) {
      count++;
    }
    return count;
  }

  @Test
  void eachIsToldFromTheContent() throws IOException {
    for (byte[] file : compressed()) {
      assertEquals(500, count(Capture.open(new ByteArrayInputStream(file), "test")));
    }
  }

  @Test
  void membersThatFollowOneAnotherAreOneCapture() throws IOException {
    byte[] head = Arrays.copyOf(CAPTURE, 100_000);
    byte[] tail = Arrays.copyOfRange(CAPTURE, 100_000, CAPTURE.length);
    List<byte[]> files =
        List.of(
            Packets.join(gzip(head), gzip(tail)),
            Packets.join(zstd(head), zstd(tail)),
            Packets.join(xz(head), xz(tail)),
            Packets.join(lz4Stored(head), lz4Stored(tail)));
    for (byte[] file : files) {
      // A pipe that never says how much is there.
      InputStream pipe =
          new ByteArrayInputStream(file) {
            @Override
            public synchronized int available() {
              return 0;
            }
          };
      assertEquals(500, count(Capture.open(pipe, "test")));
    }
  }

  @Test
  void cutDataGivesWhatCameBeforeAndThenTheFault() throws IOException {
    for (byte[] file : compressed()) {
      int before = 0;
      for (int length = file.length / 10; length < file.length - 8; length += file.length / 10) {
        int packets = 0;
        CaptureFault fault = null;
        try (PacketSource source =
            Capture.open(new ByteArrayInputStream(file, 0, length), "test")) {
          while (source.next() != null) {
            packets++;
          }
        } catch (CaptureFault e) {
          fault = e;
        }
        assertNotNull(fault, "at " + length);
        assertTrue(packets >= before && packets <= 500, packets + " after " + before);
        assertTrue(fault.getMessage().startsWith("test (decompressed): byte "), fault.getMessage());
        before = packets;
      }
      // zstd and lz4 lose the block that is cut, of up to 128 KiB; here are 400.
      assertTrue(before > 250, "packets before the cut: " + before);
    }
  }

  @Test
  void damageIsAFaultAndNeverAnythingElse() throws IOException {
    Random random = new Random(6);
    for (byte[] file : compressed()) {
      for (int i = 0; i < 60; i++) {
        byte[] damaged = file.clone();
        for (int k = 0; k < 3; k++) {
          damaged[6 + random.nextInt(file.length - 6)] = (byte) random.nextInt();
        }
        try (PacketSource source = Capture.open(new ByteArrayInputStream(damaged), "test")) {
          count(source);
        } catch (CaptureFault fault) {
          assertTrue(fault.offset() <= CAPTURE.length + (1 << 22), fault.getMessage());
        }
      }
    }
  }

  @Test
  void deviceFailuresStayThemselves() throws IOException {
    byte[] file = gzip(CAPTURE);
    InputStream failing =
        new InputStream() {
          private int at;

          @Override
          public int read() throws IOException {
            if (at == 1000) {
              throw new IOException("the disk is gone");
            }
            return file[at++] & 0xff;
          }
        };
    PacketSource source = Capture.open(failing, "test");
    IOException e = assertThrows(IOException.class, () -> count(source));
    assertEquals("the disk is gone", e.getMessage());
  }

  @Test
  void emptyContentIsNoCapture() throws IOException {
    for (byte[] file : List.of(gzip(new byte[0]), gzip(new byte[] {1, 2, 3, 4, 5}))) {
      CaptureFault fault =
          assertThrows(
              CaptureFault.class, () -> Capture.open(new ByteArrayInputStream(file), "test"));
      assertEquals(CaptureFault.Kind.NOT_A_CAPTURE, fault.kind());
    }
  }

  @Test
  void whatTheProgramsOfThisMachineWrite(@TempDir Path folder) throws Exception {
    // Compressible, and larger than a block, so that blocks refer back.
    Path file = folder.resolve("x.pcap");
    Files.write(file, capture(6000));
    List<String[]> commands =
        List.of(
            new String[] {"gzip", "-k", "x.pcap"},
            new String[] {"xz", "-k", "-1", "x.pcap"},
            new String[] {"zstd", "-q", "x.pcap", "-o", "a"},
            new String[] {"zstd", "-q", "-19", "--long=27", "x.pcap", "-o", "b"},
            new String[] {"lz4", "-q", "x.pcap", "c"},
            new String[] {"lz4", "-q", "-9", "-BD", "-B4", "x.pcap", "d"},
            new String[] {"lz4", "-q", "-BX", "-B5", "--content-size", "x.pcap", "e"},
            new String[] {"lz4", "-q", "-BD", "-BX", "-B7", "--no-frame-crc", "x.pcap", "f"});
    for (String[] command : commands) {
      Tool.run(folder, command);
    }
    for (String name : List.of("x.pcap.gz", "x.pcap.xz", "a", "b", "c", "d", "e", "f")) {
      try (PacketSource source = Capture.open(folder.resolve(name));
          PacketSource plain = Capture.open(file)) {
        for (CaptureRecord p = plain.next(); p != null; p = plain.next()) {
          CaptureRecord r = source.next();
          assertEquals(p.length(), r.length(), name);
          int mismatch =
              Arrays.mismatch(
                  p.buffer(),
                  p.offset(),
                  p.offset() + p.length(),
                  r.buffer(),
                  r.offset(),
                  r.offset() + r.length());
          assertEquals(-1, mismatch, name);
        }
        assertNull(source.next());
      }
    }
  }
}
