// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Call;
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
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One live conversation: moves bytes between a socket and an endpoint until either leaves or the
 * time is over. The thread that runs it reads; others may say something meanwhile.
 */
public final class Talk {
  private static final int CHUNK = 16 << 10;
  private static final int LINGER_MILLIS = 100;

  /** Who watches a conversation. Called by its thread, in order, never at once. */
  public interface Watcher {
    /** Something happened. */
    void event(Talk talk, Event event, Instant when);

    /** Our behaviour has begun; without a handshake, it may be content already. */
    default void begun(Talk talk) {}

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
  private final Object lock;
  private Consumer<Call> caller = call -> {};
  private boolean shut;
  private volatile boolean leaving;
  private boolean heard;
  private Duration pace = Duration.ZERO;

  /** A conversation over a connected socket. */
  public Talk(Side me, Endpoint endpoint, Socket socket, Watcher watcher) throws IOException {
    this(me, endpoint, socket, watcher, null);
  }

  /**
   * One of several conversations whose behaviours know of each other.
   *
   * @param lock what all of them hold while a behaviour is at work; null: nothing is shared
   */
  Talk(Side me, Endpoint endpoint, Socket socket, Watcher watcher, Object lock) throws IOException {
    this.lock = lock == null ? this : lock;
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

  /** Who makes the connections that the behaviour asks for; without anybody none is made. */
  void onCall(Consumer<Call> maker) {
    caller = maker;
  }

  /** Which end is ours. */
  public Side me() {
    return me;
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
      synchronized (lock) {
        endpoint.start(Instant.now());
        flush();
        watcher.begun(this);
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
          return leaving || endpoint.saysNoMore() ? Ending.LEFT : Ending.CLOSED;
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

  /**
   * Waits on after the connection is over, as long as the behaviour awaits answers on others;
   * {@code ending} is how the connection ended.
   */
  public Ending linger(Ending ending, Supplier<Instant> deadlines) throws InterruptedException {
    synchronized (lock) {
      while (ending == Ending.LEFT && !leaving) {
        Instant now = Instant.now();
        if (!endpoint.awaits(now)) {
          return ending;
        }
        Instant deadline = deadlines.get();
        if (deadline != null && !now.isBefore(deadline)) {
          return Ending.TIME_OUT;
        }
        endpoint.tick(now);
        events();
        lock.wait(Math.min(patience(now, deadline), LINGER_MILLIS));
      }
      return ending;
    }
  }

  private void tick() throws IOException {
    synchronized (lock) {
      endpoint.tick(Instant.now());
      flush();
    }
  }

  private void receive(byte[] chunk, int count) throws IOException {
    synchronized (lock) {
      Instant now = Instant.now();
      watcher.bytes(me.other(), chunk, 0, count, now);
      endpoint.receive(chunk, 0, count, now);
      endpoint.tick(now);
      flush();
      lock.notifyAll();
    }
  }

  private void closed(boolean orderly) {
    synchronized (lock) {
      Instant now = Instant.now();
      watcher.ended(me.other(), orderly, now);
      endpoint.ended(now);
      events();
      lock.notifyAll();
    }
  }

  /** Says something; returns false if the connection cannot take it any more. */
  public boolean say(Outgoing outgoing) {
    synchronized (lock) {
      try {
        endpoint.say(outgoing, Instant.now());
        flush();
        return !endpoint.hangsUp();
      } catch (IOException e) {
        return false;
      }
    }
  }

  /** Does something while nothing happens in the conversation, and no event is told. */
  public void undisturbed(Runnable work) {
    synchronized (lock) {
      work.run();
    }
  }

  /** Has nothing more to say; what the network does then, it does. */
  public void saidAll() {
    synchronized (lock) {
      try {
        endpoint.saidAll(Instant.now());
        flush();
      } catch (IOException e) {
        close();
      }
    }
  }

  /** Says goodbye and closes; the reading thread then returns. */
  public void leave() {
    synchronized (lock) {
      leaving = true;
      try {
        endpoint.leave(Instant.now());
        flush();
        socket.shutdownOutput();
      } catch (IOException | IllegalStateException e) {
        shut = true; // the other side was faster
      }
      close();
      lock.notifyAll();
    }
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
    if (endpoint.saysNoMore() && !shut) {
      shut = true;
      socket.shutdownOutput();
      watcher.ended(me, true, Instant.now());
    }
  }

  private void events() {
    Instant now = Instant.now();
    for (Event event = endpoint.poll(); event != null; event = endpoint.poll()) {
      watcher.event(this, event, now);
    }
    for (Call call = endpoint.pollCall(); call != null; call = endpoint.pollCall()) {
      caller.accept(call);
    }
  }
}
