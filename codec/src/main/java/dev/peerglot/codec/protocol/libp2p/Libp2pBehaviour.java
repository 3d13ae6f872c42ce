// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.layer.Mplex;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.Yamux;
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
import dev.peerglot.crypto.Party;
import dev.peerglot.crypto.curve.X25519;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The polite peer of either role. The dialer proposes Noise, then yamux, then mplex, or takes a
 * muxer that the listener offers early; a listener offers none early, because go-libp2p and
 * js-libp2p do not agree whose order counts, and js leaves where nothing is in common. Both sides
 * ask for the other's identity once streams can be opened, and answer identify, ping and FIND_NODE;
 * gossip is listened to and not spoken. A dialer asks for neighbours by {@link PeerExchange}.
 */
public final class Libp2pBehaviour implements Behaviour {
  /** In order of preference. */
  private static final List<String> MUXERS = List.of(Yamux.PROTOCOL, Mplex.PROTOCOL);

  /** go-libp2p's code for a peer that is one too many; others close without one. */
  private static final long RESOURCE_LIMIT = 0x1001;

  private static final long RATE_LIMIT = 0x1002;

  private final Side me;
  private final Persona persona;
  private final Findings findings = new Findings();
  private final Introduction introduction;
  private final Party fixed;
  private final Party ephemeral;
  private final List<String> muxers;
  private final Dialogue dialogue;
  private boolean headed;
  private boolean muxing;
  private boolean muxed;

  /** A peer of a network with that dialect. */
  public Libp2pBehaviour(Side me, Errand errand, Persona persona, Line line, Dialect dialect) {
    this(me, errand, persona, line, dialect, MUXERS);
  }

  /** A peer that knows these muxers only. */
  Libp2pBehaviour(
      Side me, Errand errand, Persona persona, Line line, Dialect dialect, List<String> muxers) {
    this.me = me;
    this.persona = persona;
    this.muxers = muxers;
    this.introduction = new Introduction(persona, line, dialect);
    this.fixed = X25519.newParty(persona.entropy());
    this.ephemeral = X25519.newParty(persona.entropy());
    this.dialogue = new Dialogue(me, errand, persona, dialect, findings, introduction);
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
          ? dialogue.timed(ready(now))
          : new Reply();
    }
    return switch (event) {
      case Event.Phase phase when phase.step() instanceof Steps step ->
          dialogue.timed(step(step, now));
      case Event.Phase phase -> new Reply();
      case Event.Broken broken -> broken(broken);
      case Event.Closed closed -> leave(Verdict.HUNG_UP, "closed the connection " + place());
      case Event.Message message -> {
        try {
          yield dialogue.timed(dialogue.heard(message, now));
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
    return dialogue.isIdentified() ? "" : "before it said who it is";
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
      case Steps.Opened opened -> dialogue.opened(opened.substream());
      case Steps.Closed closed -> dialogue.closed(closed.substream());
      case Steps.Reset reset -> dialogue.reset(reset.substream(), now);
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
        String answer = muxers.contains(protocol) ? protocol : Multistream.NA;
        Outgoing says =
            muxing ? Acts.tokens(0, answer) : Acts.tokens(0, Multistream.HEADER, answer);
        muxing = true;
        yield new Reply().say(says);
      }
      case STREAM -> dialogue.proposed(proposed.substream(), protocol);
    };
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
        int next = muxers.indexOf(protocol) + 1;
        yield next < muxers.size()
            ? new Reply().say(Acts.tokens(0, muxers.get(next)))
            : leave(Verdict.PROTOCOL_ERROR, "speaks none of " + String.join(", ", muxers));
      }
      case STREAM -> dialogue.answered(answered.substream(), protocol, answered.accepted(), now);
    };
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
    List<String> early = muxers.stream().filter(shown.muxers()::contains).limit(1).toList();
    Reply reply = new Reply().say(handshake(payload(early)));
    return early.isEmpty()
        ? reply.say(Acts.tokens(0, Multistream.HEADER, muxers.getFirst()))
        : reply;
  }

  /** Streams can be opened. */
  private Reply ready(Instant now) {
    if (muxed) {
      return new Reply();
    }
    muxed = true;
    if (me == Side.LISTENER && persona.full()) {
      return new Reply().say(Acts.goAway(RESOURCE_LIMIT)).hangUp();
    }
    return dialogue.begin(now);
  }

  @Override
  public Reply wake(Instant now) {
    return dialogue.timed(dialogue.wake(now));
  }

  @Override
  public Reply leave(Instant now) {
    return muxed ? Dialogue.goodbye() : new Reply();
  }

  @Override
  public Reply wish(Outgoing outgoing, Instant now) {
    return dialogue.wish(outgoing);
  }

  @Override
  public void gone() {
    persona.secrets().remove(Keys.EPHEMERAL, ephemeral.publicKey());
    persona.secrets().remove(Keys.STATIC, fixed.publicKey());
  }
}
