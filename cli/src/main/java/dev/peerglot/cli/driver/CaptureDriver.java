// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.capture.CaptureCounts;
import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.CaptureRecord;
import dev.peerglot.codec.capture.CaptureWriter;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.PacketSource;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import dev.peerglot.codec.session.KeyLog;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads captures and follows every connection in them. */
public final class CaptureDriver implements StreamSink {
  /** "TLSK": the key log of TLS, in which tools put lines of other labels too. */
  private static final int TLS_KEY_LOG = 0x544c534b;

  /** Packets between two looks at the clock and at interruptions. */
  private static final int SOME_PACKETS = 256;

  private final Following following;
  private final Secrets secrets;
  private final EventPipe pipe;
  private final Interrupt interrupt;
  private final Totals totals;
  private Traffic traffic;
  private CaptureCounts counts;
  private long before;
  private long highest;

  /** Told now and then while a capture is read. */
  public interface Watcher {
    /** Some packets were read. */
    void look();
  }

  /**
   * A driver that hands events on.
   *
   * @param guess what connections may speak
   */
  public CaptureDriver(
      Secrets secrets, Guess guess, EventPipe pipe, Totals totals, Interrupt interrupt) {
    this.totals = totals;
    this.secrets = secrets;
    this.pipe = pipe;
    this.interrupt = interrupt;
    this.following = new Following(secrets, guess, pipe);
  }

  /**
   * Reads to the end; what breaks has everything before delivered, then throws.
   *
   * @param first the number of the first connection
   */
  public void read(Captures captures, long first, Watcher watcher) throws IOException {
    before = first;
    highest = first - 1;
    CaptureLimits standard = CaptureLimits.standard();
    traffic = new Traffic(this, Disorder.isIn(captures) ? standard.patient() : standard);
    counts = traffic.counts();
    totals.packets(counts);
    captures.tell(
        nanos -> {
          traffic.idle(nanos);
          pipe.flush();
        });
    try (PacketSource source = captures.open()) {
      drain(source, watcher);
    } finally {
      traffic.finish();
    }
  }

  private void drain(PacketSource source, Watcher watcher) throws IOException {
    int packets = 0;
    for (CaptureRecord record = source.next(); record != null; record = source.next()) {
      traffic.accept(record);
      if (++packets % SOME_PACKETS == 0) {
        watcher.look();
        if (interrupt.isAsked() || pipe.isBroken()) {
          return;
        }
      }
    }
  }

  @Override
  public void opened(TcpStream stream) {
    highest = Math.max(highest, before + stream.number());
    stream.attach(following.begin(stream, before + stream.number()));
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
    following.digits(counts.fractionDigits());
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
      totals.known(followed.balance());
    } else if (captured > 0) {
      totals.foreign(captured);
    }
  }

  @Override
  public void secrets(int type, byte[] buffer, int offset, int length) {
    if (type != CaptureWriter.KEY_LOG_SECRETS && type != TLS_KEY_LOG) {
      return;
    }
    try {
      secrets.addAll(KeyLog.parse(new String(buffer, offset, length, StandardCharsets.US_ASCII)));
    } catch (Malformed e) {
      pipe.warn("secrets in the capture cannot be read: " + e.getMessage());
    }
  }

  /** The number after that of the last connection. */
  public long next() {
    return highest + 1;
  }
}
