// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * One captured connection: first it is found out what it speaks, from the first bytes of either
 * side, then a transcript follows it.
 */
final class Followed {
  /** Bytes that may wait in all while nobody is sure. */
  private static final int MOST_WAITING = 128 << 10;

  /**
   * Bytes of a side that are looked at: enough for the longest opening known, Bitcoin's v2 with 64
   * bytes of key, 4,095 of garbage and 16 of terminator.
   */
  private static final int HEAD = 4352;

  /**
   * What came before it was known what the connection speaks. A hole has no bytes; -1 missing is
   * the end that the side made, -2 the end of the capture.
   */
  private record Piece(Side from, byte[] bytes, long missing, long nanos) {}

  private final TcpStream tcp;
  private final Secrets secrets;
  private final List<Protocol> candidates;
  private final EventSink sink;
  private final List<Piece> waiting = new ArrayList<>();
  private final Out dialerHead = new Out();
  private final Out listenerHead = new Out();
  private int waitingBytes;
  private int ends;
  private Transcript transcript;
  private Network network;
  private Stream label;
  private boolean foreign;

  /** Who gets the events of captured connections. */
  interface EventSink {
    void event(Stream stream, Event event, long nanos);
  }

  Followed(
      TcpStream tcp, Secrets secrets, List<Protocol> candidates, Network insisted, EventSink sink) {
    this.tcp = tcp;
    this.secrets = secrets;
    this.candidates = candidates;
    this.sink = sink;
    if (insisted != null) {
      take(candidates.getFirst(), insisted);
    }
  }

  void data(Side from, byte[] bytes, int offset, int length, long nanos) {
    if (transcript != null) {
      transcript.feed(from, bytes, offset, length);
      poll(nanos);
    } else if (!foreign) {
      byte[] copy = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
      waiting.add(new Piece(from, copy, 0, nanos));
      waitingBytes += length;
      Out head = from == Side.DIALER ? dialerHead : listenerHead;
      head.bytes(bytes, offset, Math.min(length, Math.max(0, HEAD - head.size())));
      decide(waitingBytes > MOST_WAITING);
    }
  }

  void gap(Side from, long missing, long nanos) {
    if (transcript != null) {
      transcript.hole(from, missing);
      poll(nanos);
    } else if (!foreign) {
      waiting.add(new Piece(from, null, missing, nanos));
      decide(waiting.size() > HEAD);
    }
  }

  /** One direction is over; returns whether that was the second. */
  boolean endsWith(Side from, boolean byItself, long nanos) {
    ends++;
    if (transcript == null && !foreign) {
      waiting.add(new Piece(from, null, byItself ? -1 : -2, nanos));
      if (ends == 2) {
        decide(true);
      }
    } else if (transcript != null) {
      transcript.end(from, byItself);
      poll(nanos);
    }
    return ends == 2;
  }

  private void decide(boolean now) {
    Opening opening =
        new Opening(dialerHead.toBytes(), listenerHead.toBytes(), tcp.listener().port(), now);
    Protocol best = null;
    Likeness likeness = Likeness.NO;
    boolean open = false;
    for (Protocol protocol : candidates) {
      Likeness look = protocol.likeness(opening, secrets);
      open |= look.degree() == Likeness.Degree.UNDECIDED;
      if (look.degree().compareTo(likeness.degree()) > 0) {
        likeness = look;
        best = protocol;
      }
    }
    boolean sure = likeness.degree() == Likeness.Degree.CERTAIN;
    boolean likely = likeness.degree().compareTo(Likeness.Degree.POSSIBLE) >= 0;
    if (sure || likely && (now || !open)) {
      take(best, likeness.network() == null ? best.networks().getFirst() : likeness.network());
      replay();
    } else if (now || !open) {
      foreign = true;
      waiting.clear();
    }
  }

  private void take(Protocol protocol, Network found) {
    network = found;
    transcript = new Transcript(protocol.machine(found, secrets), Limits.DEFAULT);
    label =
        new Stream(tcp.number(), tcp.dialer().text(), tcp.listener().text(), network.scheme(), "");
  }

  private void replay() {
    for (Piece piece : waiting) {
      if (piece.missing < 0) {
        transcript.end(piece.from, piece.missing == -1);
      } else if (piece.bytes == null) {
        transcript.hole(piece.from, piece.missing);
      } else {
        transcript.feed(piece.from, piece.bytes);
      }
      poll(piece.nanos);
    }
    waiting.clear();
  }

  private void poll(long nanos) {
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      String transport = transcript.transport();
      if (!transport.equals(label.transport())) {
        label =
            new Stream(
                label.number(), label.dialer(), label.listener(), label.network(), transport);
      }
      sink.event(label, event, nanos);
    }
  }

  /** Whether it speaks something known. */
  boolean isKnown() {
    return transcript != null;
  }

  /** The bytes of both directions, once both have ended. */
  Balance balance() {
    return transcript.balance(Side.DIALER).plus(transcript.balance(Side.LISTENER));
  }
}
