// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Endpoint;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.crypto.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Two polite peers in memory, in a time of their own; observers see every byte. */
final class Ends {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final End dialer;
  final End listener;
  final List<Seen> observers = new ArrayList<>();
  Instant now = START;

  private final SplittableRandom random;
  private final int most;
  private boolean started;

  /** One of them. */
  static final class End {
    final Side side;
    final Secrets secrets;
    final Behaviour behaviour;
    final Endpoint endpoint;
    final Seen seen;
    private byte[] wire = new byte[0];
    private boolean closed;
    private boolean told;

    End(Side side, Errand errand, Persona persona) {
      this.side = side;
      this.secrets = persona.secrets();
      Line line =
          side == Side.DIALER
              ? new Line("192.0.2.1", 40000, "192.0.2.2", 8333, 0)
              : new Line("192.0.2.2", 8333, "192.0.2.1", 40000, 8333);
      behaviour = new BitcoinBehaviour(side, errand, persona, line);
      Transcript transcript =
          new Transcript(new Handshake(persona.network(), secrets), Limits.DEFAULT);
      endpoint = new Endpoint(side, transcript, behaviour);
      seen = new Seen(transcript);
    }

    /** Takes what the endpoint has to say and what it saw. */
    private void collect() {
      byte[] more = endpoint.take();
      byte[] all = java.util.Arrays.copyOf(wire, wire.length + more.length);
      System.arraycopy(more, 0, all, wire.length, more.length);
      wire = all;
      for (Event event = endpoint.poll(); event != null; event = endpoint.poll()) {
        seen.events.add(event);
      }
      closed |= endpoint.hangsUp();
    }
  }

  Ends(Errand errand, Persona dialer, Persona listener, SplittableRandom random, int most) {
    this.dialer = new End(Side.DIALER, errand, dialer);
    this.listener = new End(Side.LISTENER, Errand.to(Errand.Goal.STAY), listener);
    this.random = random;
    this.most = most;
  }

  /** An observer that knows these secrets. */
  Ends watched(Network network, Secrets secrets) {
    observers.add(Seen.of(network, secrets));
    return this;
  }

  /** Lets both talk until one has hung up and everything is said, or the time is over. */
  Ends run(Duration longest) {
    if (!started) {
      started = true;
      dialer.endpoint.start(now);
      listener.endpoint.start(now);
    }
    Instant end = now.plus(longest);
    while (true) {
      dialer.collect();
      listener.collect();
      if (deliver()) {
        continue;
      }
      if (dialer.told && listener.told) {
        observers.forEach(Seen::end);
        return this;
      }
      Instant next = earlier(dialer.endpoint.wakeAt(), listener.endpoint.wakeAt());
      if (dialer.closed || listener.closed || next == null || next.isAfter(end)) {
        return this;
      }
      now = next;
      dialer.endpoint.tick(now);
      listener.endpoint.tick(now);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private boolean deliver() {
    boolean first = random.nextBoolean();
    return first
        ? deliver(dialer, listener) || deliver(listener, dialer)
        : deliver(listener, dialer) || deliver(dialer, listener);
  }

  /** Some bytes, or the end, from one to the other. Whoever has closed still sends what it said. */
  private boolean deliver(End from, End to) {
    if (from.wire.length > 0) {
      int length = Math.min(from.wire.length, 1 + random.nextInt(most));
      byte[] part = java.util.Arrays.copyOf(from.wire, length);
      from.wire = java.util.Arrays.copyOfRange(from.wire, length, from.wire.length);
      observers.forEach(observer -> observer.feed(from.side, part));
      if (!to.closed) {
        to.endpoint.receive(part, 0, length, now);
        to.collect();
      }
      return true;
    }
    if ((from.closed || to.told) && !from.told) {
      from.told = true;
      from.closed = true;
      if (!to.closed) {
        to.endpoint.ended(now);
        to.collect();
        to.closed = true;
      }
      return true;
    }
    return false;
  }

  /** Somebody with some wishes. */
  static Persona persona(Network network, long seed, String... options) {
    return persona(network, seed, new HashSet<>(), false, List.of(), options);
  }

  static Persona persona(
      Network network,
      long seed,
      Set<String> company,
      boolean full,
      List<PeerAddress> neighbours,
      String... options) {
    Map<String, String> chosen = new java.util.HashMap<>();
    for (String option : options) {
      chosen.put(
          option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
    }
    return new Persona(
        network,
        "peerglot/test",
        null,
        Entropy.seeded(seed),
        new Secrets(),
        company,
        full,
        () -> neighbours,
        chosen);
  }
}
