// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single situations in the life of TCP connections. */
class TcpStreamsTest {
  private static final int SYN = Packets.SYN;
  private static final int ACK = Packets.ACK;
  private static final int FIN = Packets.FIN;
  private static final int RST = Packets.RST;
  private static final IpPort A = IpPort.of(Packets.address(10, 0, 0, 9), 50_000);
  private static final IpPort B = IpPort.of(Packets.address(10, 0, 0, 1), 8333);

  private final List<Packets.Packet> packets = new ArrayList<>();
  private long nanos = 1_000_000_000_000L;

  private void packet(IpPort from, IpPort to, int seq, int ack, int flags, String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
    packets.add(Packets.Packet.raw(nanos, Packets.tcp(from, to, seq, ack, flags, bytes)));
    nanos += 1_000_000;
  }

  private void a(int seq, int ack, int flags, String payload) {
    packet(A, B, seq, ack, flags, payload);
  }

  private void b(int seq, int ack, int flags, String payload) {
    packet(B, A, seq, ack, flags, payload);
  }

  private void handshake() {
    a(99, 0, SYN, "");
    b(499, 100, SYN | ACK, "");
    a(100, 500, ACK, "");
  }

  private RecordingSink read() {
    return Packets.read(packets, CaptureLimits.standard());
  }

