// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Listens as a peer: a virtual thread a connection, at most so many at once. */
public final class Acceptor implements Closeable {
  private static final Limits LIMITS = new Limits(8 << 20);
  private static final int BACKLOG = 512;

  private final Protocol protocol;
  private final Persona persona;
  private final Host host;
  private final ServerSocket server;
  private final Settings settings;
  private final Semaphore room;
  private final Set<Talk> talks = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers;
  private final Function<Line, Behaviour> greeter;
  private final Object lock;
  private final Caller caller;

  /**
   * How to treat connections.
   *
   * @param patience most time of a connection, or null
   * @param most connections at once; more are closed at once
   * @param pace time to wait before every answer; a real peer has none
   */
  public record Settings(Duration patience, int most, Duration pace) {}

  /**
   * Attends to a socket that listens already; {@link #serve} accepts.
   *
   * @param numbers gives each connection its number
   */
  public Acceptor(
      Protocol protocol,
      Persona persona,
      ServerSocket server,
      Settings settings,
      AtomicLong numbers,
      Host host) {
    this(
        protocol,
        persona,
        server,
        settings,
        numbers,
        host,
        line -> protocol.behaviour(Side.LISTENER, Errand.to(Errand.Goal.STAY), persona, line),
        null);
  }

  /**
   * Attends as {@code greeter} has it.
   *
   * @param greeter who speaks on a connection
   * @param lock what the conversations share while a behaviour is at work; null: nothing
   */
  Acceptor(
      Protocol protocol,
      Persona persona,
      ServerSocket server,
      Settings settings,
      AtomicLong numbers,
      Host host,
      Function<Line, Behaviour> greeter,
      Object lock) {
    this.protocol = protocol;
    this.persona = persona;
    this.host = host;
    this.settings = settings;
    this.room = new Semaphore(settings.most());
    this.numbers = numbers;
    this.server = server;
    this.greeter = greeter;
    this.lock = lock;
    InetAddress own = server.getInetAddress();
    this.caller =
        new Caller(protocol, persona, own.isAnyLocalAddress() ? null : own, host, numbers, lock);
  }

  /** A socket that listens on an address; port 0 takes any free one. */
  public static ServerSocket listen(InetAddress address, int port) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(address, port), BACKLOG);
    return server;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** Accepts until it is closed. */
  public void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (room.tryAcquire()) {
          Thread.ofVirtual().start(() -> attend(socket));
        } else {
          socket.close();
        }
      } catch (IOException e) {
        if (!server.isClosed() && !pause()) {
          return;
        }
      }
    }
  }

  /** After a failed accept (no file descriptor is left): gives others time to close some. */
  private static boolean pause() {
    try {
      Thread.sleep(50);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void attend(Socket connected) {
    try (Socket socket = connected) {
      socket.setTcpNoDelay(true);
      Line line =
          new Line(
              socket.getLocalAddress().getHostAddress(),
              socket.getLocalPort(),
              socket.getInetAddress().getHostAddress(),
              socket.getPort(),
              port());
      converse(socket, line);
    } catch (IOException e) {
      return; // the peer was gone before it was greeted
    } finally {
      room.release();
    }
  }

  private void converse(Socket socket, Line line) throws IOException {
    Behaviour behaviour = greeter.apply(line);
    Transcript transcript =
        new Transcript(protocol.machine(persona.network(), persona.secrets()), LIMITS);
    Relay relay = new Relay();
    Endpoint endpoint = new Endpoint(Side.LISTENER, transcript, behaviour);
    Talk talk = new Talk(Side.LISTENER, endpoint, socket, relay, lock);
    talk.onCall(caller::call);
    long number = numbers.getAndIncrement();
    talk.pace(settings.pace());
    relay.to(host.welcome(number, line, talk));
    talks.add(talk);
    Talk.Ending ending = Talk.Ending.BROKEN;
    try {
      ending =
          talk.run(settings.patience() == null ? null : Instant.now().plus(settings.patience()));
      if (ending == Talk.Ending.TIME_OUT) {
        talk.leave();
      }
    } finally {
      talks.remove(talk);
      behaviour.gone();
      host.farewell(number, line, talk, ending);
    }
  }

  /** Stops listening and leaves all conversations politely. */
  @Override
  public void close() throws IOException {
    server.close();
    caller.close();
    for (Talk talk : talks) {
      talk.leave();
    }
  }
}
