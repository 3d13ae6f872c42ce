// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Call;
import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the connections that behaviours ask for: to each peer one at a time, in the order in which
 * they were asked for. What is asked for beyond its bounds is dropped, and so is a call to a peer
 * that cannot be reached.
 */
final class Caller {
  private static final Limits LIMITS = new Limits(8 << 20);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_WAITING = 64;
  private static final int MOST_PEERS = 256;

  private final Protocol protocol;
  private final Persona persona;
  private final InetAddress bind;
  private final Host host;
  private final AtomicLong numbers;
  private final Object lock;
  private final Map<String, Queue<Call>> waiting = new HashMap<>();
  private boolean closed;

  /**
   * Makes connections of a protocol.
   *
   * @param bind our own address, or null for any
   * @param host who is told of each connection
   * @param numbers gives each connection its number
   * @param lock what conversations hold while their behaviour is at work
   */
  Caller(
      Protocol protocol,
      Persona persona,
      InetAddress bind,
      Host host,
      AtomicLong numbers,
      Object lock) {
    this.protocol = protocol;
    this.persona = persona;
    this.bind = bind;
    this.host = host;
    this.numbers = numbers;
    this.lock = lock;
  }

  /** Makes a connection when its turn has come. */
  synchronized void call(Call call) {
    String peer = call.peer().endpoint();
    Queue<Call> turn = waiting.get(peer);
    if (turn != null) {
      if (turn.size() < MOST_WAITING) {
        turn.add(call);
      }
    } else if (waiting.size() < MOST_PEERS && !closed) {
      turn = new ArrayDeque<>();
      turn.add(call);
      waiting.put(peer, turn);
      Thread.ofVirtual().start(() -> makeAll(peer));
    }
  }

  /** Makes no more connections; one that is open ends by itself. */
  synchronized void close() {
    closed = true;
    waiting.values().forEach(Queue::clear);
  }

  private void makeAll(String peer) {
    for (Call call = next(peer); call != null; call = next(peer)) {
      make(call);
    }
  }

  private synchronized Call next(String peer) {
    Call call = waiting.get(peer).poll();
    if (call == null) {
      waiting.remove(peer);
    }
    return call;
  }

  private void make(Call call) {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      if (bind != null) {
        socket.bind(new InetSocketAddress(bind, 0));
      }
      InetAddress address = InetAddress.getByName(call.peer().host());
      socket.connect(new InetSocketAddress(address, call.peer().port()), CONNECT_MILLIS);
      converse(call, socket);
    } catch (IOException e) {
      return; // whoever waits for the call has a limit of its own
    } finally {
      call.behaviour().gone();
    }
  }

  private void converse(Call call, Socket socket) throws IOException {
    Transcript transcript =
        new Transcript(protocol.machine(persona.network(), persona.secrets()), LIMITS);
    Relay relay = new Relay();
    Endpoint endpoint = new Endpoint(Side.DIALER, transcript, call.behaviour());
    Talk talk = new Talk(Side.DIALER, endpoint, socket, relay, lock);
    Line line = Dialler.line(socket, 0);
    long number = numbers.getAndIncrement();
    relay.to(host.welcome(number, line, talk));
    talk.onCall(this::call);
    Talk.Ending ending = talk.run(Instant.now().plus(WHOLE));
    host.farewell(number, line, talk, ending);
  }
}
