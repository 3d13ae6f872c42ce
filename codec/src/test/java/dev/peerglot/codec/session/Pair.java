// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.crypto.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two ends of one protocol in memory and virtual time. Bytes travel in random cuts and
 * interleavings; observers see the same bytes in cuts of their own.
 */
public final class Pair {
  private static final int MOST_ROUNDS = 20_000;

  private final Protocol protocol;
  private final Network network;
  private final SplittableRandom random;
  private final End dialer;
  private final End listener;
  private final List<Piece> wire = new ArrayList<>();
  private final Map<Side, Persona> personas = new EnumMap<>(Side.class);
  private final Queue<Call> later = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-01-31T12:00:00Z");

  /** What was carried over the wire, in order. */
  public record Piece(Side from, byte[] bytes) {}

  private static final class End {
    private final Endpoint endpoint;
    private final Behaviour behaviour;
    private final Secrets secrets;
    private final List<String> seen = new ArrayList<>();
    private byte[] outbox = new byte[0];
    private boolean closed;

    private End(Endpoint endpoint, Behaviour behaviour, Secrets secrets) {
      this.endpoint = endpoint;
      this.behaviour = behaviour;
      this.secrets = secrets;
    }
  }

  /** A pair that has not begun. */
  public Pair(Protocol protocol, Network network, Errand errand, long seed) {
    this(protocol, network, network, errand, seed);
  }

  /** A pair whose listener may be on another network. */
  public Pair(
      Protocol protocol, Network network, Network listenersNetwork, Errand errand, long seed) {
    this.protocol = protocol;
    this.network = network;
    this.random = new SplittableRandom(seed);
    this.dialer = end(Side.DIALER, network, errand, seed * 2);
    this.listener = end(Side.LISTENER, listenersNetwork, Errand.to(Errand.Goal.STAY), seed * 2 + 1);
  }

  private End end(Side side, Network net, Errand errand, long seed) {
    Secrets secrets = new Secrets();
    Persona persona =
        new Persona(
                net,
                "pair/" + side.word(),
                null,
                Entropy.seeded(seed),
                secrets,
                ConcurrentHashMap.newKeySet(),
                false,
                () ->
                    List.of(
                        new PeerAddress(net.scheme(), "192.0.2.1", 1000),
                        new PeerAddress(net.scheme(), "192.0.2.2", 2000),
                        new PeerAddress(net.scheme(), "192.0.2.3", 3000)))
            .settled();
    personas.put(side, persona);
    return end(side, net, protocol.behaviour(side, errand, persona, line(side)), secrets);
  }

  /** The dialer listens where it needs that for the answers. */
  private Line line(Side side) {
    return side == Side.DIALER
        ? new Line(
            "192.0.2.10", 40000, "192.0.2.20", 1776, protocol.answersOnNewConnections() ? 40001 : 0)
        : new Line("192.0.2.20", 1776, "192.0.2.10", 40000, 1776);
  }

  private End end(Side side, Network net, Behaviour behaviour, Secrets secrets) {
    Transcript transcript = new Transcript(protocol.machine(net, secrets), Limits.DEFAULT);
    return new End(new Endpoint(side, transcript, behaviour), behaviour, secrets);
  }

