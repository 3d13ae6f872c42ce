// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Persona;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the answers of one dialled peer arrive, on networks where they come on connections that the
 * peer opens: a listener with a port of its own for each conversation, so that nobody's answer is
 * taken for another's. Where answers come on the same connection, there is no listener.
 */
final class Answers implements Closeable {
  private static final Acceptor.Settings SETTINGS =
      new Acceptor.Settings(Duration.ofSeconds(30), 16, Duration.ZERO);

  private final Acceptor acceptor;
  private final Caller caller;
  private volatile Behaviour behaviour;
  private volatile Host beside;

  /**
   * Listens, if the protocol needs it, on any free port.
   *
   * @param bind our own address, or null for any
   * @param lock what the conversation holds while its behaviour is at work
   */
  Answers(Protocol protocol, Persona persona, InetAddress bind, Object lock) throws IOException {
    AtomicLong numbers = new AtomicLong();
    Host host = (number, line, talk) -> beside.welcome(number, line, talk);
    caller = new Caller(protocol, persona, bind, host, numbers, lock);
    acceptor =
        protocol.answersOnNewConnections()
            ? new Acceptor(
                protocol,
                persona,
                Acceptor.listen(bind == null ? new InetSocketAddress(0).getAddress() : bind, 0),
                SETTINGS,
                numbers,
                host,
                this::greet,
                lock)
            : null;
  }

  private Behaviour greet(Line line) {
    return behaviour.inbound(line);
  }

  /** The port, or 0 where there is no listener. */
  int port() {
    return acceptor == null ? 0 : acceptor.port();
  }

  /**
   * Takes connections from now on for a conversation.
   *
   * @param watch who is told of them
   */
  void begin(Behaviour first, Talk talk, Host watch) {
    behaviour = first;
    beside = watch;
    talk.onCall(caller::call);
    if (acceptor != null) {
      Thread.ofVirtual().start(acceptor::serve);
    }
  }

  @Override
  public void close() throws IOException {
    caller.close();
    if (acceptor != null) {
      acceptor.close();
    }
  }
}
