// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.session.Verdict;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Dials one peer, runs the conversation, and says how it went. */
public final class Dialler {
  /** Frames that a dialled stranger may make us wait for: no dialogue needs more than this. */
  private static final Limits LIMITS = new Limits(8 << 20);

  private final Protocol protocol;
  private final Settings settings;

  /**
   * How to dial.
   *
   * @param connect most time for TCP and the proxy
   * @param handshake most time from then on until the handshake is over, or null
   * @param whole most time for everything, from the first packet on
   * @param proxy the proxy, or null
   * @param overlay the proxy for hosts of Tor and I2P, or null for the same
   * @param bind our own address, or null for any
   */
  public record Settings(
      Duration connect,
      Duration handshake,
      Duration whole,
      Socks5 proxy,
      Socks5 overlay,
      InetAddress bind) {
    /** The same without a time for the handshake alone, and without a proxy for Tor and I2P. */
    public Settings(Duration connect, Duration whole, Socks5 proxy, InetAddress bind) {
      this(connect, null, whole, proxy, null, bind);
    }

    /** The same proxies with other times. */
    public Settings lasting(Duration toConnect, Duration inAll) {
      return new Settings(toConnect, null, inAll, proxy, overlay, bind);
    }

    /** The proxy through which a host is dialled, or null for none. */
    public Socks5 proxyTo(String host) {
      return isOverlay(host) && overlay != null ? overlay : proxy;
    }

    /** Whether a host of Tor or I2P can be dialled, which only a proxy can do. */
    public boolean reachesOverlay(String host) {
      return isOverlay(host) && proxyTo(host) != null;
    }

    private static boolean isOverlay(String host) {
      return host.endsWith(".onion") || host.endsWith(".i2p");
    }
  }

  /** How this one dials. */
  public Settings settings() {
    return settings;
  }

  /** Dials peers of a protocol. */
  public Dialler(Protocol protocol, Settings settings) {
    this.protocol = protocol;
    this.settings = settings;
  }

  /**
   * Dials, talks until the errand is done or the time is over; once more if the behaviour says that
   * the peer may only speak in another way, in the time that is left ({@link Allowance}).
   */
  public Visit visit(PeerAddress peer, Errand errand, Persona persona, long number, Host host) {
    Allowance time = new Allowance(settings, Instant.now());
    Attempt first = attempt(peer, errand, persona, number, host, time);
    if (first.again().isEmpty()) {
      return first.visit();
    }
    Map<String, String> options = new LinkedHashMap<>(persona.options());
    options.putAll(first.again());
    return attempt(peer, errand, persona.wishing(options), number, host, time).visit();
  }

  /** What came of one connection, and the options with which to try again; none: do not. */
  private record Attempt(Visit visit, Map<String, String> again) {}

  private Attempt attempt(
      PeerAddress peer, Errand errand, Persona persona, long number, Host host, Allowance time) {
    Map<String, String> again = new LinkedHashMap<>();
    return new Attempt(once(peer, errand, persona, number, host, time, again), again);
  }

