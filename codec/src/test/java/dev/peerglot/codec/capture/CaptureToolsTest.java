// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures written by Wireshark's programs, and their view of the same traffic. */
class CaptureToolsTest {
  private static final IpPort A = IpPort.of(Packets.address(10, 0, 0, 1), 40_000);
  private static final IpPort B = IpPort.of(Packets.address(10, 0, 0, 2), 8333);

  /** A capture of two conversations whose contents are known. */
  private static Path written(Path folder) throws IOException {
    Path file = folder.resolve("plain.pcapng");
    byte[] bytes = content();
    try (CaptureWriter writer = CaptureWriter.create(file)) {
      long nanos = 1_700_000_000_000_000_000L;
      WrittenConversation one = writer.conversation(A, B, nanos);
      WrittenConversation two =
          writer.conversation(IpPort.of(Packets.address(10, 0, 0, 3), 1), B, nanos += 1000);
      for (int at = 0; at < bytes.length; at += 1000) {
        one.data(true, bytes, at, 1000, nanos += 1_000_000);
        two.data(false, bytes, at, 1000, nanos += 1_000_000);
      }
      one.finish(true, nanos += 1000);
      one.finish(false, nanos += 1000);
      two.finish(false, nanos += 1000);
      two.finish(true, nanos + 1000);
    }
    return file;
  }

  private static byte[] content() {
    byte[] bytes = new byte[100_000];
    new Random(9).nextBytes(bytes);
    return bytes;
  }

  private static RecordingSink read(PacketSource source) throws IOException {
    RecordingSink sink = new RecordingSink();
    new Traffic(sink, CaptureLimits.standard()).drain(source);
    sink.requireAllClosed();
    return sink;
  }

  private static void assertWhole(RecordingSink sink) {
    assertEquals(2, sink.conversations.size());
    for (RecordingSink.Conversation c : sink.conversations.values()) {
      RecordingSink.Side side = c.dialer.startsWith("10.0.0.1") ? c.fromDialer : c.fromListener;
      assertArrayEquals(content(), side.bytes());
      assertEquals(0, side.missing());
    }
  }

  @Test
  void everyFormatOfEditcap(@TempDir Path folder) throws Exception {
    String file = written(folder).toString();
    for (String format : List.of("pcap", "nsecpcap", "modpcap", "pcapng")) {
      Path out = folder.resolve("as." + format);
      Tool.run(folder, "editcap", "-F", format, file, out.toString());
      assertWhole(read(Capture.open(out)));
    }
    Path commented = folder.resolve("commented.pcapng");
    Tool.run(
        folder,
        "editcap",
        "--capture-comment",
        "of the file",
        "-a",
        "3:of a packet",
        file,
        commented.toString());
    assertWhole(read(Capture.open(commented)));
  }

  @Test
  void snapLengthOfEditcap(@TempDir Path folder) throws Exception {
    String file = written(folder).toString();
    Path out = folder.resolve("snapped.pcap");
    Tool.run(folder, "editcap", "-F", "pcap", "-s", "140", file, out.toString());
    RecordingSink sink = read(Capture.open(out));
    RecordingSink.Side side = sink.conversation(0).fromDialer;
    assertEquals(100_000, side.position);
    assertEquals(100 * 100, side.bytes().length);
    assertEquals(100, side.gaps.size());
  }

  @Test
  void duplicatesAndDisorderOfEditcap(@TempDir Path folder) throws Exception {
    String file = written(folder).toString();
    // The same packets 40 microseconds later, merged: everything is there twice.
    Path later = folder.resolve("later.pcapng");
    Path twice = folder.resolve("twice.pcapng");
    Tool.run(folder, "editcap", "-t", "0.000040", file, later.toString());
    Tool.run(folder, "mergecap", "-w", twice.toString(), file, later.toString());
    RecordingSink sink = read(Capture.open(twice));
    assertWhole(sink);
    assertEquals(100_000, sink.conversation(0).stream.direction(true).retransmitted());
    // One file behind the other, without a look at times.
    Path appended = folder.resolve("appended.pcapng");
    Tool.run(folder, "mergecap", "-a", "-w", appended.toString(), file, later.toString());
    assertWhole(read(Capture.open(appended)));
    // Reordered by times, which restores the order.
    Path shuffled = folder.resolve("shuffled.pcapng");
    Tool.run(folder, "editcap", "-r", file, shuffled.toString(), "1-20");
    Path rest = folder.resolve("rest.pcapng");
    Tool.run(folder, "editcap", file, rest.toString(), "1-20");
    Path wrong = folder.resolve("wrong.pcapng");
    Tool.run(
        folder, "mergecap", "-a", "-w", wrong.toString(), rest.toString(), shuffled.toString());
    Path right = folder.resolve("right.pcapng");
    Tool.run(folder, "reordercap", wrong.toString(), right.toString());
    assertWhole(read(Capture.open(right)));
    assertWhole(read(MergedCaptures.of(List.of(rest, shuffled))));
  }

