// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.layer.Mplex;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.Yamux;
import dev.peerglot.codec.protocol.libp2p.message.Identify;
import dev.peerglot.codec.protocol.libp2p.message.Kademlia;
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
import dev.peerglot.codec.session.Substream;
import dev.peerglot.codec.session.Verdict;
import dev.peerglot.crypto.Party;
import dev.peerglot.crypto.curve.X25519;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The polite peer of either role. The dialer proposes Noise, then yamux, then mplex, or takes a
 * muxer that the listener offers early; a listener offers none early, because go-libp2p and
 * js-libp2p do not agree whose order counts, and js leaves where nothing is in common. Both sides
 * ask for the other's identity once streams can be opened, and answer identify, ping and FIND_NODE;
 * gossip is listened to and not spoken. A dialer asks for neighbours by {@link PeerExchange}.
 */
public final class Libp2pBehaviour implements Behaviour {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration ALIVE = Duration.ofSeconds(15);

  /** How many streams of a peer are answered at a time. */
  private static final int MOST_STREAMS = 256;

  private static final int PING = 32;

  /** In order of preference. */
  private static final List<String> MUXERS = List.of(Yamux.PROTOCOL, Mplex.PROTOCOL);

  /** go-libp2p's code for a peer that is one too many; others close without one. */
  private static final long RESOURCE_LIMIT = 0x1001;

  private static final long RATE_LIMIT = 0x1002;

  private final Side me;
  private final Errand errand;
  private final Persona persona;
  private final Dialect dialect;
  private final Findings findings = new Findings();
  private final Introduction introduction;
  private final Party fixed;
  private final Party ephemeral;
  private final Set<Long> theirs = new HashSet<>();
  private final Set<Long> begun = new HashSet<>();
  private final Map<Long, Outgoing.Message> wishes = new HashMap<>();
  private PeerExchange walk;
  private boolean muxed;
  private boolean headed;
  private boolean identified;
  private long nextStream;
  private long pingStream;
  private boolean pingReady;
  private byte[] pingData;
  private Instant pingSent;
  private Instant answerUntil;
  private Instant pingAt;