  private Visit once(
      PeerAddress peer,
      Errand errand,
      Persona persona,
      long number,
      Host host,
      Allowance time,
      Map<String, String> again) {
    long begin = System.nanoTime();
    Map<String, Long> timings = new LinkedHashMap<>();
    Object lock = new Object();
    if (protocol.answersOnNewConnections() && settings.proxy() != null) {
      String why = "answers come on connections to us, which a proxy does not carry";
      return Visit.failed(peer, Verdict.NOT_DIALLED, why, timings);
    }
    try (Socket socket = new Socket();
        Answers answers = new Answers(protocol, persona, settings.bind(), lock)) {
      connect(socket, peer, time.connect(Instant.now()));
      time.connected(Instant.now());
      timings.put("connect", System.nanoTime() - begin);
      Line line = line(socket, answers.port());
      Behaviour behaviour = protocol.behaviour(Side.DIALER, errand, persona, line);
      try {
        Transcript transcript =
            new Transcript(protocol.machine(persona.network(), persona.secrets()), LIMITS);
        Relay relay = new Relay();
        StageClock clock = new StageClock(relay, behaviour.findings());
        Endpoint endpoint = new Endpoint(Side.DIALER, transcript, behaviour);
        Talk talk = new Talk(Side.DIALER, endpoint, socket, clock, lock);
        relay.to(host.welcome(number, line, talk));
        answers.begin(
            behaviour, talk, (n, other, beside) -> clock.beside(host.beside(other, beside)));
        Set<Findings.Stage> stages = behaviour.findings().stages();
        Supplier<Instant> until =
            () ->
                time.until(
                    stages.contains(Findings.Stage.HANDSHAKE), behaviour.again().isPresent());
        Talk.Ending first = talk.run(until);
        Talk.Ending ending = talk.linger(first, until);
        synchronized (lock) {
          if (ending == Talk.Ending.TIME_OUT && first == Talk.Ending.LEFT) {
            unanswered(behaviour.findings(), line);
          }
          conclude(behaviour.findings(), ending, talk);
          if (ending == Talk.Ending.TIME_OUT) {
            talk.leave();
          }
          host.farewell(number, line, talk, ending);
          behaviour.again().ifPresent(again::putAll);
          timings.putAll(clock.timings());
          return Visit.of(peer, behaviour.findings(), transcript.transport(), timings);
        }
      } finally {
        behaviour.gone();
      }
    } catch (Socks5.Refusal e) {
      Verdict verdict =
          switch (e.code()) {
            case 3, 4 -> Verdict.UNREACHABLE;
            case 5 -> Verdict.REFUSED;
            default -> Verdict.PROXY_ERROR;
          };
      return Visit.failed(peer, verdict, e.getMessage(), timings);
    } catch (UnknownHostException e) {
      return Visit.failed(peer, Verdict.UNREACHABLE, "no host has this name", timings);
    } catch (SocketTimeoutException e) {
      return Visit.failed(
          peer,
          Verdict.TIMEOUT,
          "no answer within " + settings.connect().toMillis() + " ms",
          timings);
    } catch (NoRouteToHostException e) {
      return Visit.failed(peer, Verdict.UNREACHABLE, "no route to the host", timings);
    } catch (ConnectException e) {
      String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return why.contains("timed out")
          ? Visit.failed(peer, Verdict.TIMEOUT, why, timings)
          : Visit.failed(peer, Verdict.REFUSED, "connection refused", timings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Visit.failed(peer, Verdict.TIMEOUT, "interrupted", timings);
    } catch (EOFException e) {
      return Visit.failed(peer, Verdict.PROXY_ERROR, "the proxy closed the connection", timings);
    } catch (IOException | IllegalArgumentException e) {
      return Visit.failed(peer, Verdict.UNREACHABLE, String.valueOf(e.getMessage()), timings);
    }
  }

  private void connect(Socket socket, PeerAddress peer, Duration most) throws IOException {
    socket.setTcpNoDelay(true);
    if (settings.bind() != null) {
      socket.bind(new InetSocketAddress(settings.bind(), 0));
    }
    int patience = Math.clamp(most.toMillis(), 1, Integer.MAX_VALUE);
    Socks5 proxy = settings.proxyTo(peer.host());
    if (proxy == null) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByName(peer.host()), peer.port()), patience);
      return;
    }
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getByName(proxy.host()), proxy.port()), patience);
    } catch (IOException e) {
      throw new Socks5.Refusal(0, "the proxy cannot be reached: " + e.getMessage());
    }
    socket.setSoTimeout(patience);
    proxy.connect(socket, peer.host(), peer.port());
  }

  /** Both ends of a connection that we opened; {@code listening} is where we can be dialled. */
  static Line line(Socket socket, int listening) {
    return new Line(
        socket.getLocalAddress().getHostAddress(),
        socket.getLocalPort(),
        socket.getInetAddress().getHostAddress(),
        socket.getPort(),
        listening);
  }

  /**
   * The peer heard us out and closed, as it should, but its answer did not come to where we listen.
   */
  private static void unanswered(Findings findings, Line line) {
    String here = new PeerAddress("", line.localHost(), line.listening()).endpoint();
    findings.decide(
        Verdict.SILENT,
        "heard us out, and no answer came to " + here + " in time: can it dial us?");
  }

  private static void conclude(Findings findings, Talk.Ending ending, Talk talk) {
    switch (ending) {
      case TIME_OUT -> {
        String what = talk.heard() ? "said something, then" : "connected, said";
        findings.decide(Verdict.SILENT, what + " nothing in time");
        findings.complain("was not done in time");
      }
      case BROKEN, CLOSED -> findings.decide(Verdict.HUNG_UP, "broke the connection");
      case LEFT -> findings.decide(Verdict.PROTOCOL_ERROR, "the conversation led nowhere");
    }
  }
}
