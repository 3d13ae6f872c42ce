// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.libp2p.message.Identify;
import dev.peerglot.codec.protocol.libp2p.message.Kademlia;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Findings.Stage;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Substream;
import dev.peerglot.codec.session.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is said on the streams of a connection: both sides ask who the other is; a dialer then does
 * its errand, and each wish of the user gets a stream of its own. Streams of the peer are answered
 * up to {@value #MOST_STREAMS} at a time.
 */
final class Dialogue {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_STREAMS = 256;

  private final Side me;
  private final Errand errand;
  private final Persona persona;
  private final Dialect dialect;
  private final Findings findings;
  private final Introduction introduction;
  private final Pinging pinging;
  private final Set<Long> theirs = new HashSet<>();
  private final Set<Long> begun = new HashSet<>();

  /** Those of their streams on which we say nothing more. */
  private final Set<Long> shut = new HashSet<>();

  private final Map<Long, Outgoing.Message> wishes = new HashMap<>();
  private PeerExchange walk;
  private boolean identified;
  private long next;
  private Instant answerUntil;

  Dialogue(
      Side me,
      Errand errand,
      Persona persona,
      Dialect dialect,
      Findings findings,
      Introduction introduction) {
    this.me = me;
    this.errand = errand;
    this.persona = persona;
    this.dialect = dialect;
    this.findings = findings;
    this.introduction = introduction;
    this.pinging = new Pinging(errand, persona.entropy());
    this.next = me == Side.DIALER ? 1 : 2;
  }

  /** Whether the peer has said who it is, or that it will not. */
  boolean isIdentified() {
    return identified;
  }

  /** What is said before the connection is left. */
  static Reply goodbye() {
    return new Reply().say(Acts.goAway(0)).hangUp();
  }

  private Reply leave(Verdict verdict, String why) {
    findings.decide(verdict, why);
    findings.complain(why);
    return new Reply().hangUp();
  }

  /** Streams can be opened now. */
  Reply begin(Instant now) {
    answerUntil = me == Side.DIALER ? now.plus(PATIENCE) : null;
    return propose(new Reply(), open(), Primitives.IDENTIFY);
  }

  private long open() {
    long number = next;
    next += 2;
    return number;
  }

  private static Reply propose(Reply reply, long number, String protocol) {
    return reply.say(Acts.tokens(number, Multistream.HEADER, protocol));
  }

  private Outgoing.Message message(String name, byte[] body, long number) {
    return new Outgoing.Message(dialect.message(name), body, new Substream(number, ""));
  }

  /** The peer opens a stream. */
  Reply opened(long number) {
    if (theirs.size() >= MOST_STREAMS) {
      return new Reply().say(Acts.reset(number));
    }
    theirs.add(number);
    return new Reply();
  }

  /** The peer will say nothing more on a stream; of its own ones we close our side too. */
  Reply closed(long number) {
    boolean open = theirs.remove(number) && !shut.remove(number);
    return open ? new Reply().say(Acts.close(number)) : new Reply();
  }

  /** The peer drops a stream. */
  Reply reset(long number, Instant now) {
    theirs.remove(number);
    shut.remove(number);
    return walk != null && walk.isOn(number) ? walked(now) : new Reply();
  }

  /** The peer wants to speak a protocol on its stream. */
  Reply proposed(long number, String protocol) {
    if (!theirs.contains(number)) {
      return new Reply();
    }
    boolean accepted = introduction.accepts(protocol);
    String answer = accepted ? protocol : Multistream.NA;
    Reply reply =
        new Reply()
            .say(
                begun.add(number)
                    ? Acts.tokens(number, Multistream.HEADER, answer)
                    : Acts.tokens(number, answer));
    if (!accepted) {
      return reply;
    }
    begun.remove(number);
    if (!protocol.equals(Primitives.IDENTIFY)) {
      return reply;
    }
    shut.add(number);
    return reply
        .say(message(Messages.IDENTIFY, introduction.identify(), number))
        .say(Acts.close(number));
  }

  /** The peer speaks the protocol that we want on our stream, or does not. */
  Reply answered(long number, String protocol, boolean accepted, Instant now) {
    if (!accepted) {
      return refused(number, protocol, now);
    }
    Outgoing.Message wish = wishes.remove(number);
    if (wish != null) {
      Reply reply = new Reply().say(wish);
      return protocol.startsWith(Primitives.MESHSUB) ? reply : reply.say(Acts.close(number));
    }
    if (pinging.isOn(number)) {
      return ping(new Reply(), now);
    }
    if (walk != null && walk.isOn(number)) {
      return new Reply()
          .say(message(Messages.FIND_NODE, walk.request(), number))
          .say(Acts.close(number));
    }
    return new Reply();
  }

  private Reply refused(long number, String protocol, Instant now) {
    wishes.remove(number);
    Reply reply = new Reply().say(Acts.close(number));
    if (pinging.isOn(number)) {
      findings.complain("does not answer pings");
      return errand.goal() == Errand.Goal.PING ? reply.then(goodbye()) : reply;
    }
    if (walk != null && walk.isOn(number)) {
      findings.complain("does not speak " + protocol);
      return reply.then(walked(now));
    }
    if (protocol.equals(Primitives.IDENTIFY)) {
      findings.complain("does not say who it is");
      return reply.then(greeted(now));
    }
    return reply;
  }

  /** A message of the peer. */
  Reply heard(Event.Message message, Instant now) {
    long number = message.substream().number();
    boolean own = (number % 2 == 1) == (me == Side.DIALER);
    In in = new In(message.body());
    return switch (message.kind().name()) {
      case Messages.IDENTIFY -> {
        introduction.note(Identify.WIRE.read(in), findings);
        yield own && !identified ? greeted(now) : new Reply();
      }
      case Messages.PING ->
          own ? pong(message.body(), now) : new Reply().say(Acts.raw(number, message.body()));
      case Messages.FIND_NODE -> findNode(Kademlia.wire(0).read(in), own, number, now);
      default -> new Reply();
    };
  }

  /** The peer has said who it is, or that it will not. */
  private Reply greeted(Instant now) {
    identified = true;
    answerUntil = null;
    findings.decide(Verdict.REACHED, "");
    findings.reach(Stage.HANDSHAKE);
    if (me == Side.LISTENER) {
      return new Reply();
    }
    return switch (errand.goal()) {
      case GREET -> goodbye();
      case PING, STAY -> {
        long number = open();
        pinging.begin(number);
        answerUntil = errand.goal() == Errand.Goal.PING ? now.plus(PATIENCE) : null;
        yield propose(new Reply(), number, Primitives.PING);
      }
      case ASK_PEERS -> {
        Optional<String> kademlia = introduction.kademlia();
        if (kademlia.isEmpty()) {
          findings.complain("does not serve Kademlia");
          yield goodbye();
        }
        walk = new PeerExchange(kademlia.get(), introduction.peer(), persona.entropy());
        yield walked(now);
      }
    };
  }

  /** Asks the next question of the walk, or leaves. */
  private Reply walked(Instant now) {
    if (walk.isOver()) {
      findings.reach(Stage.ADDRESSES);
      return goodbye();
    }
    answerUntil = now.plus(PATIENCE);
    long number = open();
    walk.ask(number);
    return propose(new Reply(), number, walk.protocol());
  }

  private Reply findNode(Kademlia message, boolean own, long number, Instant now) {
    if (!own) {
      // The stream stays open: go-libp2p-kad-dht asks its next questions on it too.
      byte[] answer = PeerExchange.answer(persona.neighbours().get(), persona.network());
      return new Reply().say(message(Messages.FIND_NODE, answer, number));
    }
    if (walk == null || !walk.isOn(number)) {
      return new Reply();
    }
    walk.hear(message, persona.network(), findings);
    return walked(now);
  }

  private Reply ping(Reply reply, Instant now) {
    answerUntil = now.plus(PATIENCE);
    return reply.say(pinging.ping(now));
  }

  private Reply pong(byte[] data, Instant now) {
    if (!pinging.pong(data, now, findings)) {
      return leave(Verdict.PROTOCOL_ERROR, "answers a ping with other bytes");
    }
    answerUntil = null;
    return pinging.isDone(findings) ? goodbye() : new Reply();
  }

  /** A message of the user gets a stream of its own. */
  Reply wish(Outgoing outgoing) {
    if (!(outgoing instanceof Outgoing.Message message) || message.substream() != null) {
      return new Reply().say(outgoing);
    }
    long number = open();
    wishes.put(
        number, new Outgoing.Message(message.kind(), message.body(), new Substream(number, "")));
    return propose(new Reply(), number, introduction.protocolOf(message.kind().name()));
  }

  /** It may be time for something. */
  Reply wake(Instant now) {
    if (answerUntil != null && !now.isBefore(answerUntil)) {
      answerUntil = null;
      if (!identified) {
        return leave(Verdict.SILENT, "did not say who it is within 10 s");
      }
      if (walk != null) {
        findings.complain("did not answer FIND_NODE within 10 s");
        walk.tire();
        return walked(now);
      }
      return leave(Verdict.REACHED, "did not answer a ping within 10 s");
    }
    return pinging.isDue(now) ? ping(new Reply(), now) : new Reply();
  }

  /** The same reply, with the time of what is due next. */
  Reply timed(Reply reply) {
    Instant ping = pinging.due();
    boolean sooner = answerUntil != null && (ping == null || answerUntil.isBefore(ping));
    Instant first = sooner ? answerUntil : ping;
    return first == null ? reply : reply.wakeAt(first);
  }
}
