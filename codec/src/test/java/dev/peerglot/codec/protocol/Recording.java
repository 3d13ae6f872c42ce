// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peerglot.codec.capture.Capture;
import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.PacketSource;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A recording of real nodes, followed by one protocol: each connection is taken for what its first
 * bytes look like, and goes through a transcript from there.
 */
public final class Recording implements StreamSink {
  private final Protocol protocol;
  private final Secrets secrets;
  private final TreeMap<Long, Conversation> conversations = new TreeMap<>();

  private Recording(Protocol protocol, Secrets secrets) {
    this.protocol = protocol;
    this.secrets = secrets;
  }

  /** One connection. */
  public static final class Conversation {
    private record Piece(Side from, byte[] bytes, long missing) {}

    private final TcpStream tcp;
    private final ByteArrayOutputStream[] raw = {
      new ByteArrayOutputStream(), new ByteArrayOutputStream()
    };
    private final List<Piece> waiting = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Transcript transcript;
    private Likeness likeness = Likeness.UNDECIDED;

    private Conversation(TcpStream tcp) {
      this.tcp = tcp;
    }

    /** What it was taken for. */
    public Likeness likeness() {
      return likeness;
    }

    /** Whether the protocol recognised it. */
    public boolean isKnown() {
      return transcript != null;
    }

    /** All that happened, in order. */
    public List<Event> events() {
      return events;
    }

    /** The messages of a side. */
    public List<Event.Message> messages(Side side) {
      return events.stream()
          .filter(event -> event.from() == side && event instanceof Event.Message)
          .map(event -> (Event.Message) event)
          .toList();
    }

    /** The bytes of a side that the capture holds. */
    public byte[] bytes(Side side) {
      return raw[side.ordinal()].toByteArray();
    }

    /** The balance of a side. */
    public Balance balance(Side side) {
      return transcript == null ? Balance.ZERO : transcript.balance(side);
    }

    /** The dialer's and the listener's address. */
    public String ends() {
      return tcp.dialer().text() + " > " + tcp.listener().text();
    }
  }

  /** Reads a recording beside the project; skips the test where there is none. */
  public static List<Conversation> read(String file, Protocol protocol, Secrets secrets)
      throws IOException {
    return read(path(file), protocol, secrets);
  }

  /** Reads a recording among the project's samples. */
  public static List<Conversation> sample(String file, Protocol protocol, Secrets secrets)
      throws IOException {
    return read(samples().resolve(file), protocol, secrets);
  }

  /** The folder of the project's samples. */
  public static Path samples() {
    return Path.of(System.getProperty("peerglot.root", "."), "docs", "samples");
  }

  private static List<Conversation> read(Path file, Protocol protocol, Secrets secrets)
      throws IOException {
    Recording recording = new Recording(protocol, secrets);
    try (PacketSource source = Capture.open(file)) {
      new Traffic(recording, CaptureLimits.standard()).drain(source);
    }
    recording.conversations.values().forEach(recording::finish);
    return new ArrayList<>(recording.conversations.values());
  }

  /** A file among the recordings beside the project; skips the test where there is none. */
  public static Path path(String file) {
    Path path = Path.of(System.getProperty("peerglot.root", "."), "../shared/captures", file);
    assumeTrue(Files.isRegularFile(path), "SKIPPED: no recording " + path);
    return path;
  }

  private static Side side(boolean fromDialer) {
    return fromDialer ? Side.DIALER : Side.LISTENER;
  }

  @Override
  public void opened(TcpStream stream) {
    conversations.put(stream.number(), new Conversation(stream));
  }

  @Override
  public void data(
      TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long nanos) {
    Conversation conversation = conversations.get(stream.number());
    byte[] bytes = java.util.Arrays.copyOfRange(buffer, offset, offset + length);
    conversation.raw[side(fromDialer).ordinal()].writeBytes(bytes);
    take(conversation, new Conversation.Piece(side(fromDialer), bytes, 0));
  }

  @Override
  public void gap(TcpStream stream, boolean fromDialer, long bytes, long nanos) {
    take(conversations.get(stream.number()), new Conversation.Piece(side(fromDialer), null, bytes));
  }

  @Override
  public void closed(TcpStream stream, boolean fromDialer, Ending ending, long nanos) {
    take(conversations.get(stream.number()), new Conversation.Piece(side(fromDialer), null, -1));
  }

  private void take(Conversation conversation, Conversation.Piece piece) {
    conversation.waiting.add(piece);
    if (conversation.transcript == null) {
      decide(conversation, false);
    }
    if (conversation.transcript != null) {
      replay(conversation);
    }
  }

  private void finish(Conversation conversation) {
    if (conversation.transcript == null) {
      decide(conversation, true);
    }
    if (conversation.transcript != null) {
      replay(conversation);
    }
  }

  private void decide(Conversation conversation, boolean complete) {
    Opening opening =
        new Opening(
            conversation.bytes(Side.DIALER),
            conversation.bytes(Side.LISTENER),
            conversation.tcp.listener().port(),
            complete);
    conversation.likeness = protocol.likeness(opening, secrets);
    if (conversation.likeness.degree().compareTo(Likeness.Degree.POSSIBLE) >= 0) {
      Network network = conversation.likeness.network();
      Network known = network == null ? protocol.networks().getFirst() : network;
      conversation.transcript = new Transcript(protocol.machine(known, secrets), Limits.DEFAULT);
    }
  }

  private static void replay(Conversation conversation) {
    Transcript transcript = conversation.transcript;
    for (Conversation.Piece piece : conversation.waiting) {
      if (piece.bytes() != null) {
        transcript.feed(piece.from(), piece.bytes());
      } else if (piece.missing() < 0) {
        transcript.end(piece.from(), true);
      } else {
        transcript.hole(piece.from(), piece.missing());
      }
      for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
        conversation.events.add(event);
      }
    }
    conversation.waiting.clear();
  }
}
