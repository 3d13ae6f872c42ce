// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.CaptureWriter;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.PacketSource;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.KeyLog;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a capture and follows every connection in it. */
public final class CaptureDriver implements StreamSink {
  private final Secrets secrets;
  private final List<Protocol> candidates;
  private final Network insisted;
  private final EventPipe pipe;
  private final Traffic traffic = new Traffic(this, CaptureLimits.standard());
  private Balance balance = Balance.ZERO;
  private long streams;
  private long foreignStreams;
  private long foreign;

  /**
   * A driver that hands events on.
   *
   * @param candidates the protocols that a connection may speak
   * @param insisted the network that every connection is taken for, or null
   */
  public CaptureDriver(
      Secrets secrets, List<Protocol> candidates, Network insisted, EventPipe pipe) {
    this.secrets = secrets;
    this.candidates = candidates;
    this.insisted = insisted;
    this.pipe = pipe;
  }

  /** Reads to the end; a source that breaks has everything before delivered, then throws. */
  public void read(PacketSource source) throws IOException {
    traffic.drain(source);
  }

  @Override
  public void opened(TcpStream stream) {
    stream.attach(
        new Followed(
            stream,
            secrets,
            candidates,
            insisted,
            (label, event, nanos) -> pipe.put(label, event, nanos, digits())));
  }

  private int digits() {
    return traffic.counts().fractionDigits();
  }

  private static Followed followed(TcpStream stream) {
    return (Followed) stream.attachment();
  }

  private static Side side(boolean fromDialer) {
    return fromDialer ? Side.DIALER : Side.LISTENER;
  }

  @Override
  public void data(
      TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long nanos) {
    followed(stream).data(side(fromDialer), buffer, offset, length, nanos);
  }

  @Override
  public void gap(TcpStream stream, boolean fromDialer, long bytes, long nanos) {
    followed(stream).gap(side(fromDialer), bytes, nanos);
  }

  @Override
  public void closed(TcpStream stream, boolean fromDialer, Ending ending, long nanos) {
    Followed followed = followed(stream);
    boolean byItself = ending == Ending.FINISHED || ending == Ending.RESET;
    boolean last = followed.endsWith(side(fromDialer), byItself, nanos);
    if (!last) {
      return;
    }
    long captured = stream.direction(true).captured() + stream.direction(false).captured();
    if (followed.isKnown()) {
      streams++;
      balance = balance.plus(followed.balance());
    } else if (captured > 0) {
      foreignStreams++;
      foreign += captured;
    }
  }

  @Override
  public void secrets(int type, byte[] buffer, int offset, int length) {
    if (type != CaptureWriter.KEY_LOG_SECRETS) {
      return;
    }
    try {
      secrets.addAll(KeyLog.parse(new String(buffer, offset, length, StandardCharsets.US_ASCII)));
    } catch (Malformed e) {
      pipe.warn("secrets in the capture cannot be read: " + e.getMessage());
    }
  }

  /** The bytes of all connections that speak something known. */
  public Balance balance() {
    return balance;
  }

  /** How many connections speak something known. */
  public long streams() {
    return streams;
  }

  /** How many connections with payload speak nothing known. */
  public long foreignStreams() {
    return foreignStreams;
  }

  /** The payload bytes of those. */
  public long foreign() {
    return foreign;
  }
}
