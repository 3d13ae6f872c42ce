// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.witnet.message.Beacons.LastBeacon;
import dev.peerglot.codec.protocol.witnet.message.Inventory;
import dev.peerglot.codec.protocol.witnet.message.Peers;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.Version;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Findings.Stage;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Verdict;
import java.time.Duration;
import java.time.Instant;

/**
 * The polite peer of either role ({@code session/actor.rs}, {@code session/handlers.rs}). The
 * dialler greets; the listener answers with {@code Verack} and its own {@code Version}; the
 * dialler's {@code Verack} ends the handshake. A listener then tells its dialler's own tip back
 * every epoch ({@link Tip}), which keeps it connected. There is no ping on this network since 2019:
 * a round trip is {@code GetPeers} and {@code Peers}, which a node answers at once and each time.
 */
final class WitnetBehaviour implements Behaviour {
  /** {@code handshake_timeout_seconds}. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(5);

  /** A node that is full closes right behind our Verack; one that stays so long is not. */
  private static final Duration FULL = Duration.ofSeconds(3);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Behind the beginning of an epoch, when a node's own beacon goes out. */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  /**
   * Where nobody knows when epochs begin. A beacon counts from one epoch's middle to the next
   * one's, and a later one replaces it; candidates come in the middle, so that they are tips at
   * once.
   */
  private static final Duration REPEAT = Duration.ofSeconds(2);

  private final Side me;
  private final Errand errand;
  private final Persona persona;
  private final Findings findings = new Findings();
  private final Greeting greeting;
  private final Catalogue messages;
  private final Schema schema;
  private final Chain chain;
  private final Supply supply;
  private final Tip tip;
  private Version theirs;
  private boolean verackHeard;
  private boolean consolidated;
  private boolean heard;
  private int asked;
  private Instant askedAt;
  private Instant handshakeEnds;
  private Instant fullUntil;
  private Instant answerUntil;
  private Instant pingAt;
  private Instant beaconAt;

