// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.capture.CaptureWriter;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.WrittenConversation;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The messages of captured connections in a capture of their own, each in the plain frame of its
 * network, so that tools read it that cannot decrypt: same ends, same times, TCP made anew, and a
 * comment on the packet that says what the message is. What could not be told as a message is left
 * out.
 */
public final class PlainExport implements Closeable {
  private final String file;
  private final CaptureWriter writer;
  private final Map<Long, WrittenConversation> open = new HashMap<>();
  private long messages;
  private long frameless;

  /** Writes to a file; an existing one is replaced. */
  public PlainExport(String file) {
    this.file = file;
    try {
      writer = CaptureWriter.create(Path.of(file));
    } catch (IOException e) {
      throw Usage.wrong("cannot write " + e.getMessage());
    }
  }

  /** Writes what happened in a connection. */
  void event(
      long number, TcpStream tcp, Protocol protocol, Network network, Event event, long nanos) {
    try {
      switch (event) {
        case Event.Message message -> message(number, tcp, protocol, network, message, nanos);
        case Event.Closed closed -> closed(number, closed, nanos);
        default -> {
          // A step of the handshake has no plain form; broken bytes are nobody's message.
        }
      }
    } catch (IOException e) {
      throw Usage.wrong("cannot write " + file + ": " + e.getMessage());
    }
  }

  private void message(
      long number,
      TcpStream tcp,
      Protocol protocol,
      Network network,
      Event.Message message,
      long nanos)
      throws IOException {
    byte[] frame;
    try {
      frame = protocol.frame(network, message.kind().name(), message.body());
    } catch (Malformed e) {
      frameless++;
      return;
    }
    WrittenConversation conversation = open.get(number);
    if (conversation == null) {
      conversation = writer.conversation(tcp.dialer(), tcp.listener(), nanos);
      open.put(number, conversation);
    }
    String comment = network.scheme() + " " + message.kind().name();
    if (message.substream() != null) {
      comment += " in substream " + message.substream().number();
    }
    conversation.data(message.from() == Side.DIALER, frame, 0, frame.length, nanos, comment);
    messages++;
  }

  private void closed(long number, Event.Closed closed, long nanos) throws IOException {
    WrittenConversation conversation = open.get(number);
    if (conversation != null) {
      conversation.finish(closed.from() == Side.DIALER, nanos);
    }
  }

  /** The connection is over in both directions. */
  void over(long number) {
    open.remove(number);
  }

  /** What was written, in a line. */
  public String summary() {
    return "%,d %s written to %s%s"
        .formatted(
            messages,
            messages == 1 ? "message" : "messages",
            file,
            frameless == 0 ? "" : "; %,d have no plain frame".formatted(frameless));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
