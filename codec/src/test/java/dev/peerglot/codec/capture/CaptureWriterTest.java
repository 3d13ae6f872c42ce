// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {
  private static final long START = 1_700_000_000_123_456_789L;
  private static final IpPort A4 = IpPort.of(Packets.address(192, 0, 2, 1), 50_000);
  private static final IpPort B4 = IpPort.of(Packets.address(192, 0, 2, 2), 8333);
  private static final IpPort A6 = IpPort.of(Packets.address(1), 50_000);
  private static final IpPort B6 = IpPort.of(Packets.address(2), 30_303);

  private static byte[] random(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Two conversations, a datagram each way, secrets before and between. */
  private static void write(CaptureWriter writer) throws IOException {
    writer.secrets(CaptureWriter.KEY_LOG_SECRETS, "LABEL 01 02\n".getBytes(StandardCharsets.UTF_8));
    WrittenConversation four = writer.conversation(A4, B4, START);
    four.data(true, random(200_001, 1), 0, 200_001, START + 1);
    four.data(false, random(10, 2), 2, 7, START + 2);
    writer.secrets(CaptureWriter.KEY_LOG_SECRETS, new byte[] {1, 2, 3});
    WrittenConversation six = writer.conversation(A6, B6, START + 3);
    six.data(true, random(1, 3), 0, 1, START + 4);
    writer.datagram(A4, B4, random(5, 4), 0, 5, START + 5);
    writer.datagram(A6, B6, random(65_000, 5), 0, 65_000, START + 6);
    four.finish(true, START + 7);
    four.data(false, random(3_000_000, 6), 0, 3_000_000, START + 8);
    four.finish(false, START + 9);
    six.reset(false, START + 10);
  }

  private static RecordingSink read(byte[] file) throws IOException {
    RecordingSink sink = new RecordingSink();
    new Traffic(sink, CaptureLimits.standard())
        .drain(Capture.open(new ByteArrayInputStream(file), "test"));
    sink.requireAllClosed();
    return sink;
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = new CaptureWriter(out)) {
      write(writer);
    }
    RecordingSink sink = read(out.toByteArray());
    RecordingSink.Conversation four = sink.conversation(0);
    assertEquals("192.0.2.1:50000", four.dialer);
    assertArrayEquals(random(200_001, 1), four.fromDialer.bytes());
    byte[] answer = Packets.join(Arrays.copyOfRange(random(10, 2), 2, 9), random(3_000_000, 6));
    assertArrayEquals(answer, four.fromListener.bytes());
    assertEquals(Ending.FINISHED, four.fromDialer.ending);
    assertEquals(Ending.FINISHED, four.fromListener.ending);
    assertEquals(START, four.stream.firstNanos());
    RecordingSink.Conversation six = sink.conversation(1);
    assertEquals("[fd00::2]:30303", six.listener);
    assertArrayEquals(random(1, 3), six.fromDialer.bytes());
    assertTrue(six.stream.reset);
    assertEquals(2, sink.conversations.size());
    assertEquals(2, sink.datagrams.size());
    assertArrayEquals(random(65_000, 5), sink.datagrams.get(1).bytes());
    assertEquals(START + 6, sink.datagrams.get(1).epochNanos());
    assertEquals(2, sink.secrets.size());
    assertEquals(CaptureWriter.KEY_LOG_SECRETS, sink.secrets.getFirst().type());
    assertArrayEquals(new byte[] {1, 2, 3}, sink.secrets.getLast().bytes());
  }

  @Test
  void everyWriteLeavesAReadableFile() throws IOException {
    List<Integer> ends = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            ends.add(size());
          }
        };
    CaptureWriter writer = new CaptureWriter(out);
    WrittenConversation conversation = writer.conversation(A4, B4, START);
    conversation.data(true, random(70_000, 1), 0, 70_000, START);
    assertEquals(2 + 3 + 2, ends.size());
    for (int end : ends) {
      read(Arrays.copyOf(out.toByteArray(), end));
    }
  }

  @Test
  void gapsStayGaps() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = new CaptureWriter(out)) {
      WrittenConversation conversation = writer.conversation(A4, B4, START);
      conversation.data(true, random(10, 1), 0, 10, START);
      conversation.gap(true, 1000);
      conversation.data(true, random(10, 2), 0, 10, START);
      conversation.finish(true, START);
    }
    RecordingSink.Side side = read(out.toByteArray()).only().fromDialer;
    assertEquals(List.of(new RecordingSink.Gap(10, 1000)), side.gaps);
    assertArrayEquals(Packets.join(random(10, 1), random(10, 2)), side.bytes());
  }

  @Test
  void portsMayBeUsedAgain() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CaptureWriter writer = new CaptureWriter(out);
    for (int i = 0; i < 100; i++) {
      writer.conversation(A4, B4, START + i).data(true, random(9, i), 0, 9, START + i);
    }
    RecordingSink sink = read(out.toByteArray());
    assertEquals(100, sink.conversations.size());
    for (int i = 0; i < 100; i++) {
      assertArrayEquals(random(9, i), sink.conversation(i).fromDialer.bytes());
    }
  }

  @Test
  void severalThreadsWriteAtOnce() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CaptureWriter writer = new CaptureWriter(out);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        all.add(
            threads.submit(
                () -> {
                  IpPort from = IpPort.of(A4.address(), 40_000 + number);
                  WrittenConversation c = writer.conversation(from, B4, START);
                  for (int k = 0; k < 200; k++) {
                    c.data(k % 2 == 0, random(500, number), 0, 500, START);
                  }
                  c.finish(true, START);
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    RecordingSink sink = read(out.toByteArray());
    assertEquals(8, sink.conversations.size());
    for (RecordingSink.Conversation c : sink.conversations.values()) {
      assertEquals(50_000, c.fromDialer.bytes().length);
      assertEquals(50_000, c.fromListener.bytes().length);
      assertEquals(0, c.fromDialer.missing() + c.fromListener.missing());
    }
  }

  @Test
  void misuseIsRefused() throws IOException {
    CaptureWriter writer = new CaptureWriter(new ByteArrayOutputStream());
    assertThrows(IllegalArgumentException.class, () -> writer.conversation(A4, B6, START));
    assertThrows(
        IllegalArgumentException.class,
        () -> writer.datagram(A4, B4, new byte[70_000], 0, 70_000, START));
    WrittenConversation conversation = writer.conversation(A4, B4, START);
    conversation.finish(true, START);
    assertThrows(
        IllegalStateException.class, () -> conversation.data(true, new byte[1], 0, 1, START));
  }

  @Test
  void wiresharkHasNothingToComplainAbout(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("written.pcapng");
    try (CaptureWriter writer = CaptureWriter.create(file)) {
      write(writer);
    }
    String complaints =
        Tool.run(
            folder,
            "tshark",
            "-r",
            file.toString(),
            "-o",
            "tcp.check_checksum:TRUE",
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE",
            "-Y",
            "_ws.malformed || _ws.expert.severity >= warning || tcp.analysis.flags");
    assertEquals("", complaints.replaceAll(".*\\[RST, ACK\\].*\\R", ""));
    String streams = Tool.run(folder, "tshark", "-r", file.toString(), "-q", "-z", "conv,tcp");
    assertTrue(streams.contains("192.0.2.1:50000"), streams);
    String bytes =
        Tool.run(
            folder,
            "tshark",
            "-r",
            file.toString(),
            "-T",
            "fields",
            "-e",
            "tcp.len",
            "-e",
            "frame.time_epoch");
    long total =
        bytes
            .lines()
            .map(line -> line.split("\t")[0])
            .filter(length -> !length.isEmpty())
            .mapToLong(Long::parseLong)
            .sum();
    assertEquals(200_001 + 7 + 1 + 3_000_000, total);
    assertTrue(bytes.contains("1700000000.123456789"), bytes.substring(0, 200));
    assertTrue(Files.size(file) > 3_000_000);
  }
}