  /** A peer of a network with that dialect. */
  public Libp2pBehaviour(Side me, Errand errand, Persona persona, Line line, Dialect dialect) {
    this.me = me;
    this.errand = errand;
    this.persona = persona;
    this.dialect = dialect;
    this.introduction = new Introduction(persona, line, dialect);
    this.fixed = X25519.newParty(persona.entropy());
    this.ephemeral = X25519.newParty(persona.entropy());
    this.nextStream = me == Side.DIALER ? 1 : 2;
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public Reply start(Instant now) {
    persona.secrets().add(Keys.STATIC, fixed.publicKey(), fixed.privateKey().orElseThrow());
    persona
        .secrets()
        .add(Keys.EPHEMERAL, ephemeral.publicKey(), ephemeral.privateKey().orElseThrow());
    return me == Side.DIALER
        ? new Reply().say(plain(Multistream.HEADER, Primitives.NOISE))
        : new Reply();
  }

  private static Outgoing plain(String... tokens) {
    return new Outgoing.Plain(Multistream.tokens(tokens));
  }

  private Outgoing handshake(byte[] payload) {
    return Acts.handshake(fixed.publicKey(), ephemeral.publicKey(), payload);
  }

  private byte[] payload(List<String> muxers) {
    return introduction.payload(fixed.publicKey(), muxers);
  }

  @Override
  public Reply on(Event event, Instant now) {
    if (event.from() == me) {
      return event instanceof Event.Phase p && p.step() instanceof Steps.Muxed
          ? timed(ready(now))
          : new Reply();
    }
    return switch (event) {
      case Event.Phase phase when phase.step() instanceof Steps step -> timed(step(step, now));
      case Event.Phase phase -> new Reply();
      case Event.Broken broken -> broken(broken);
      case Event.Closed closed -> leave(Verdict.HUNG_UP, "closed the connection " + place());
      case Event.Message message -> {
        try {
          yield timed(message(message, now));
        } catch (Malformed e) {
          yield leave(Verdict.PROTOCOL_ERROR, message.kind().name() + ": " + e.line());
        }
      }
    };
  }

  private String place() {
    if (!muxed) {
      return "before streams could be opened";
    }
    return identified ? "" : "before it said who it is";
  }

  private Reply leave(Verdict verdict, String why) {
    findings.decide(verdict, why.strip());
    findings.complain(why.strip());
    return new Reply().hangUp();
  }

  private Reply broken(Event.Broken broken) {
    boolean crypto = broken.fault().why().contains("tag") || !muxed && headed;
    return leave(crypto ? Verdict.CRYPTO_ERROR : Verdict.PROTOCOL_ERROR, broken.fault().why());
  }

  private Reply step(Steps step, Instant now) {
    return switch (step) {
      case Steps.Proposed proposed -> proposed(proposed);
      case Steps.Answered answered -> answered(answered, now);
      case Steps.NoiseSeen seen when seen.number() == 1 ->
          new Reply().say(handshake(payload(List.of())));
      case Steps.IdentityShown shown -> identity(shown);
      case Steps.Muxed ready -> ready(now);
      case Steps.Opened opened -> opened(opened.substream());
      case Steps.Closed closed -> {
        theirs.remove(closed.substream());
        yield new Reply();
      }
      case Steps.Reset reset -> {
        theirs.remove(reset.substream());
        yield reset(reset, now);
      }
      case Steps.WindowLow low ->
          low.left() < 0
              ? leave(Verdict.PROTOCOL_ERROR, "sent more than the window of a stream allows")
              : new Reply().say(Acts.window(low.substream(), Yamux.WINDOW));
      case Steps.SessionPing ping ->
          ping.answer() ? new Reply() : new Reply().say(Acts.pong(ping.value()));
      case Steps.GoneAway gone -> goneAway(gone.code());
      case Steps.NoiseSeen seen -> new Reply();
      case Steps.SentAhead ahead -> new Reply();
      case Steps.Abandoned abandoned -> new Reply();
    };
  }

  private Reply goneAway(long code) {
    return code == RESOURCE_LIMIT || code == RATE_LIMIT
        ? leave(Verdict.FULL, "takes no more peers: went away with code " + code)
        : leave(Verdict.HUNG_UP, "went away with code " + code);
  }

  private Reply opened(long number) {
    if (theirs.size() >= MOST_STREAMS) {
      return new Reply().say(Acts.reset(number));
    }
    theirs.add(number);
    return new Reply();
  }

  private Reply proposed(Steps.Proposed proposed) {
    String protocol = proposed.protocol();
    return switch (proposed.storey()) {
      case SECURITY -> {
        String answer = protocol.equals(Primitives.NOISE) ? protocol : Multistream.NA;
        Outgoing says = headed ? plain(answer) : plain(Multistream.HEADER, answer);
        headed = true;
        yield new Reply().say(says);
      }
      case MUXER -> {
        yield new Reply().say(answer(0, MUXERS.contains(protocol) ? protocol : Multistream.NA));
      }
      case STREAM -> {
        long number = proposed.substream();
        if (!theirs.contains(number)) {
          yield new Reply();
        }
        yield stream(number, protocol);
      }
    };
  }

  private Outgoing answer(long number, String answer) {
    return begun.add(number)
        ? Acts.tokens(number, Multistream.HEADER, answer)
        : Acts.tokens(number, answer);
  }

  private Reply stream(long number, String protocol) {
    if (!introduction.accepts(protocol)) {
      return new Reply().say(answer(number, Multistream.NA));
    }
    Reply reply = new Reply().say(answer(number, protocol));
    begun.remove(number);
    if (protocol.equals(Primitives.IDENTIFY)) {
      reply
          .say(message(Messages.IDENTIFY, introduction.identify(), number))
          .say(Acts.close(number));
    }
    return reply;
  }

  private Outgoing.Message message(String name, byte[] body, long number) {
    return new Outgoing.Message(dialect.message(name), body, new Substream(number, ""));
  }

  private Reply answered(Steps.Answered answered, Instant now) {
    String protocol = answered.protocol();
    return switch (answered.storey()) {
      case SECURITY -> {
        headed = true;
        yield answered.accepted()
            ? new Reply().say(handshake(new byte[0]))
            : leave(Verdict.PROTOCOL_ERROR, "does not speak Noise");
      }
      case MUXER -> {
        if (answered.accepted()) {
          yield new Reply();
        }
        yield protocol.equals(Yamux.PROTOCOL)
            ? new Reply().say(Acts.tokens(0, Mplex.PROTOCOL))
            : leave(Verdict.PROTOCOL_ERROR, "speaks neither yamux nor mplex");
      }
      case STREAM -> answeredStream(answered, now);
    };
  }

  private Reply answeredStream(Steps.Answered answered, Instant now) {
    long number = answered.substream();
    if (!answered.accepted()) {
      return refused(number, answered.protocol(), now);
    }
    Outgoing.Message wish = wishes.remove(number);
    if (wish != null) {
      Reply reply = new Reply().say(wish);
      return answered.protocol().startsWith(Primitives.MESHSUB)
          ? reply
          : reply.say(Acts.close(number));
    }
    if (number == pingStream) {
      pingReady = true;
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
    if (number == pingStream) {
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

  private Reply reset(Steps.Reset reset, Instant now) {
    if (walk != null && walk.isOn(reset.substream())) {
      return walked(now);
    }
    return new Reply();
  }

  private Reply identity(Steps.IdentityShown shown) {
    if (!shown.isValid()) {
      return leave(Verdict.CRYPTO_ERROR, "its identity did not sign its Noise static key");
    }
    byte[] id = shown.peer().orElseThrow();
    findings.fact("identity", PeerIds.spell(id));
    String expected = persona.options().get(Networks.PEER);
    if (me == Side.DIALER && expected != null && !Arrays.equals(PeerIds.parse(expected), id)) {
      return leave(Verdict.CRYPTO_ERROR, "is " + PeerIds.spell(id) + ", not " + expected);
    }
    introduction.met(id);
    findings.reach(Stage.CRYPTO);
    if (me == Side.LISTENER) {
      return new Reply();
    }
    List<String> early = MUXERS.stream().filter(shown.muxers()::contains).limit(1).toList();
    Reply reply = new Reply().say(handshake(payload(early)));
    return early.isEmpty() ? reply.say(Acts.tokens(0, Multistream.HEADER, Yamux.PROTOCOL)) : reply;
  }

  private long open() {
    long number = nextStream;
    nextStream += 2;
    return number;
  }

  private Reply propose(Reply reply, long number, String protocol) {
    return reply.say(Acts.tokens(number, Multistream.HEADER, protocol));
  }

  /** Streams can be opened. */
  private Reply ready(Instant now) {
    if (muxed) {
      return new Reply();
    }
    muxed = true;
    begun.clear();
    if (me == Side.LISTENER && persona.full()) {
      return new Reply().say(Acts.goAway(RESOURCE_LIMIT)).hangUp();
    }
    answerUntil = me == Side.DIALER ? now.plus(PATIENCE) : null;
    return propose(new Reply(), open(), Primitives.IDENTIFY);
  }

  private Reply message(Event.Message message, Instant now) {
    long number = message.substream().number();
    boolean own = (number % 2 == 1) == (me == Side.DIALER);
    In in = new In(message.body());
    return switch (message.kind().name()) {
      case Messages.IDENTIFY -> identify(Identify.WIRE.read(in), own, now);
      case Messages.PING ->
          own ? pong(message.body(), now) : new Reply().say(Acts.raw(number, message.body()));
      case Messages.FIND_NODE -> findNode(Kademlia.wire(0).read(in), own, number, now);
      default -> new Reply();
    };
  }

  private Reply identify(Identify identify, boolean own, Instant now) {
    introduction.note(identify, findings);
    return own && !identified ? greeted(now) : new Reply();
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
        pingStream = open();
        answerUntil = errand.goal() == Errand.Goal.PING ? now.plus(PATIENCE) : null;
        yield propose(new Reply(), pingStream, Primitives.PING);
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
      return new Reply()
          .say(
              message(
                  Messages.FIND_NODE,
                  PeerExchange.answer(persona.neighbours().get(), persona.network()),
                  number))
          .say(Acts.close(number));
    }
    if (walk == null || !walk.isOn(number)) {
      return new Reply();
    }
    walk.hear(message, persona.network(), findings);
    return walked(now);
  }

  private Reply ping(Reply reply, Instant now) {
    pingData = persona.entropy().bytes(PING);
    pingSent = now;
    pingAt = null;
    answerUntil = now.plus(PATIENCE);
    return reply.say(Acts.raw(pingStream, pingData));
  }

  private Reply pong(byte[] data, Instant now) {
    if (pingData == null || !Arrays.equals(data, pingData)) {
      return leave(Verdict.PROTOCOL_ERROR, "answers a ping with other bytes");
    }
    pingData = null;
    answerUntil = null;
    findings.roundTrips().add(Duration.between(pingSent, now));
    if (errand.goal() == Errand.Goal.PING && findings.roundTrips().size() >= errand.pings()) {
      return goodbye();
    }
    pingAt = now.plus(errand.goal() == Errand.Goal.PING ? errand.pause() : ALIVE);
    return new Reply();
  }

  private Reply goodbye() {
    return new Reply().say(Acts.goAway(0)).hangUp();
  }

  @Override
  public Reply wake(Instant now) {
    if (answerUntil != null && !now.isBefore(answerUntil)) {
      answerUntil = null;
      if (!identified) {
        return leave(Verdict.SILENT, "did not say who it is within 10 s");
      }
      if (walk != null) {
        findings.complain("did not answer FIND_NODE within 10 s");
        walk.tire();
        return timed(walked(now));
      }
      return leave(Verdict.REACHED, "did not answer a ping within 10 s");
    }
    if (pingReady && pingAt != null && !now.isBefore(pingAt)) {
      return timed(ping(new Reply(), now));
    }
    return timed(new Reply());
  }

  private Reply timed(Reply reply) {
    Instant first =
        pingAt == null || answerUntil != null && answerUntil.isBefore(pingAt)
            ? answerUntil
            : pingAt;
    return first == null ? reply : reply.wakeAt(first);
  }

  @Override
  public Reply leave(Instant now) {
    return muxed ? goodbye() : new Reply();
  }

  /** A message of the user gets a stream of its own. */
  @Override
  public Reply wish(Outgoing outgoing, Instant now) {
    if (!(outgoing instanceof Outgoing.Message message) || message.substream() != null) {
      return new Reply().say(outgoing);
    }
    long number = open();
    wishes.put(
        number, new Outgoing.Message(message.kind(), message.body(), new Substream(number, "")));
    return propose(new Reply(), number, introduction.protocolOf(message.kind().name()));
  }

  @Override
  public void gone() {
    persona.secrets().remove(Keys.EPHEMERAL, ephemeral.publicKey());
    persona.secrets().remove(Keys.STATIC, fixed.publicKey());
  }
}
