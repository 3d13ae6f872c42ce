// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** A whole TCP conversation of known content, as segments that tests may mistreat. */
final class TcpScript {
  /** One segment; {@code cutOff} payload bytes at its end were not captured. */
  record Segment(boolean fromDialer, int seq, int ack, int flags, byte[] payload, int cutOff) {
    Segment(boolean fromDialer, int seq, int ack, int flags, byte[] payload) {
      this(fromDialer, seq, ack, flags, payload, 0);
    }

    Segment part(int from, int to) {
      byte[] bytes = Arrays.copyOfRange(payload, from, to);
      int kept = to == payload.length ? flags : flags & ~Packets.FIN;
      return new Segment(fromDialer, seq + from, ack, kept, bytes);
    }
  }

  private static final IpPort DIALER = IpPort.of(Packets.address(10, 0, 0, 1), 40_000);
  private static final IpPort LISTENER = IpPort.of(Packets.address(10, 0, 0, 2), 8333);

  final byte[] fromDialer;
  final byte[] fromListener;
  final int dialerStart;
  final int listenerStart;
  final List<Segment> segments = new ArrayList<>();

  /** Plays a conversation: handshake, data both ways with acknowledgments, two FINs. */
  TcpScript(Random random, int dialerBytes, int listenerBytes, int maxSegment) {
    fromDialer = new byte[dialerBytes];
    fromListener = new byte[listenerBytes];
    random.nextBytes(fromDialer);
    random.nextBytes(fromListener);
    // Sequence numbers that wrap around within the conversation, every other time.
    dialerStart = random.nextBoolean() ? random.nextInt() : -1 - random.nextInt(dialerBytes + 10);
    listenerStart = random.nextBoolean() ? random.nextInt() : -1 - random.nextInt(1000);
    add(true, dialerStart - 1, 0, Packets.SYN, Packets.NONE);
    add(false, listenerStart - 1, dialerStart, Packets.SYN | Packets.ACK, Packets.NONE);
    add(true, dialerStart, listenerStart, Packets.ACK, Packets.NONE);
    int[] sent = {0, 0};
    while (sent[0] < dialerBytes || sent[1] < listenerBytes) {
      boolean dialer = sent[1] == listenerBytes || (sent[0] < dialerBytes && random.nextBoolean());
      byte[] content = dialer ? fromDialer : fromListener;
      int at = sent[dialer ? 0 : 1];
      int to = Math.min(content.length, at + 1 + random.nextInt(maxSegment));
      add(dialer, sent, Arrays.copyOfRange(content, at, to), Packets.ACK);
      sent[dialer ? 0 : 1] = to;
      if (random.nextInt(3) == 0) {
        add(!dialer, sent, Packets.NONE, Packets.ACK);
      }
    }
    add(true, sent, Packets.NONE, Packets.FIN | Packets.ACK);
    add(false, listenerStart + sent[1], dialerStart + sent[0] + 1, 17, Packets.NONE);
    add(true, dialerStart + sent[0] + 1, listenerStart + sent[1] + 1, 16, Packets.NONE);
  }

  private void add(boolean dialer, int[] sent, byte[] payload, int flags) {
    int own = (dialer ? dialerStart : listenerStart) + sent[dialer ? 0 : 1];
    int other = (dialer ? listenerStart : dialerStart) + sent[dialer ? 1 : 0];
    add(dialer, own, other, flags, payload);
  }

  private void add(boolean dialer, int seq, int ack, int flags, byte[] payload) {
    segments.add(new Segment(dialer, seq, ack, flags, payload));
  }

  byte[] content(boolean dialer) {
    return dialer ? fromDialer : fromListener;
  }

  int start(boolean dialer) {
    return dialer ? dialerStart : listenerStart;
  }

  /** Turns segments into packets, a millisecond apart. */
  static List<Packets.Packet> packets(List<Segment> segments) {
    List<Packets.Packet> packets = new ArrayList<>();
    long nanos = 1_700_000_000_000_000_000L;
    for (Segment s : segments) {
      IpPort from = s.fromDialer ? DIALER : LISTENER;
      IpPort to = s.fromDialer ? LISTENER : DIALER;
      byte[] bytes = Packets.tcp(from, to, s.seq, s.ack, s.flags, s.payload);
      Packets.Packet whole = Packets.Packet.raw(nanos, bytes);
      packets.add(whole.snapped(bytes.length - s.cutOff));
      nanos += 1_000_000;
    }
    return packets;
  }

  /** Tells which bytes of one side's content are in the segments. */
  BitSet present(boolean dialer, List<Segment> captured) {
    BitSet present = new BitSet();
    for (Segment s : captured) {
      int from = s.seq - start(dialer);
      int to = from + s.payload.length - s.cutOff;
      if (s.fromDialer == dialer && from >= 0 && to > from) {
        present.set(from, to);
      }
    }
    return present;
  }
}