  /** Runs until the dialer has left or nothing moves for an hour of virtual time. */
  public Pair run() {
    dialer.endpoint.start(now);
    listener.endpoint.start(now);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      drain(dialer);
      drain(listener);
      boolean toListener = random.nextBoolean();
      boolean moved =
          toListener
              ? carry(Side.DIALER, dialer, listener) || carry(Side.LISTENER, listener, dialer)
              : carry(Side.LISTENER, listener, dialer) || carry(Side.DIALER, dialer, listener);
      if (moved || calls(dialer, listener) || calls(listener, dialer)) {
        continue;
      }
      boolean quiet = dialer.endpoint.hangsUp() || dialer.endpoint.saysNoMore();
      if (quiet && !listener.closed) {
        listener.closed = true;
        listener.endpoint.ended(now);
      } else if (listener.endpoint.hangsUp() && !dialer.closed) {
        dialer.closed = true;
        dialer.endpoint.ended(now);
      } else if (dialer.endpoint.hangsUp()
          || dialer.closed && !dialer.endpoint.awaits(now)
          || !sleep()) {
        break;
      }
    }
    drain(dialer);
    drain(listener);
    return this;
  }

  /** Makes one connection that an end has asked for, from its first byte to its last. */
  private boolean calls(End from, End to) {
    Call call = from.endpoint.pollCall();
    if (call == null && from == listener) {
      call = later.poll();
    }
    if (call == null) {
      return false;
    }
    End caller = end(Side.DIALER, network, call.behaviour(), from.secrets);
    Line line = from == listener ? back() : line(Side.LISTENER);
    Behaviour receiver =
        from == listener
            ? to.behaviour.inbound(line)
            : protocol.behaviour(
                Side.LISTENER, Errand.to(Errand.Goal.STAY), personas.get(Side.LISTENER), line);
    End called = end(Side.LISTENER, network, receiver, to.secrets);
    caller.endpoint.start(now);
    called.endpoint.start(now);
    drain(caller);
    for (byte one : caller.outbox) {
      called.endpoint.receive(new byte[] {one}, 0, 1, now);
    }
    now = now.plusMillis(1);
    called.endpoint.ended(now);
    caller.endpoint.ended(now);
    for (Call next = called.endpoint.pollCall(); next != null; next = called.endpoint.pollCall()) {
      later.add(next);
    }
    return true;
  }

  /** The connection of an answer, as the dialer sees it. */
  private static Line back() {
    return new Line("192.0.2.10", 40001, "192.0.2.20", 50000, 40001);
  }

  private boolean sleep() {
    Instant next = null;
    for (End end : new End[] {dialer, listener}) {
      Instant wake = end.endpoint.wakeAt();
      if (wake != null && (next == null || wake.isBefore(next))) {
        next = wake;
      }
    }
    if (next == null
        || Duration.between(now, next).toMinutes() > 60
        || next.isAfter(Instant.parse("2026-01-31T14:00:00Z"))) {
      return false;
    }
    now = next.isAfter(now) ? next : now;
    dialer.endpoint.tick(now);
    listener.endpoint.tick(now);
    return true;
  }

  private boolean carry(Side from, End sender, End receiver) {
    if (sender.outbox.length == 0) {
      return false;
    }
    int cut =
        random.nextInt(3) == 0 ? sender.outbox.length : 1 + random.nextInt(sender.outbox.length);
    byte[] part = java.util.Arrays.copyOf(sender.outbox, cut);
    sender.outbox = java.util.Arrays.copyOfRange(sender.outbox, cut, sender.outbox.length);
    wire.add(new Piece(from, part));
    if (!receiver.endpoint.hangsUp()) {
      receiver.endpoint.receive(part, 0, part.length, now);
    }
    now = now.plusMillis(1);
    return true;
  }

  private static void drain(End end) {
    for (Event event = end.endpoint.poll(); event != null; event = end.endpoint.poll()) {
      note(end.seen, event);
    }
    byte[] more = end.endpoint.take();
    byte[] all = java.util.Arrays.copyOf(end.outbox, end.outbox.length + more.length);
    System.arraycopy(more, 0, all, end.outbox.length, more.length);
    end.outbox = all;
  }

  private static void note(List<String> seen, Event event) {
    switch (event) {
      case Event.Message m ->
          seen.add(
              m.from()
                  + " "
                  + m.at()
                  + "+"
                  + m.size()
                  + " "
                  + m.kind().name()
                  + " "
                  + Hex.of(m.body()));
      case Event.Broken b -> seen.add(b.from() + " " + b.at() + " broken " + b.fault().why());
      default -> {}
    }
  }

  /**
   * What an observer sees of the bytes on the wire, cut by {@code cut} bytes at a time, 0: as sent.
   */
  public List<String> observe(Secrets secrets, int cut) {
    Transcript transcript = new Transcript(protocol.machine(network, secrets), Limits.DEFAULT);
    List<String> seen = new ArrayList<>();
    for (Piece piece : wire) {
      int step = cut == 0 ? piece.bytes.length : cut;
      for (int i = 0; i < piece.bytes.length; i += step) {
        transcript.feed(piece.from, piece.bytes, i, Math.min(step, piece.bytes.length - i));
      }
    }
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      note(seen, event);
    }
    return seen;
  }

  /** The pieces that were carried. */
  public List<Piece> wire() {
    return wire;
  }

  /** Messages and faults of one direction, as an end saw them. */
  public List<String> seenBy(Side end, Side from) {
    return only((end == Side.DIALER ? dialer : listener).seen, from);
  }

  /** Lines of one direction. */
  public static List<String> only(List<String> lines, Side from) {
    return lines.stream().filter(line -> line.startsWith(from.toString())).toList();
  }

  /** The secrets of one end. */
  public Secrets secrets(Side end) {
    return (end == Side.DIALER ? dialer : listener).secrets;
  }

  /** What an end has found out. */
  public Findings findings(Side end) {
    return (end == Side.DIALER ? dialer : listener).endpoint.findings();
  }
}
