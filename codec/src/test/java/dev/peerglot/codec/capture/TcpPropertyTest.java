// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.capture.TcpScript.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One conversation, captured in every bad way: what is present is delivered, nothing is invented,
 * and bytes plus gaps are the span of the sequence numbers.
 */
class TcpPropertyTest {
  private static final int ROUNDS = 200;

  private static final CaptureLimits STANDARD = CaptureLimits.standard();
  private static final CaptureLimits PATIENT = STANDARD.patient();
  private static final CaptureLimits TIGHT =
      new CaptureLimits(4, 4000, 6000, 4, 10_000_000, 3, 5_000_000);

  private final Random random = new Random(20_240_601);

  private TcpScript script() {
    int max = random.nextInt(4) == 0 ? 60_000 : 1460;
    return new TcpScript(random, 1 + random.nextInt(20_000), 1 + random.nextInt(20_000), max);
  }

  /** Reads and compares every delivered byte with the content at its place. */
  private static RecordingSink.Conversation read(
      TcpScript script, List<Segment> captured, CaptureLimits limits) {
    RecordingSink sink = Packets.read(TcpScript.packets(captured), limits);
    RecordingSink.Conversation conversation = sink.only();
    for (boolean dialer : new boolean[] {true, false}) {
      boolean side = dialer == conversation.dialer.equals("10.0.0.1:40000");
      check(script, captured, conversation, dialer, side);
    }
    return conversation;
  }

  private static void check(
      TcpScript script,
      List<Segment> captured,
      RecordingSink.Conversation conversation,
      boolean dialer,
      boolean side) {
    TcpDirection direction = conversation.stream.direction(side);
    RecordingSink.Side delivered = conversation.side(side);
    BitSet present = script.present(dialer, captured);
    byte[] content = script.content(dialer);
    byte[] bytes = delivered.bytes();
    int at = direction.firstSequence() - script.start(dialer);
    int next = 0;
    List<RecordingSink.Gap> gaps = new ArrayList<>(delivered.gaps);
    gaps.add(new RecordingSink.Gap(delivered.position, 0));
    long position = 0;
    for (RecordingSink.Gap gap : gaps) {
      for (; position < gap.offset(); position++) {
        assertTrue(present.get(at), "a byte that was not captured was delivered");
        assertEquals(content[at++], bytes[next++], "byte at " + position);
      }
      if (direction.unplaced() == 0 && gap.bytes() > 0) {
        int until = at + (int) gap.bytes();
        int found = present.nextSetBit(at);
        assertTrue(found < 0 || found >= until, "a captured byte was reported as missing");
      }
      at += (int) gap.bytes();
      position += gap.bytes();
    }
    assertEquals(bytes.length, next);
    assertEquals(direction.position(), direction.captured() + direction.missing());
    if (direction.unplaced() == 0) {
      assertEquals(present.cardinality(), direction.captured(), "captured bytes delivered");
    } else {
      assertTrue(direction.captured() <= present.cardinality());
      if (delivered.gaps.size() <= 64) {
        assertTrue(direction.captured() + direction.unplaced() >= present.cardinality());
      }
    }
  }

  private static void assertWhole(TcpScript script, RecordingSink.Conversation conversation) {
    assertEquals(script.fromDialer.length, conversation.fromDialer.position);
    assertEquals(script.fromListener.length, conversation.fromListener.position);
    assertEquals(0, conversation.fromDialer.missing() + conversation.fromListener.missing());
    assertEquals("10.0.0.1:40000", conversation.dialer);
    assertEquals(Ending.FINISHED, conversation.fromDialer.ending);
    assertEquals(Ending.FINISHED, conversation.fromListener.ending);
  }