  private static String text(RecordingSink.Side side) {
    return new String(side.bytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void plainConversationInCaptureOrder() {
    handshake();
    a(100, 500, ACK, "hello");
    b(500, 105, ACK, "world");
    a(105, 505, FIN | ACK, "!");
    b(505, 107, FIN | ACK, "");
    a(107, 506, ACK, "");
    assertEquals(
        List.of(
            "opened 0",
            "data 0 > 5",
            "data 0 < 5",
            "data 0 > 1",
            "closed 0 > FINISHED",
            "closed 0 < FINISHED"),
        read().calls);
  }

  @Test
  void synTellsTheDialerWhateverThePorts() {
    packet(B, A, 99, 0, SYN, "");
    packet(A, B, 499, 100, SYN | ACK, "x");
    RecordingSink.Conversation c = read().only();
    assertEquals("10.0.0.1:8333", c.dialer);
    assertEquals("10.0.0.9:50000", c.listener);
    assertEquals("x", text(c.fromListener));
    assertFalse(c.stream.midstream());
  }

  @Test
  void synWithAckAloneTellsTheListener() {
    b(499, 100, SYN | ACK, "");
    a(100, 500, ACK, "late start");
    RecordingSink.Conversation c = read().only();
    assertEquals("10.0.0.9:50000", c.dialer);
    assertEquals("late start", text(c.fromDialer));
    assertEquals(100, c.stream.direction(true).firstSequence());
    assertFalse(c.stream.direction(true).startSeen());
    assertTrue(c.stream.direction(false).startSeen());
  }

  @Test
  void withoutHandshakeTheLowerPortListens() {
    b(1000, 2000, ACK, "from the middle");
    a(2000, 1015, ACK, "ok");
    RecordingSink.Conversation c = read().only();
    assertEquals("10.0.0.9:50000", c.dialer);
    assertTrue(c.stream.midstream());
    assertEquals("from the middle", text(c.fromListener));
    assertEquals("ok", text(c.fromDialer));
    assertEquals(1000, c.stream.direction(false).firstSequence());
    assertEquals(0, c.fromDialer.missing() + c.fromListener.missing());
  }

  @Test
  void withEqualPortsTheFirstSenderDialled() {
    IpPort one = IpPort.of(Packets.address(10, 0, 0, 5), 7000);
    IpPort two = IpPort.of(Packets.address(10, 0, 0, 4), 7000);
    packet(one, two, 1, 1, ACK, "x");
    assertEquals("10.0.0.5:7000", read().only().dialer);
  }

  @Test
  void simultaneousOpenIsOneConnection() {
    a(99, 0, SYN, "");
    b(499, 0, SYN, "");
    a(99, 500, SYN | ACK, "");
    b(499, 100, SYN | ACK, "");
    a(100, 500, ACK, "a");
    b(500, 101, ACK, "b");
    RecordingSink.Conversation c = read().only();
    assertEquals("10.0.0.9:50000", c.dialer);
    assertEquals("a", text(c.fromDialer));
    assertEquals("b", text(c.fromListener));
  }

  @Test
  void refusedConnection() {
    a(99, 0, SYN, "");
    b(0, 100, RST | ACK, "");
    RecordingSink sink = read();
    assertEquals(List.of("opened 0", "closed 0 > RESET", "closed 0 < RESET"), resetCalls(sink));
  }

  /** At the end of a short capture the reset had no time to settle. */
  private static List<String> resetCalls(RecordingSink sink) {
    return sink.calls.stream().map(call -> call.replace("END_OF_CAPTURE", "RESET")).toList();
  }

  @Test
  void resetIsReportedOnceItHasSettled() {
    handshake();
    a(100, 500, ACK, "x");
    b(500, 101, RST | ACK, "");
    // Was on its way when the connection was broken off.
    a(101, 500, ACK, "y");
    nanos += 2_000_000_000L;
    packet(A, IpPort.of(Packets.address(10, 0, 0, 1), 1), 1, 0, SYN, "");
    RecordingSink sink = read();
    RecordingSink.Conversation c = sink.conversation(0);
    assertEquals("xy", text(c.fromDialer));
    assertEquals(Ending.RESET, c.fromDialer.ending);
    assertEquals(Ending.RESET, c.fromListener.ending);
  }

  @Test
  void halfClosedDirectionStaysOpenForTheOther() {
    handshake();
    a(100, 500, FIN | ACK, "request");
    b(500, 108, ACK, "long ");
    a(108, 505, ACK, "");
    b(505, 108, FIN | ACK, "answer");
    RecordingSink.Conversation c = read().only();
    assertEquals("request", text(c.fromDialer));
    assertEquals("long answer", text(c.fromListener));
    assertEquals(Ending.FINISHED, c.fromListener.ending);
  }

  @Test
  void bytesBehindTheEndAreCountedNotDelivered() {
    handshake();
    a(105, 500, FIN | ACK, "world");
    a(108, 500, ACK, "ldly goods");
    a(100, 500, ACK, "hello");
    a(110, 500, ACK, "more");
    RecordingSink.Conversation c = read().only();
    assertEquals("helloworld", text(c.fromDialer));
    assertEquals(Ending.FINISHED, c.fromDialer.ending);
    assertEquals(8 + 4, c.stream.direction(true).unplaced());
  }

  @Test
  void dataInTheSynCounts() {
    a(99, 0, SYN, "early");
    b(499, 105, SYN | ACK, "");
    a(105, 500, ACK, " bird");
    assertEquals("early bird", text(read().only().fromDialer));
  }

  @Test
  void keepAlivesAndWindowProbesAddNothing() {
    handshake();
    a(100, 500, ACK, "data");
    b(500, 104, ACK, "");
    a(103, 500, ACK, "");
    a(103, 500, ACK, "\0");
    b(500, 104, ACK, "");
    // A zero-window probe carries the next byte, which is sent again with the rest.
    a(104, 500, ACK, "m");
    b(500, 104, ACK, "");
    a(104, 500, ACK, "more");
    RecordingSink.Conversation c = read().only();
    assertEquals("datamore", text(c.fromDialer));
    assertEquals(1, c.stream.direction(true).keepAlives());
    assertEquals(1, c.stream.direction(true).retransmitted());
    assertEquals(0, c.stream.direction(true).conflicting());
  }

  @Test
  void keepAliveBeforeAnythingElseIsNoData() {
    a(103, 500, ACK, "\0");
    b(500, 104, ACK, "");
    a(104, 500, ACK, "data");
    RecordingSink.Conversation c = read().only();
    assertEquals("data", text(c.fromDialer));
    assertEquals(0, c.fromDialer.missing());
    assertEquals(1, c.stream.direction(true).keepAlives());
  }

  @Test
  void firstBytesWinAndDifferencesAreCounted() {
    handshake();
    a(102, 500, ACK, "CDEF");
    a(100, 500, ACK, "abcdef");
    a(104, 500, ACK, "xyGH");
    RecordingSink.Conversation c = read().only();
    assertEquals("abCDEFGH", text(c.fromDialer));
    // Four against what was held, two against what had been delivered.
    assertEquals(6, c.stream.direction(true).conflicting());
    assertEquals(6, c.stream.direction(true).retransmitted());
  }

  @Test
  void portUsedAgainIsANewConnection() {
    handshake();
    a(100, 500, ACK, "first");
    a(105, 500, FIN | ACK, "");
    b(500, 106, FIN | ACK, "");
    a(106, 501, ACK, "");
    a(7_000_000, 0, SYN, "");
    b(9_000_000, 7_000_001, SYN | ACK, "");
    a(7_000_001, 9_000_001, ACK, "second");
    RecordingSink sink = read();
    assertEquals(2, sink.conversations.size());
    assertEquals("first", text(sink.conversation(0).fromDialer));
    assertEquals("second", text(sink.conversation(1).fromDialer));
  }

  @Test
  void portUsedAgainWithoutAnEndReplacesTheOld() {
    handshake();
    a(100, 500, ACK, "first");
    a(7_000_000, 0, SYN, "");
    a(7_000_001, 1, ACK, "second");
    RecordingSink sink = read();
    assertEquals(Ending.REPLACED, sink.conversation(0).fromDialer.ending);
    assertEquals("second", text(sink.conversation(1).fromDialer));
  }

  @Test
  void repeatedHandshakeIsTheSameConnection() {
    a(99, 0, SYN, "");
    a(99, 0, SYN, "");
    b(499, 100, SYN | ACK, "");
    // A listener without memory (SYN cookies) may answer again with another number.
    b(599, 100, SYN | ACK, "");
    a(100, 600, ACK, "x");
    b(600, 101, ACK, "y");
    RecordingSink.Conversation c = read().only();
    assertEquals("x", text(c.fromDialer));
    assertEquals("y", text(c.fromListener));
    assertEquals(0, c.fromListener.missing());
  }

  @Test
  void holeIsGivenUpWhenTheReceiverHadIt() {
    handshake();
    a(100, 500, ACK, "one");
    a(106, 500, ACK, "three");
    b(500, 111, ACK, "");
    for (int i = 0; i < 400; i++) {
      b(500 + i, 111, ACK, "z");
    }
    a(111, 900, ACK, "four");
    RecordingSink sink = read();
    RecordingSink.Conversation c = sink.only();
    assertEquals("onethreefour", text(c.fromDialer));
    assertEquals(List.of(new RecordingSink.Gap(3, 3)), c.fromDialer.gaps);
    int gap = sink.calls.indexOf("gap 0 > 3");
    assertTrue(gap < sink.calls.size() - 10, "given up only at the end");
    assertEquals("data 0 > 5", sink.calls.get(gap + 1));
  }

  @Test
  void unacknowledgedHoleWaitsForTheRetransmission() {
    handshake();
    a(103, 500, ACK, "two");
    for (int i = 0; i < 400; i++) {
      b(500 + i, 100, ACK, "z");
    }
    a(100, 900, ACK, "one");
    RecordingSink.Conversation c = read().only();
    assertEquals("onetwo", text(c.fromDialer));
    assertEquals(0, c.fromDialer.missing());
  }

  @Test
  void acknowledgedBytesAtTheEndAreMissing() {
    handshake();
    a(100, 500, ACK, "seen");
    b(500, 150, ACK, "");
    RecordingSink.Conversation c = read().only();
    assertEquals(46, c.fromDialer.missing());
    // One unseen number at the end is a FIN rather than a byte.
    packets.clear();
    handshake();
    a(100, 500, ACK, "seen");
    b(500, 105, ACK, "");
    assertEquals(0, read().only().fromDialer.missing());
  }

  @Test
  void absurdNumbersAreNotBelieved() {
    handshake();
    a(100, 500, ACK, "x");
    b(500, 100 + (1 << 30) + 500, ACK, "");
    RecordingSink.Conversation c = read().only();
    assertEquals(0, c.fromDialer.missing());
  }

  @Test
  void ipv6AndWrappingNumbers() {
    IpPort one = IpPort.of(Packets.address(1), 40_000);
    IpPort two = IpPort.of(Packets.address(2), 30_333);
    packet(one, two, -3, 0, SYN, "");
    packet(two, one, -1, -2, SYN | ACK, "");
    packet(one, two, -2, 0, ACK, "abcd");
    packet(one, two, 2, 0, ACK, "ef");
    packet(two, one, 0, 4, ACK, "gh");
    RecordingSink.Conversation c = read().only();
    assertEquals("[fd00::1]:40000", c.dialer);
    assertEquals("abcdef", text(c.fromDialer));
    assertEquals("gh", text(c.fromListener));
  }

  @Test
  void connectionToItself() {
    a(99, 0, SYN, "");
    packets.clear();
    packet(A, A, 99, 0, SYN, "");
    packet(A, A, 100, 100, ACK, "echo");
    assertEquals("echo", text(read().only().fromDialer));
  }

  @Test
  void hugeOffloadedSegments() {
    handshake();
    byte[] payload = new byte[200_000];
    java.util.Arrays.fill(payload, (byte) 'q');
    packets.add(Packets.Packet.raw(nanos, Packets.tcp(A, B, 100, 500, ACK, payload)));
    a(200_100, 500, ACK, "end");
    RecordingSink.Conversation c = read().only();
    assertEquals(200_003, c.fromDialer.bytes().length);
    assertEquals(0, c.fromDialer.missing());
  }

  @Test
  void idleConnectionsAreForgottenInTheOrderOfLastUse() {
    CaptureLimits two = new CaptureLimits(2, 1000, 1000, 1, 1, 1, 1);
    for (int port = 1; port <= 3; port++) {
      packet(IpPort.of(A.address(), 50_000 + port), B, 99, 0, SYN, "");
      packet(IpPort.of(A.address(), 50_001), B, 100, 1, ACK, "x");
      nanos++;
    }
    RecordingSink sink = Packets.read(packets, two);
    assertEquals(3, sink.conversations.size());
    assertEquals(Ending.FORGOTTEN, sink.conversation(1).fromDialer.ending);
    assertEquals(Ending.END_OF_CAPTURE, sink.conversation(0).fromDialer.ending);
  }

  @Test
  void heldBytesStayWithinTheLimits() {
    CaptureLimits tight = new CaptureLimits(100, 10_000, 25_000, 1000, 1L << 60, 16, 1L << 60);
    byte[] payload = new byte[900];
    for (int port = 0; port < 10; port++) {
      IpPort from = IpPort.of(A.address(), 50_000 + port);
      packet(from, B, 99, 0, SYN, "");
      for (int i = 1; i <= 50; i++) {
        byte[] tcp = Packets.tcp(from, B, 100 + 1000 * i, 0, ACK, payload);
        packets.add(Packets.Packet.raw(nanos++, tcp));
      }
    }
    long[] most = {0};
    RecordingSink sink = new RecordingSink();
    Traffic traffic = new Traffic(sink, tight);
    Packets.Source source = new Packets.Source(packets);
    for (CaptureRecord r = source.next(); r != null; r = source.next()) {
      traffic.accept(r);
      long held =
          sink.conversations.values().stream()
              .mapToLong(c -> c.stream.fromLow.heldCost() + c.stream.fromHigh.heldCost())
              .sum();
      most[0] = Math.max(most[0], held);
    }
    traffic.finish();
    assertTrue(most[0] <= 25_000, "held " + most[0]);
    assertTrue(most[0] > 20_000, "held only " + most[0]);
    for (RecordingSink.Conversation c : sink.conversations.values()) {
      assertEquals(50 * 900, c.fromDialer.bytes().length);
      assertEquals(50_000 - 50 * 900 + 900, c.fromDialer.missing());
    }
  }

  @Test
  void attachmentsLiveAsLongAsTheConnection() {
    handshake();
    a(100, 500, FIN | ACK, "");
    b(500, 101, FIN | ACK, "");
    List<Object> seen = new ArrayList<>();
    RecordingSink sink = new RecordingSink();
    StreamSink attaching =
        new StreamSink() {
          @Override
          public void opened(TcpStream stream) {
            stream.attach("mine");
            sink.opened(stream);
          }

          @Override
          public void data(TcpStream s, boolean dialer, byte[] b, int o, int n, long t) {}

          @Override
          public void gap(TcpStream s, boolean dialer, long bytes, long t) {}

          @Override
          public void closed(TcpStream stream, boolean dialer, Ending ending, long t) {
            seen.add(stream.attachment());
          }
        };
    Traffic traffic = new Traffic(attaching, CaptureLimits.standard());
    Packets.Source source = new Packets.Source(packets);
    for (CaptureRecord r = source.next(); r != null; r = source.next()) {
      traffic.accept(r);
    }
    assertEquals(List.of("mine", "mine"), seen);
    assertEquals(null, sink.only().stream.attachment());
    assertArrayEquals(A.address(), sink.only().stream.dialer().address());
  }
}
