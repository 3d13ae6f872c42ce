// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One captured connection: first it is found out what it speaks, from the first bytes of either
 * side, then a transcript follows it. Costs next to nothing until bytes come.
 */
final class Followed {
  /** Bytes that may wait in all while nobody is sure. */
  private static final int MOST_UNSURE = 128 << 10;

  /** Holes that may wait while nobody is sure. */
  private static final int MOST_PIECES = 4096;

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

  /** What is looked at while nobody is sure. */
  private static final class Unsure {
    private final List<Piece> pieces = new ArrayList<>();
    private final Out dialer = new Out();
    private final Out listener = new Out();
    private int bytes;
  }

  private final Following following;
  private final TcpStream tcp;
  private final long number;
  private Unsure unsure;
  private Protocol protocol;
  private Network network;
  private Transcript transcript;
  private Stream label;
  private int ends;
  private int waiting;
  private long lastNanos;
  private boolean foreign;

  Followed(Following following, TcpStream tcp, long number) {
    this.following = following;
    this.tcp = tcp;
    this.number = number;
  }

  /** How much memory it takes for what waits. */
  int waiting() {
    return waiting;
  }

  private void waits(int bytes) {
    int before = waiting;
    if (bytes != before) {
      waiting = bytes;
      following.waits(this, before, bytes);
    }
  }

  void data(Side from, byte[] bytes, int offset, int length, long nanos) {
    if (foreign) {
      return;
    }
    insist();
    if (transcript != null) {
      transcript.feed(from, bytes, offset, length);
      poll(nanos);
      waits(transcript.room());
      return;
    }
    Unsure so = unsure();
    so.pieces.add(new Piece(from, Arrays.copyOfRange(bytes, offset, offset + length), 0, nanos));
    so.bytes += length;
    Out head = from == Side.DIALER ? so.dialer : so.listener;
    head.bytes(bytes, offset, Math.min(length, Math.max(0, HEAD - head.size())));
    waits(so.bytes);
    decide(so.bytes > MOST_UNSURE);
  }

  private void insist() {
    Guess guess = following.guess();
    if (transcript == null && guess.insisted() != null) {
      take(guess.candidates().getFirst(), guess.insisted());
    }
  }

  private Unsure unsure() {
    if (unsure == null) {
      unsure = new Unsure();
    }
    return unsure;
  }

  void gap(Side from, long missing, long nanos) {
    insist();
    if (transcript != null) {
      transcript.hole(from, missing);
      poll(nanos);
      waits(transcript.room());
    } else if (!foreign) {
      unsure().pieces.add(new Piece(from, null, missing, nanos));
      decide(unsure.pieces.size() > MOST_PIECES);
    }
  }

  /** One direction is over; returns whether that was the second. */
  boolean endsWith(Side from, boolean byItself, long nanos) {
    ends++;
    if (transcript != null) {
      transcript.end(from, byItself);
      poll(nanos);
      waits(ends == 2 ? 0 : transcript.room());
    } else if (unsure != null) {
      unsure.pieces.add(new Piece(from, null, byItself ? -1 : -2, nanos));
      if (ends == 2) {
        decide(true);
      }
    }
    return ends == 2;
  }

  /** Too much waits in all: this connection is the one to suffer. */
  void giveUp(long limit) {
    if (transcript != null) {
      String why =
          "too much waits for messages to become whole: over " + limit + " bytes in all streams";
      transcript.giveUp(why);
      poll(lastNanos);
      waits(transcript.room());
    } else if (unsure != null) {
      decide(true);
    }
  }

  private void decide(boolean now) {
    Unsure so = unsure;
    Opening opening =
        new Opening(so.dialer.toBytes(), so.listener.toBytes(), tcp.listener().port(), now);
    Guess.Answer answer = following.guess().look(opening, now, following.secrets());
    if (answer.protocol() != null) {
      unsure = null;
      take(answer.protocol(), answer.network());
      replay(so.pieces);
      waits(ends == 2 ? 0 : transcript.room());
    } else if (!answer.open()) {
      foreign = true;
      unsure = null;
      waits(0);
    }
  }

  private void take(Protocol spoken, Network found) {
    protocol = spoken;
    network = found;
    transcript = new Transcript(protocol.machine(network, following.secrets()), Limits.DEFAULT);
    label = new Stream(number, tcp.dialer().text(), tcp.listener().text(), network.scheme(), "");
  }

  private void replay(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (piece.missing < 0) {
        transcript.end(piece.from, piece.missing == -1);
      } else if (piece.bytes == null) {
        transcript.hole(piece.from, piece.missing);
      } else {
        transcript.feed(piece.from, piece.bytes);
      }
      poll(piece.nanos);
    }
  }

  private void poll(long nanos) {
    lastNanos = nanos;
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      String transport = transcript.transport();
      if (!transport.equals(label.transport())) {
        label = label.over(transport);
      }
      following.event(label, event, nanos);
      if (following.export() != null) {
        following.export().event(number, tcp, protocol, network, event, nanos);
      }
    }
    if (ends == 2 && following.export() != null) {
      following.export().over(number);
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