  WitnetBehaviour(Side me, Errand errand, Persona persona, Line line) {
    this.me = me;
    this.errand = errand;
    this.persona = persona;
    this.greeting = new Greeting(persona, line);
    this.messages = Messages.of(persona.network());
    this.chain = Networks.chain(persona.network());
    this.schema = Schema.of(chain);
    this.supply = new Supply(schema);
    this.tip = new Tip(schema);
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public Reply start(Instant now) {
    handshakeEnds = now.plus(HANDSHAKE);
    return timed(me == Side.DIALER ? new Reply().say(version(now)) : new Reply());
  }

  private Outgoing version(Instant now) {
    return Outgoing.Message.of(
        messages.get(Messages.VERSION), schema.version, greeting.ours(theirs, now));
  }

  private Outgoing verack() {
    return new Outgoing.Message(messages.get(Messages.VERACK), new byte[0]);
  }

  @Override
  public Reply on(Event event, Instant now) {
    if (event.from() == me) {
      return new Reply();
    }
    return switch (event) {
      case Event.Phase phase -> new Reply();
      case Event.Broken broken -> leave(Verdict.PROTOCOL_ERROR, broken.fault().why());
      case Event.Closed closed -> closed();
      case Event.Message message -> {
        heard = true;
        try {
          yield timed(message(message, now));
        } catch (Malformed e) {
          yield leave(Verdict.PROTOCOL_ERROR, message.kind().name() + ": " + e.line());
        }
      }
    };
  }

  private Reply leave(Verdict verdict, String why) {
    findings.decide(verdict, why);
    findings.complain(why);
    return new Reply().hangUp();
  }

  private Reply closed() {
    if (!heard) {
      return leave(
          Verdict.HUNG_UP,
          me == Side.LISTENER
              ? "closed without a word"
              : "closed without a word: as nodes do that have a peer of our network range, or no"
                  + " chain yet, or a clock more than 10 s off ours, or a version before 2.0");
    }
    if (!consolidated) {
      return me == Side.LISTENER && theirs != null
          ? leave(Verdict.REACHED, "closed behind our answer, as nodes do that only test addresses")
          : leave(Verdict.HUNG_UP, "closed during the handshake");
    }
    if (me == Side.DIALER && asked > 0) {
      return leave(
          Verdict.FULL, "closed right behind the handshake, as nodes do that take no more peers");
    }
    return leave(Verdict.HUNG_UP, "closed the connection");
  }

  private Reply message(Event.Message message, Instant now) {
    if (message.fault() != null && message.fault().path().equals(Handshake.MAGIC)) {
      return leave(Verdict.WRONG_NETWORK, message.fault().why());
    }
    if (message.kind().isUnknown()) {
      return new Reply(); // some later version's
    }
    message.kind().type().walk(new In(message.body()), Deaf.SINK);
    if (consolidated) {
      return later(message, now);
    }
    return switch (message.kind().name()) {
      case Messages.VERSION -> version(schema.version.read(new In(message.body())), now);
      case Messages.VERACK -> {
        verackHeard = true;
        yield consolidate(new Reply(), now);
      }
      default -> new Reply();
    };
  }

  private Reply version(Version version, Instant now) {
    if (theirs == null) {
      Greeting.note(version, now, findings);
    }
    var objection = greeting.judge(me, version, now);
    if (objection.isPresent()) {
      return leave(objection.get().verdict(), objection.get().why());
    }
    if (theirs != null) {
      return new Reply(); // checked again, answered once
    }
    theirs = version;
    tip.meet(version.beacon());
    Reply reply = new Reply().say(verack());
    if (me == Side.LISTENER) {
      reply.say(version(now));
    }
    return consolidate(reply, now);
  }

  /** Goes on once both have said both. */
  private Reply consolidate(Reply reply, Instant now) {
    if (theirs == null || !verackHeard) {
      return reply;
    }
    consolidated = true;
    handshakeEnds = null;
    findings.reach(Stage.HANDSHAKE);
    if (me == Side.LISTENER) {
      findings.decide(Verdict.REACHED, "");
      if (persona.full()) {
        return reply.hangUp();
      }
      beaconAt = nextBeacon(now);
      return reply;
    }
    if (errand.goal() == Errand.Goal.STAY) {
      findings.decide(Verdict.REACHED, "");
      return reply;
    }
    fullUntil = now.plus(FULL);
    answerUntil = now.plus(PATIENCE);
    return ask(reply, now);
  }

  private Reply ask(Reply reply, Instant now) {
    asked++;
    askedAt = now;
    return reply.say(PeerExchange.request());
  }

  private Reply later(Event.Message message, Instant now) {
    In in = new In(message.body());
    return switch (message.kind().name()) {
      case Messages.GET_PEERS -> new Reply().say(PeerExchange.answer(persona.neighbours().get()));
      case Messages.PEERS -> peers(Peers.WIRE.read(in), now);
      case Messages.LAST_BEACON -> {
        LastBeacon beacon = schema.beacons.lastBeacon.read(in);
        findings.fact("height", beacon.highestBlockCheckpoint().checkpoint());
        yield new Reply(); // a dialler that is behind gets no blocks from us
      }
      case Messages.BLOCK -> {
        tip.block(message.body());
        yield new Reply();
      }
      case Messages.SUPER_BLOCK_VOTE -> {
        tip.vote(schema.superBlocks.vote.read(in));
        yield new Reply();
      }
      case Messages.INVENTORY_REQUEST -> supply.serve(Inventory.REQUEST.read(in));
      default -> new Reply();
    };
  }

  private Reply peers(Peers answer, Instant now) {
    if (asked == 0) {
      return leave(Verdict.PROTOCOL_ERROR, "sent addresses that nobody had asked for");
    }
    asked--;
    findings.decide(Verdict.REACHED, "");
    fullUntil = null;
    answerUntil = null;
    if (!findings.stages().contains(Stage.ADDRESSES)) {
      findings.reach(Stage.ADDRESSES);
      PeerExchange.read(answer, persona.network(), findings);
    }
    if (me == Side.LISTENER || errand.goal() == Errand.Goal.STAY) {
      return new Reply();
    }
    if (errand.goal() == Errand.Goal.PING) {
      findings.roundTrips().add(Duration.between(askedAt, now));
      if (findings.roundTrips().size() < errand.pings()) {
        pingAt = now.plus(errand.pause());
        return new Reply();
      }
    }
    return new Reply().hangUp();
  }

  private Instant nextBeacon(Instant now) {
    Epochs epochs = chain.epochs();
    return epochs == null
        ? now.plus(REPEAT)
        : Instant.ofEpochSecond(epochs.begin(epochs.at(now.getEpochSecond()) + 1)).plus(SETTLED);
  }

  private Outgoing beacon(LastBeacon beacon) {
    return Outgoing.Message.of(
        messages.get(Messages.LAST_BEACON), schema.beacons.lastBeacon, beacon);
  }

  @Override
  public Reply wake(Instant now) {
    Reply reply = new Reply();
    if (isOver(handshakeEnds, now)) {
      return leave(
          Verdict.SILENT,
          heard ? "did not end the handshake within 5 s" : "connected, said nothing within 5 s");
    }
    if (isOver(fullUntil, now)) {
      fullUntil = null;
      findings.decide(Verdict.REACHED, "");
    }
    if (isOver(answerUntil, now)) {
      return leave(Verdict.REACHED, "did not answer GetPeers within 10 s");
    }
    if (isOver(pingAt, now)) {
      pingAt = null;
      answerUntil = now.plus(PATIENCE);
      ask(reply, now);
    }
    if (isOver(beaconAt, now)) {
      beaconAt = nextBeacon(now);
      Epochs epochs = chain.epochs();
      long epoch = epochs == null ? Long.MAX_VALUE : epochs.at(now.getEpochSecond());
      reply.say(beacon(tip.at(epoch)));
    }
    return timed(reply);
  }

  private static boolean isOver(Instant deadline, Instant now) {
    return deadline != null && !now.isBefore(deadline);
  }

  /** Asks to be woken at the first of all deadlines. */
  private Reply timed(Reply reply) {
    Instant first = null;
    for (Instant each : new Instant[] {handshakeEnds, fullUntil, answerUntil, pingAt, beaconAt}) {
      if (each != null && (first == null || each.isBefore(first))) {
        first = each;
      }
    }
    return first == null ? reply : reply.wakeAt(first);
  }

  /** Nobody says goodbye on this network. */
  @Override
  public Reply leave(Instant now) {
    return new Reply();
  }

  @Override
  public Reply wish(Outgoing outgoing, Instant now) {
    if (outgoing instanceof Outgoing.Message message) {
      supply.keep(message);
      if (message.kind().name().equals(Messages.GET_PEERS)) {
        asked++;
        askedAt = now;
      }
    }
    return new Reply().say(outgoing);
  }
}