  @Test
  void splitFilesOfEditcap(@TempDir Path folder) throws Exception {
    String file = written(folder).toString();
    Tool.run(folder, "editcap", "-c", "50", file, folder.resolve("part.pcapng").toString());
    List<Path> parts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "part*")) {
      files.forEach(parts::add);
    }
    assertTrue(parts.size() > 3, "parts: " + parts.size());
    assertWhole(read(MergedCaptures.of(parts)));
  }

  @Test
  void packetsOfText2pcap(@TempDir Path folder) throws Exception {
    Path text = folder.resolve("hex.txt");
    Files.writeString(text, "0000 68 65 6c 6c 6f\n\n0000 77 6f 72 6c 64\n");
    for (String format : List.of("pcap", "pcapng")) {
      Path out = folder.resolve("out." + format);
      Tool.run(
          folder,
          "text2pcap",
          "-q",
          "-F",
          format,
          "-T",
          "2000,1000",
          text.toString(),
          out.toString());
      assertEquals("helloworld", text(read(Capture.open(out)).only().fromDialer));
      Tool.run(
          folder,
          "text2pcap",
          "-q",
          "-F",
          format,
          "-6",
          "fd00::1,fd00::2",
          "-u",
          "1000,2000",
          text.toString(),
          out.toString());
      assertEquals(2, read(Capture.open(out)).datagrams.size());
    }
  }

  private static String text(RecordingSink.Side side) {
    return new String(side.bytes(), java.nio.charset.StandardCharsets.US_ASCII);
  }

  @Test
  void secretsThatEditcapInjects(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys.txt");
    Files.writeString(keys, "CLIENT_RANDOM 00 11\n");
    Path out = folder.resolve("with-secrets.pcapng");
    Tool.run(
        folder,
        "editcap",
        "--inject-secrets",
        "tls," + keys,
        written(folder).toString(),
        out.toString());
    RecordingSink sink = read(Capture.open(out));
    assertWhole(sink);
    assertEquals(0x544c534b, sink.secrets.getFirst().type());
    assertArrayEquals(Files.readAllBytes(keys), sink.secrets.getFirst().bytes());
  }

  @Test
  void cutFileOfOurs(@TempDir Path folder) throws Exception {
    Path file = written(folder);
    byte[] bytes = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.pcapng");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    RecordingSink sink = new RecordingSink();
    Traffic traffic = new Traffic(sink, CaptureLimits.standard());
    assertThrows(CaptureFault.class, () -> traffic.drain(Capture.open(cut)));
    sink.requireAllClosed();
    int length = sink.conversation(0).fromDialer.bytes().length;
    assertTrue(length > 45_000 && length < 55_000, "bytes before the cut: " + length);
  }

  /** Compares the payload of every direction of every shared recording with tshark's numbers. */
  @Test
  void tsharkSeesTheSameStreams(@TempDir Path folder) throws Exception {
    for (Path file : SharedCaptures.all()) {
      String lines =
          Tool.run(
              folder,
              "tshark",
              "-r",
              file.toAbsolutePath().toString(),
              "-o",
              "tcp.relative_sequence_numbers:FALSE",
              "-o",
              "tcp.desegment_tcp_streams:FALSE",
              "-Y",
              "tcp.len > 0 && !icmp",
              "-T",
              "fields",
              "-E",
              "separator=,",
              "-e",
              "tcp.stream",
              "-e",
              "tcp.srcport",
              "-e",
              "tcp.seq",
              "-e",
              "tcp.len");
      Map<String, java.util.BitSet> expected = new TreeMap<>();
      Map<String, Long> bases = new TreeMap<>();
      for (String line : lines.split("\n")) {
        String[] field = line.split(",");
        String key = field[0] + ":" + field[1];
        long base = bases.computeIfAbsent(key, k -> Long.parseLong(field[2]) - 1_000_000);
        int from = (int) (Long.parseLong(field[2]) - base & 0xffff_ffffL);
        expected
            .computeIfAbsent(key, k -> new java.util.BitSet())
            .set(from, from + Integer.parseInt(field[3]));
      }
      RecordingSink sink = read(Capture.open(file));
      Map<String, Integer> found = new TreeMap<>();
      for (RecordingSink.Conversation c : sink.conversations.values()) {
        for (boolean dialer : new boolean[] {true, false}) {
          String address = dialer ? c.dialer : c.listener;
          String port = address.substring(address.lastIndexOf(':') + 1);
          int length = c.side(dialer).bytes().length;
          if (length > 0) {
            found.put(c.stream.number() + ":" + port, length);
          }
        }
      }
      Map<String, Integer> counted = new TreeMap<>();
      expected.forEach((key, bits) -> counted.put(key, bits.cardinality()));
      assertEquals(counted, found, file.toString());
    }
  }
}
