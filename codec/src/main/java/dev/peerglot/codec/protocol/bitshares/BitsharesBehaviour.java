// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.bitshares.message.Address;
import dev.peerglot.codec.protocol.bitshares.message.ClosingConnection;
import dev.peerglot.codec.protocol.bitshares.message.ConnectionRejected;
import dev.peerglot.codec.protocol.bitshares.message.CurrentTime;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
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
import dev.peerglot.crypto.curve.Secp256k1;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The polite peer, both roles alike ({@code node.cpp}). Says hello as soon as the keys are agreed,
 * judges the peer's hello in the reference's order ({@link HelloCheck}), answers address requests,
 * clocks and synchronisation ({@link Supply}), and says goodbye before it leaves.
 */
final class BitsharesBehaviour implements Behaviour {
  /** Active and nothing heard for that long: {@code current_time_request} as a keep-alive. */
  private static final Duration IDLE = Duration.ofSeconds(15);

  private static final int NOTHING = -1;
  private static final int YES = -2;

  private final Side me;
  private final Errand errand;
  private final Persona persona;
  private final Findings findings = new Findings();
  private final Supply supply = new Supply();
  private final Hellos hellos;
  private byte[] ephemeral;
  private byte[] digest;
  private Hello theirs;
  private int sentCode = -1;
  private int heard = NOTHING;
  private String heardReason = "";
  private boolean accepted;
  private boolean askedAddresses;
  private boolean active;
  private boolean closing;
  private int pings;
  private Instant lastHeard = Instant.EPOCH;