  @Test
  void inOrder() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      assertWhole(script, read(script, script.segments, STANDARD));
    }
  }

  @Test
  void inAnyOrder() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      List<Segment> captured = new ArrayList<>(script.segments);
      Collections.shuffle(captured, random);
      assertWhole(script, read(script, captured, PATIENT));
    }
  }

  @Test
  void inSlightlyWrongOrderWithTheStandardPatience() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      List<Segment> captured = new ArrayList<>(script.segments);
      for (int k = 0; k + 8 < captured.size(); k += 8) {
        Collections.shuffle(captured.subList(k, k + 8), random);
      }
      assertWhole(script, read(script, captured, STANDARD));
    }
  }

  /** Splits, repeats and overlaps segments of the same content. */
  private List<Segment> segmentedAnew(TcpScript script) {
    List<Segment> captured = new ArrayList<>();
    for (Segment segment : script.segments) {
      int length = segment.payload().length;
      if (length > 1 && random.nextInt(3) == 0) {
        int cut = 1 + random.nextInt(length - 1);
        int back = random.nextInt(cut + 1);
        captured.add(segment.part(0, cut));
        captured.add(segment.part(cut - back, length));
        if (random.nextInt(3) == 0) {
          captured.add(segment);
        }
      } else {
        captured.add(segment);
        if (random.nextInt(5) == 0) {
          captured.add(segment);
        }
      }
    }
    return captured;
  }

  @Test
  void splitRepeatedAndOverlapping() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      List<Segment> captured = segmentedAnew(script);
      assertWhole(script, read(script, captured, STANDARD));
      Collections.shuffle(captured, random);
      assertWhole(script, read(script, captured, PATIENT));
    }
  }

  @Test
  void withSegmentsLost() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      List<Segment> captured = segmentedAnew(script);
      int share = 2 + random.nextInt(20);
      captured.removeIf(segment -> random.nextInt(share) == 0);
      if (captured.isEmpty()) {
        continue;
      }
      read(script, captured, PATIENT);
      read(script, captured, STANDARD);
      Collections.shuffle(captured, random);
      read(script, captured, PATIENT);
    }
  }

  @Test
  void holesInTheMiddleAreExact() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      List<Segment> captured = new ArrayList<>(script.segments);
      // Handshake and FINs stay, so that the span is the whole content.
      captured.subList(3, captured.size() - 3).removeIf(segment -> random.nextInt(6) == 0);
      for (CaptureLimits limits : List.of(STANDARD, PATIENT, TIGHT)) {
        RecordingSink.Conversation conversation = read(script, captured, limits);
        assertEquals(script.fromDialer.length, conversation.fromDialer.position);
        assertEquals(script.fromListener.length, conversation.fromListener.position);
        assertEquals(Ending.FINISHED, conversation.fromDialer.ending);
      }
      Collections.shuffle(captured, random);
      RecordingSink.Conversation conversation = read(script, captured, PATIENT);
      assertEquals(script.fromDialer.length, conversation.fromDialer.position);
      assertEquals(script.fromListener.length, conversation.fromListener.position);
    }
  }

  @Test
  void cutOffBySnapLength() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      List<Segment> captured = new ArrayList<>();
      int snap = 1 + random.nextInt(1500);
      for (Segment s : segmentedAnew(script)) {
        int cutOff = Math.max(0, s.payload().length - snap);
        captured.add(new Segment(s.fromDialer(), s.seq(), s.ack(), s.flags(), s.payload(), cutOff));
      }
      RecordingSink.Conversation conversation = read(script, captured, STANDARD);
      assertEquals(script.fromDialer.length, conversation.fromDialer.position);
      assertEquals(script.fromListener.length, conversation.fromListener.position);
      Collections.shuffle(captured, random);
      conversation = read(script, captured, PATIENT);
      assertEquals(script.fromDialer.length, conversation.fromDialer.position);
      assertEquals(script.fromListener.length, conversation.fromListener.position);
    }
  }

  @Test
  void joinedInTheMiddle() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      int skipped = 3 + random.nextInt(script.segments.size() - 3);
      List<Segment> captured = script.segments.subList(skipped, script.segments.size());
      RecordingSink.Conversation conversation = read(script, captured, STANDARD);
      for (boolean dialer : new boolean[] {true, false}) {
        assertEquals(0, conversation.side(dialer).missing());
        assertEquals(0, conversation.stream.direction(dialer).unplaced());
      }
      assertTrue(conversation.stream.midstream());
    }
  }

  @Test
  void oneDirectionOnly() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      boolean dialer = random.nextBoolean();
      List<Segment> captured = new ArrayList<>(script.segments);
      captured.removeIf(segment -> segment.fromDialer() != dialer);
      RecordingSink.Conversation conversation = read(script, captured, STANDARD);
      assertEquals(script.content(dialer).length, conversation.side(dialer).position);
      assertEquals(0, conversation.side(dialer).missing());
      // The other side's acknowledgments were not captured, but this side's tell its length.
      RecordingSink.Side unseen = conversation.side(!dialer);
      assertEquals(0, unseen.bytes().length);
      assertTrue(unseen.missing() <= script.content(!dialer).length + 1, "missing");
    }
  }

  @Test
  void littleMemoryBreaksNoPromise() {
    for (int i = 0; i < ROUNDS; i++) {
      TcpScript script = script();
      List<Segment> captured = segmentedAnew(script);
      Collections.shuffle(captured, random);
      // The SYNs stay in front: a late one is another connection when little is remembered.
      captured.removeIf(segment -> (segment.flags() & Packets.SYN) != 0);
      captured.addAll(0, script.segments.subList(0, 2));
      read(script, captured, TIGHT);
      captured.removeIf(segment -> random.nextInt(5) == 0);
      captured.addAll(0, script.segments.subList(0, 2));
      read(script, captured, TIGHT);
    }
  }
}
