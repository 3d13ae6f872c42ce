// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One live conversation: moves bytes between a socket and an endpoint until either leaves or the
 * time is over. The thread that runs it reads; others may say something meanwhile.
 */
public final class Talk {
  private static final int CHUNK = 16 << 10;

  /** Who watches a conversation. Called by its thread, in order, never at once. */
  public interface Watcher {
    /** Something happened. */
    void event(Talk talk, Event event, Instant when);

    /** Bytes went over the wire. */
    default void bytes(Side from, byte[] bytes, int offset, int length, Instant when) {}

    /** One side has closed. */
    default void ended(Side from, boolean orderly, Instant when) {}
  }

  /** How a conversation ended. */
  public enum Ending {
    /** Our behaviour was done. */
    LEFT,
    /** The peer closed. */
    CLOSED,
    /** The connection broke. */
    BROKEN,
    /** The time was over. */
    TIME_OUT
  }

  private final Side me;
  private final Endpoint endpoint;
  private final Socket socket;
  private final Watcher watcher;
  private final OutputStream out;
  private volatile boolean leaving;
  private boolean heard;
  private Duration pace = Duration.ZERO;

  /** A conversation over a connected socket. */
  public Talk(Side me, Endpoint endpoint, Socket socket, Watcher watcher) throws IOException {
    this.me = me;
    this.endpoint = endpoint;
    this.socket = socket;
    this.watcher = watcher;
    this.out = socket.getOutputStream();
  }

  /** Waits that long before every answer, as a slow peer does. */
  public void pace(Duration slowness) {
    pace = slowness;
  }

  /** Our end of the conversation. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** Whether the peer has said anything at all. */
  public boolean heard() {
    return heard;
  }

  /** Runs until the end; {@code deadline} may be null for none. */
  public Ending run(Instant deadline) {
    return run(() -> deadline);
  }

  /** Runs until the end; the deadline may change as the conversation goes on, and be null. */
  public Ending run(Supplier<Instant> deadlines) {
    try {
      InputStream in = socket.getInputStream();
      synchronized (this) {
        endpoint.start(Instant.now());
        flush();
      }
      byte[] chunk = new byte[CHUNK];
      while (!endpoint.hangsUp()) {
        Instant now = Instant.now();
        Instant deadline = deadlines.get();
        if (deadline != null && !now.isBefore(deadline)) {
          return Ending.TIME_OUT;
        }
        socket.setSoTimeout(patience(now, deadline));
        int count;
        try {
          count = in.read(chunk);
        } catch (SocketTimeoutException e) {
          tick();
          continue;
        }
        if (count < 0) {
          closed(true);
          return leaving ? Ending.LEFT : Ending.CLOSED;
        }
        heard = true;
        if (!pace.isZero()) {
          Thread.sleep(pace);
        }
        receive(chunk, count);
      }
      return Ending.LEFT;
    } catch (IOException e) {
      closed(false);
      return leaving ? Ending.LEFT : Ending.BROKEN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Ending.BROKEN;
    }
  }

  private int patience(Instant now, Instant deadline) {
    Instant until = deadline;
    Instant wake = endpoint.wakeAt();
    if (wake != null && (until == null || wake.isBefore(until))) {
      until = wake;
    }
    long millis = until == null ? 1000 : Duration.between(now, until).toMillis() + 1;
    return Math.clamp(millis, 1, 1000);
  }

  private synchronized void tick() throws IOException {
    endpoint.tick(Instant.now());
    flush();
  }

  private synchronized void receive(byte[] chunk, int count) throws IOException {
    Instant now = Instant.now();
    watcher.bytes(me.other(), chunk, 0, count, now);
    endpoint.receive(chunk, 0, count, now);
    endpoint.tick(now);
    flush();
  }

  private synchronized void closed(boolean orderly) {
    Instant now = Instant.now();
    watcher.ended(me.other(), orderly, now);
    endpoint.ended(now);
    events();
  }

  /** Says something; returns false if the connection cannot take it any more. */
  public synchronized boolean say(Outgoing outgoing) {
    try {
      endpoint.say(outgoing, Instant.now());
      flush();
      return !endpoint.hangsUp();
    } catch (IOException e) {
      return false;
    }
  }

  /** Says goodbye and closes; the reading thread then returns. */
  public synchronized void leave() {
    leaving = true;
    try {
      endpoint.leave(Instant.now());
      flush();
      socket.shutdownOutput();
    } catch (IOException | IllegalStateException e) {
      close();
      return;
    }
    close();
  }

  /** Closes without a word. */
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      leaving = true; // it was closed already
    }
  }

  private void flush() throws IOException {
    events();
    byte[] bytes = endpoint.take();
    if (bytes.length > 0) {
      watcher.bytes(me, bytes, 0, bytes.length, Instant.now());
      out.write(bytes);
      out.flush();
    }
  }

  private void events() {
    Instant now = Instant.now();
    for (Event event = endpoint.poll(); event != null; event = endpoint.poll()) {
      watcher.event(this, event, now);
    }
  }
}