  BitsharesBehaviour(Side me, Errand errand, Persona persona, Line line) {
    this.me = me;
    this.errand = errand;
    this.persona = persona;
    this.hellos = new Hellos(persona, line);
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public Reply start(Instant now) {
    lastHeard = now;
    byte[] secret = Secp256k1.newPrivateKey(persona.entropy());
    ephemeral = Secp256k1.publicKey(secret);
    persona.secrets().add(Keys.EPHEMERAL, ephemeral, secret);
    return new Reply().say(new Outgoing.Plain(ephemeral));
  }

  @Override
  public Reply on(Event event, Instant now) {
    if (event.from() != me) {
      lastHeard = now;
    }
    return switch (event) {
      case Event.Phase phase when phase.step() instanceof Handshake.Keyed keyed -> keyed(keyed);
      case Event.Phase phase -> new Reply();
      case Event.Broken broken -> broken(broken);
      case Event.Closed closed -> closed(closed);
      case Event.Message message when message.from() == me -> new Reply();
      case Event.Message message -> {
        try {
          yield message(message, now);
        } catch (Malformed e) {
          findings.decide(Verdict.PROTOCOL_ERROR, message.kind().name() + ": " + e.line());
          yield new Reply().hangUp();
        }
      }
    };
  }

  private Reply keyed(Handshake.Keyed keyed) {
    digest = keyed.digest();
    findings.reach(Stage.CRYPTO);
    return new Reply().say(message(Messages.HELLO, Hello.WIRE, hellos.ours(digest)));
  }

  private Reply broken(Event.Broken broken) {
    if (broken.from() != me) {
      boolean keys = digest == null;
      findings.decide(keys ? Verdict.CRYPTO_ERROR : Verdict.PROTOCOL_ERROR, broken.fault().why());
    }
    return new Reply().hangUp();
  }

  private Reply closed(Event.Closed closed) {
    if (closed.from() != me) {
      findings.decide(Verdict.HUNG_UP, "closed the connection " + place());
    }
    return new Reply().hangUp();
  }

  private String place() {
    if (digest == null) {
      return "before the keys were exchanged";
    }
    return theirs == null ? "before its hello" : "during the handshake";
  }

  private Reply message(Event.Message message, Instant now) {
    In in = new In(message.body());
    return switch (message.kind().name()) {
      case Messages.HELLO -> hello(Hello.WIRE.read(in), now);
      case Messages.ACCEPTED -> answered(YES, "", now);
      case Messages.REJECTED -> {
        ConnectionRejected rejected = ConnectionRejected.WIRE.read(in);
        yield answered(rejected.reasonCode(), rejected.reasonString(), now);
      }
      case Messages.ADDRESS_REQUEST -> addressRequest(now);
      case Messages.ADDRESS -> addresses(Address.WIRE.read(in), now);
      case Messages.CLOSING -> goodbye(ClosingConnection.WIRE.read(in));
      case Messages.TIME_REQUEST -> clock(CurrentTime.Request.WIRE.read(in), now);
      case Messages.TIME_REPLY -> clockAnswer(CurrentTime.Answer.WIRE.read(in), now);
      case Messages.CONNECTIONS_REQUEST -> new Reply().say(supply.noConnections());
      default ->
          sentCode < 0 && !accepted
              ? close("Received " + message.kind().name() + " before the hello", true)
              : supply.on(message);
    };
  }

  private Reply hello(Hello hello, Instant now) {
    if (theirs != null) {
      return close("Received an unexpected hello_message", true);
    }
    theirs = hello;
    HelloCheck.Result result = HelloCheck.judge(hello, digest, persona, hellos.nodeId());
    hellos.note(hello, findings);
    supply.meet(hello);
    if (result.code() >= 0) {
      sentCode = result.code();
      Reply reply = new Reply().say(hellos.rejection(sentCode, result.reason()));
      if (result.verdict() != null) {
        findings.decide(result.verdict(), result.reason());
      }
      return result.stays() ? reply : closing(reply, result.reason(), true);
    }
    if (result.verdict() != null) {
      findings.decide(result.verdict(), result.reason());
      return close(result.reason(), true);
    }
    hellos.join(hello);
    accepted = true;
    Reply reply = new Reply().say(plain(Messages.ACCEPTED));
    return heard == NOTHING ? reply : reply.then(conclude(now));
  }

  /**
   * The peer's answer to our hello: {@link #YES} or a reason code. It may come before the peer's
   * own hello: the reference sends the two from different tasks.
   */
  private Reply answered(int answer, String reason, Instant now) {
    if (heard != NOTHING || active) {
      return new Reply(); // an answer out of place: the reference ignores 5007, we 5008 as well
    }
    heard = answer;
    heardReason = reason;
    return theirs == null ? new Reply() : conclude(now);
  }

  /** Both hellos and the answer to ours are there. */
  private Reply conclude(Instant now) {
    int code = heard;
    String reason = heardReason;
    if (code == YES) {
      if (accepted) {
        findings.decide(Verdict.REACHED, "");
        findings.reach(Stage.HANDSHAKE);
      }
      return greeted(now);
    }
    String why =
        "rejected: "
            + ConnectionRejected.REASONS.word(code)
            + (reason.isEmpty() ? "" : ": " + reason);
    findings.reach(Stage.HANDSHAKE);
    return switch (code) {
      case ConnectionRejected.DIFFERENT_CHAIN -> leaveWith(Verdict.WRONG_NETWORK, why);
      case ConnectionRejected.CONNECTED_TO_SELF, ConnectionRejected.ALREADY_CONNECTED ->
          leaveWith(Verdict.REACHED, why);
      case ConnectionRejected.INVALID_HELLO_MESSAGE, ConnectionRejected.CLIENT_TOO_OLD ->
          leaveWith(Verdict.PROTOCOL_ERROR, why);
      default -> {
        findings.decide(Verdict.FULL, why);
        yield errand.goal() == Errand.Goal.ASK_PEERS
            ? askAddresses(new Reply())
            : close(
                "You rejected my connection request (hello message) so I'm disconnecting", false);
      }
    };
  }

  private Reply leaveWith(Verdict verdict, String why) {
    findings.decide(verdict, why);
    return new Reply().hangUp();
  }

  /** Both hellos are answered with yes, or ours at least. */
  private Reply greeted(Instant now) {
    return switch (errand.goal()) {
      case GREET -> close("Thanks for the info", false);
      case ASK_PEERS, STAY -> askAddresses(new Reply());
      case PING -> ping(new Reply(), now);
    };
  }

  private Reply askAddresses(Reply reply) {
    if (me == Side.LISTENER || askedAddresses) {
      return reply;
    }
    askedAddresses = true;
    return reply.say(PeerExchange.request());
  }

  private Reply addressRequest(Instant now) {
    if (!accepted && sentCode < 0) {
      return close("Received an address request before the hello was answered", true);
    }
    Reply reply =
        new Reply().say(PeerExchange.answer(persona.neighbours().get(), now.getEpochSecond()));
    if (sentCode >= 0) {
      return closing(
          reply, "I rejected your connection request (hello message) so I'm disconnecting", false);
    }
    if (me == Side.LISTENER && !askedAddresses && heard == YES) {
      askedAddresses = true;
      reply.say(PeerExchange.request());
    }
    return reply;
  }

  private Reply addresses(Address answer, Instant now) {
    if (!askedAddresses || findings.stages().contains(Stage.ADDRESSES)) {
      return new Reply();
    }
    findings.reach(Stage.ADDRESSES);
    PeerExchange.read(
        answer, persona.network().scheme(), Networks.options(persona.network()), findings);
    if (errand.goal() == Errand.Goal.ASK_PEERS && me == Side.DIALER) {
      return close("Thanks for the info", false);
    }
    active = accepted;
    Reply reply = new Reply();
    if (active) {
      reply.say(clockRequest(now)).wakeAt(now.plus(IDLE));
      supply.begin(reply);
    }
    return reply;
  }

  private Reply goodbye(ClosingConnection closing) {
    String why = "said: " + closing.reasonForClosing();
    findings.decide(Verdict.HUNG_UP, why);
    findings.complain(why);
    return new Reply().hangUp();
  }

  private static long micros(Instant now) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, now);
  }

  private static Outgoing clockRequest(Instant now) {
    return message(
        Messages.TIME_REQUEST, CurrentTime.Request.WIRE, new CurrentTime.Request(micros(now)));
  }

  private Reply clock(CurrentTime.Request request, Instant now) {
    long time = micros(now);
    return new Reply()
        .say(
            message(
                Messages.TIME_REPLY,
                CurrentTime.Answer.WIRE,
                new CurrentTime.Answer(request.requestSentTime(), time, time)));
  }

  private Reply clockAnswer(CurrentTime.Answer answer, Instant now) {
    if (errand.goal() != Errand.Goal.PING || findings.roundTrips().size() >= pings) {
      return new Reply();
    }
    findings
        .roundTrips()
        .add(Duration.of(micros(now) - answer.requestSentTime(), ChronoUnit.MICROS));
    return pings >= errand.pings()
        ? close("Thanks for the info", false)
        : new Reply().wakeAt(now.plus(errand.pause()));
  }

  private Reply ping(Reply reply, Instant now) {
    pings++;
    return reply.say(clockRequest(now));
  }

  @Override
  public Reply wake(Instant now) {
    if (errand.goal() == Errand.Goal.PING && me == Side.DIALER) {
      return ping(new Reply(), now);
    }
    Reply reply = new Reply().wakeAt(now.plus(IDLE));
    return active && !now.isBefore(lastHeard.plus(IDLE)) ? reply.say(clockRequest(now)) : reply;
  }

  @Override
  public Reply leave(Instant now) {
    return digest == null || closing ? new Reply() : close("Goodbye", false);
  }

  @Override
  public Reply wish(Outgoing outgoing, Instant now) {
    return supply.offer(outgoing);
  }

  @Override
  public void gone() {
    hellos.part();
    if (ephemeral != null) {
      persona.secrets().remove(Keys.EPHEMERAL, ephemeral);
    }
  }

  private Reply close(String reason, boolean error) {
    return closing(new Reply(), reason, error);
  }

  private Reply closing(Reply reply, String reason, boolean error) {
    closing = true;
    findings.decide(error ? Verdict.PROTOCOL_ERROR : Verdict.HUNG_UP, reason);
    return reply
        .say(
            message(
                Messages.CLOSING, ClosingConnection.WIRE, ClosingConnection.saying(reason, error)))
        .hangUp();
  }

  private static <T> Outgoing message(String name, Type<T> type, T value) {
    return Outgoing.Message.of(Messages.ALL.get(name), type, value);
  }

  private static Outgoing plain(String name) {
    return new Outgoing.Message(Messages.ALL.get(name), new byte[0]);
  }
}
