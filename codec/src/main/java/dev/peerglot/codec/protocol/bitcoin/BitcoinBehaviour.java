// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.bitcoin.message.Headers;
import dev.peerglot.codec.protocol.bitcoin.message.Ping;
import dev.peerglot.codec.protocol.bitcoin.message.Version;
import dev.peerglot.codec.schema.Type;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The polite peer ({@code net_processing.cpp}). The dialer speaks first; the listener answers a
 * version with its own, both name their features before their verack. Then it is the errand's turn;
 * pings and requests for headers are answered all the time. A listener shows a peer the tip of the
 * peer's own chain, so that Core keeps it ({@link PeerChain}).
 */
final class BitcoinBehaviour implements Behaviour {
  /** {@code DEFAULT_PEER_CONNECT_TIMEOUT} of Core: to shake hands. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(60);

  /** A listener sends its terminator with its key, or as soon as it has ours. */
  private static final Duration TERMINATOR = Duration.ofSeconds(3);

  /** {@code PING_INTERVAL} of Core. */
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);

  /** {@code TIMEOUT_INTERVAL}: no pong for that long ends a connection. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final int MOST_WISHES = 1000;

  private final Side me;
  private final Errand errand;
  private final Persona persona;
  private final Choices choices;
  private final Findings findings = new Findings();
  private final Greeting greeting;
  private final Supply supply = new Supply();
  private final PeerExchange exchange;
  private final PeerChain chain;
  private final List<Outgoing> wishes = new ArrayList<>();
  private Keys.Pair keys;
  private Version theirs;
  private boolean heard;
  private boolean keyed;
  private boolean terminated;
  private boolean greeted;
  private boolean wantsAddrV2;
  private boolean wantsWtxids;
  private int pings;
  private long pingNonce;
  private Instant pingSent;
  private Instant started = Instant.EPOCH;

  BitcoinBehaviour(Side me, Errand errand, Persona persona, Line line) {
    this.me = me;
    this.errand = errand;
    this.persona = persona;
    this.choices = Choices.of(persona.network(), persona.options());
    this.greeting = new Greeting(me, persona, line, choices);
    this.exchange = new PeerExchange(persona.network(), line, findings);
    this.chain = new PeerChain(Chain.of(persona.network()));
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public Reply start(Instant now) {
    started = now;
    if (me == Side.LISTENER) {
      return persona.full()
          ? leaveWith(Verdict.FULL, "we take no more peers")
          : new Reply().wakeAt(now.plus(HANDSHAKE));
    }
    greeting.enter();
    Reply reply = choices.encrypts() ? showKey() : new Reply().say(greeting.version(now));
    return reply.wakeAt(now.plus(HANDSHAKE));
  }

  /** The key and, as Core, anything from no garbage to the most there may be. */
  private Reply showKey() {
    keys = Keys.Pair.fresh(persona.entropy());
    persona.secrets().add(Keys.EPHEMERAL, keys.shown(), keys.secret());
    // A little less than BIP 324 allows, so that whoever is of another network can tell our
    // opening,
    // which it cannot read, from endless noise.
    byte[] garbage = persona.entropy().bytes(persona.entropy().below(Packets.GARBAGE - 95));
    byte[] sent = Arrays.copyOf(keys.shown(), keys.shown().length + garbage.length);
    System.arraycopy(garbage, 0, sent, keys.shown().length, garbage.length);
    return new Reply().say(new Outgoing.Plain(sent));
  }

  @Override
  public Reply on(Event event, Instant now) {
    if (event instanceof Event.Phase phase && phase.step() instanceof Handshake.Keyed) {
      keyed = true;
      Reply reply = new Reply().say(new Outgoing.Message(Handshake.VERSION_PACKET, new byte[0]));
      return me == Side.DIALER
          ? reply.say(greeting.version(now)).wakeAt(now.plus(TERMINATOR))
          : reply;
    }
    if (event.from() == me) {
      return new Reply();
    }
    heard |= !(event instanceof Event.Closed) || event.at() > 0;
    return switch (event) {
      case Event.Phase phase -> phase((Handshake.Phase) phase.step());
      case Event.Broken broken -> broken(broken);
      case Event.Closed closed -> leaveWith(Verdict.HUNG_UP, "closed the connection" + place());
      case Event.Message message when message.fault() != null -> new Reply(); // dropped, as by Core
      case Event.Message message -> {
        try {
          yield message(message, now);
        } catch (Malformed e) {
          yield leaveWith(Verdict.PROTOCOL_ERROR, message.kind().name() + ": " + e.line());
        }
      }
    };
  }

  private Reply phase(Handshake.Phase phase) {
    return switch (phase) {
      case Handshake.Plain plain -> plain(plain);
      case Handshake.Encrypted encrypted when me == Side.LISTENER ->
          choices.encrypts()
              ? showKey()
              : leaveWith(Verdict.PROTOCOL_ERROR, "begins with something else than a v1 frame");
      case Handshake.Garbage garbage -> {
        terminated = true;
        yield garbage.network().equals(persona.network())
            ? new Reply()
            : strange(garbage.network().scheme());
      }
      case Handshake.VersionPacket packet -> {
        findings.fact("session_id", Hex.of(packet.sessionId()));
        findings.reach(Stage.CRYPTO);
        yield new Reply();
      }
      case Handshake.Astray astray when astray.noise() && me == Side.DIALER && theirs == null ->
          leaveWith(
              Verdict.WRONG_NETWORK, "answers with a v2 key, as a node of another network does");
      case Handshake.Astray astray -> leaveWith(Verdict.PROTOCOL_ERROR, astray.why());
      default -> new Reply();
    };
  }

  private Reply plain(Handshake.Plain plain) {
    if (!Arrays.equals(plain.magic(), persona.network().id())) {
      return strange(plain.network().isEmpty() ? "an unknown network" : plain.network());
    }
    boolean unasked = me == Side.DIALER ? choices.encrypts() : !choices.takesPlain();
    return unasked
        ? leaveWith(Verdict.PROTOCOL_ERROR, "speaks v1 where v2 was asked for")
        : new Reply();
  }

  private Reply strange(String network) {
    return leaveWith(
        Verdict.WRONG_NETWORK, "is of " + network + ", not of " + persona.network().scheme());
  }

  /**
   * The magic is in the keys: on another network the terminator is another one, and the node closes
   * or waits soon behind it (see {@link #unfinished}). One that goes on and on sends noise.
   */
  private Reply broken(Event.Broken broken) {
    boolean noise = broken.size() >= Packets.GARBAGE + Packets.TERMINATOR;
    Verdict verdict =
        keys == null
            ? Verdict.PROTOCOL_ERROR
            : keyed && !terminated && !noise ? Verdict.WRONG_NETWORK : Verdict.CRYPTO_ERROR;
    return leaveWith(verdict, broken.fault().why());
  }

  private String place() {
    if (!heard) {
      return keys == null
          ? " without a word: full, banned, or of another network"
          : " without a word: full, banned, of another network, or it knows v1 only";
    }
    if (theirs == null) {
      return " before its version";
    }
    return greeted ? "" : " during the handshake";
  }

  private Reply leaveWith(Verdict verdict, String why) {
    findings.decide(verdict, why);
    findings.complain(why);
    return new Reply().hangUp();
  }

  private Reply message(Event.Message message, Instant now) {
    String name = message.kind().name();
    if (theirs == null) {
      return name.equals(Messages.VERSION)
          ? version(Version.WIRE.read(new In(message.body())), now)
          : new Reply();
    }
    if (!greeted) {
      switch (name) {
        case Messages.SENDADDRV2 -> wantsAddrV2 = true;
        case Messages.WTXIDRELAY -> wantsWtxids = true;
        case Messages.VERACK -> {
          return greet(now);
        }
        default -> {
          return new Reply(); // ignored before the verack, as by Core
        }
      }
      return new Reply();
    }
    return switch (name) {
      case Messages.PING -> pong(message);
      case Messages.PONG -> ponged(message, now);
      case Messages.GETHEADERS ->
          me == Side.LISTENER
              ? chain.asked(message.body())
              : say(new Reply(), Messages.HEADERS, Headers.WIRE, new Headers(List.of()));
      case Messages.HEADERS -> me == Side.LISTENER ? chain.headers(message.body()) : new Reply();
      case Messages.BLOCK -> me == Side.LISTENER ? chain.block(message.body()) : new Reply();
      case Messages.GETADDR -> addresses(now);
      case Messages.ADDR, Messages.ADDRV2 -> told(message, now);
      case Messages.GETDATA -> supply.serve(message.body());
      case Messages.INV ->
          errand.goal() == Errand.Goal.STAY ? supply.fetch(message.body()) : new Reply();
      default -> new Reply();
    };
  }

  private Reply version(Version version, Instant now) {
    if (me == Side.LISTENER && greeting.isOurself(version)) {
      return leaveWith(Verdict.REACHED, "we are connected to ourselves");
    }
    theirs = version;
    greeting.note(version, findings);
    if (me == Side.LISTENER && version.version() < Greeting.OLDEST) {
      return leaveWith(
          Verdict.PROTOCOL_ERROR,
          "obsolete protocol version " + version.version() + ", below " + Greeting.OLDEST);
    }
    Reply reply = new Reply();
    if (me == Side.LISTENER) {
      reply.say(greeting.version(now));
    }
    if (version.version() >= Greeting.FEATURES) {
      reply.say(plain(Messages.WTXIDRELAY)).say(plain(Messages.SENDADDRV2));
    }
    if (greeting.servesWitnesses(version)) {
      supply.useWitnesses();
    }
    return reply.say(plain(Messages.VERACK));
  }

  /** Version and verack of both are through. */
  private Reply greet(Instant now) {
    greeted = true;
    greeting.leave();
    findings.decide(Verdict.REACHED, "");
    findings.reach(Stage.HANDSHAKE);
    if (wantsWtxids && theirs.version() >= Greeting.FEATURES) {
      supply.useWtxids();
    }
    Reply reply = new Reply();
    for (Outgoing wish : wishes) {
      supply.offer(wish).sayings().forEach(reply::say);
    }
    wishes.clear();
    if (me == Side.LISTENER) {
      return reply.wakeAt(now.plus(KEEP_ALIVE));
    }
    return switch (errand.goal()) {
      case GREET -> reply.hangUp();
      case ASK_PEERS -> reply.say(exchange.request(now)).wakeAt(now.plus(PeerExchange.PATIENCE));
      case PING -> ping(reply, now);
      case STAY -> reply.wakeAt(now.plus(KEEP_ALIVE));
    };
  }

  private Reply addresses(Instant now) {
    if (me == Side.DIALER) {
      return new Reply(); // Core does not tell those whom it dialled
    }
    Outgoing answer = exchange.answer(persona.neighbours().get(), wantsAddrV2, now);
    return answer == null ? new Reply() : new Reply().say(answer);
  }

  private Reply told(Event.Message message, Instant now) {
    Instant until = exchange.read(message, now);
    if (until == null || me == Side.LISTENER || errand.goal() != Errand.Goal.ASK_PEERS) {
      return new Reply();
    }
    return until.isAfter(now) ? new Reply().wakeAt(until) : new Reply().hangUp();
  }

  private static Reply pong(Event.Message message) {
    Ping ping = Ping.WIRE.read(new In(message.body()));
    return ping.nonce() == null ? new Reply() : say(new Reply(), Messages.PONG, Ping.PONG, ping);
  }

  private Reply ping(Reply reply, Instant now) {
    pings++;
    pingNonce = persona.entropy().nextLong();
    pingSent = now;
    return say(reply, Messages.PING, Ping.WIRE, new Ping(pingNonce));
  }

  private Reply ponged(Event.Message message, Instant now) {
    Long nonce = Ping.PONG.read(new In(message.body())).nonce();
    if (pingSent == null || nonce == null || nonce != pingNonce) {
      return new Reply();
    }
    findings.roundTrips().add(Duration.between(pingSent, now));
    pingSent = null;
    if (errand.goal() != Errand.Goal.PING || me == Side.LISTENER) {
      return new Reply();
    }
    return pings >= errand.pings()
        ? new Reply().hangUp()
        : new Reply().wakeAt(now.plus(errand.pause()));
  }

  @Override
  public Reply wake(Instant now) {
    if (!greeted) {
      return unfinished(now);
    }
    if (me == Side.DIALER && errand.goal() == Errand.Goal.ASK_PEERS) {
      return new Reply().hangUp();
    }
    if (me == Side.DIALER && errand.goal() == Errand.Goal.PING) {
      return pingSent == null ? ping(new Reply(), now) : new Reply();
    }
    Reply reply = new Reply().wakeAt(now.plus(KEEP_ALIVE));
    if (pingSent == null) {
      return ping(reply, now);
    }
    return now.isBefore(pingSent.plus(PATIENCE))
        ? reply
        : leaveWith(Verdict.SILENT, "no pong for " + PATIENCE.toMinutes() + " minutes");
  }

  private Reply unfinished(Instant now) {
    if (me == Side.DIALER && keyed && !terminated) {
      return leaveWith(Verdict.WRONG_NETWORK, "no terminator that we know came behind its key");
    }
    return now.isBefore(started.plus(HANDSHAKE))
        ? new Reply().wakeAt(started.plus(HANDSHAKE))
        : leaveWith(Verdict.SILENT, "no handshake in " + HANDSHAKE.toSeconds() + " seconds");
  }

  @Override
  public Reply leave(Instant now) {
    return new Reply(); // nothing is said before leaving
  }

  @Override
  public Reply wish(Outgoing outgoing, Instant now) {
    if (greeted) {
      return supply.offer(outgoing);
    }
    if (wishes.size() < MOST_WISHES) {
      wishes.add(outgoing);
    }
    return new Reply();
  }

  @Override
  public Optional<Map<String, String>> again() {
    boolean unheard = me == Side.DIALER && keys != null && !heard;
    return unheard && choices.takesPlain()
        ? Optional.of(Map.of(Choices.TRANSPORT, Handshake.V1))
        : Optional.empty();
  }

  @Override
  public void gone() {
    greeting.leave();
    if (keys != null) {
      persona.secrets().remove(Keys.EPHEMERAL, keys.shown());
    }
  }

  private static Outgoing plain(String name) {
    return new Outgoing.Message(Messages.ALL.get(name), new byte[0]);
  }

  private static <T> Reply say(Reply reply, String name, Type<T> type, T value) {
    return reply.say(Outgoing.Message.of(Messages.ALL.get(name), type, value));
  }
}
