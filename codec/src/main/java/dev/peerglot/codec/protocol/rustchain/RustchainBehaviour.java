// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.rustchain.message.AddrFrom;
import dev.peerglot.codec.protocol.rustchain.message.KnownNodes;
import dev.peerglot.codec.protocol.rustchain.message.Message;
import dev.peerglot.codec.protocol.rustchain.message.Version;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Call;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Findings.Stage;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The polite visitor. Says what it has to say, closes its direction at once (an idle connection
 * freezes the reference's node), waits for the answers on connections of their own, and answers
 * none of them. Asks with an empty {@code KnownNodes}, because a {@code Version} would enter us
 * into the node's list. The listening peer is {@link Answering}.
 */
final class RustchainBehaviour implements Behaviour {
  /** Height known, list of nodes not: a node that knows nobody does not send one. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** Most time that a connection is open without a word. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Errand errand;
  private final Persona persona;
  private final Line line;
  private final SocketAddress own;
  private final Findings findings = new Findings();
  private Instant asked = Instant.EPOCH;
  private Instant heightKnown;
  private boolean pinged;
  private boolean silent;
  private boolean left;

  RustchainBehaviour(Errand errand, Persona persona, Line line) {
    this.errand = errand;
    this.persona = persona;
    this.line = line;
    this.own = PeerExchange.own(line);
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public Reply start(Instant now) {
    return switch (errand.goal()) {
      case STAY -> {
        findings.decide(Verdict.REACHED, ""); // there is no handshake: this is all
        yield new Reply().wakeAt(now.plus(IDLE));
      }
      case GREET, ASK_PEERS -> question(now).sayNoMore();
      case PING -> question(now).sayNoMore().wakeAt(now.plus(errand.pause()));
    };
  }

  private Reply question(Instant now) {
    asked = now;
    pinged = true;
    silent = true;
    return new Reply().say(PeerExchange.request(own));
  }

  @Override
  public Reply on(Event event, Instant now) {
    if (event.from() == Side.DIALER) {
      return new Reply();
    }
    switch (event) {
      case Event.Broken broken -> {
        String why = "sent something on our own connection: " + broken.fault().why();
        findings.decide(Verdict.PROTOCOL_ERROR, why);
        return new Reply().hangUp();
      }
      case Event.Message message -> hear(message, line, now);
      case Event.Phase phase -> {}
      case Event.Closed closed -> {}
    }
    return new Reply();
  }

  @Override
  public Behaviour inbound(Line back) {
    return new Listener(back);
  }

  /** What a node brings on a connection of its own; nothing is said there. */
  private final class Listener implements Behaviour {
    private final Line back;
    private final Findings heard = new Findings();

    private Listener(Line back) {
      this.back = back;
    }

    @Override
    public Reply start(Instant now) {
      return new Reply();
    }

    @Override
    public Reply on(Event event, Instant now) {
      if (event.from() == Side.DIALER && event instanceof Event.Message message) {
        hear(message, back, now);
      } else if (event instanceof Event.Broken broken) {
        findings.complain("sent something unreadable: " + broken.fault().line());
        return new Reply().hangUp();
      }
      return new Reply();
    }

    @Override
    public Reply wake(Instant now) {
      return new Reply();
    }

    @Override
    public Reply leave(Instant now) {
      return new Reply();
    }

    @Override
    public Findings findings() {
      return heard;
    }
  }

  private void hear(Event.Message message, Line back, Instant now) {
    Optional<SocketAddress> sender = AddrFrom.of(message.body());
    if (sender.isEmpty() || !isPeer(sender.get(), back)) {
      return; // somebody else, who knows our address from whom we dialled
    }
    findings.decide(Verdict.REACHED, "");
    findings.reach(Stage.HANDSHAKE);
    note(sender.get(), back);
    In in = new In(message.body());
    try {
      switch (message.kind().name()) {
        case Messages.VERSION -> version(Version.WIRE.read(in), now);
        case Messages.KNOWN_NODES -> nodes(KnownNodes.WIRE.read(in));
        case Messages.MESSAGE -> findings.complain("said: " + Message.WIRE.read(in).message());
        default -> {}
      }
    } catch (Malformed e) {
      findings.complain(PeerExchange.complaint(message.kind().name(), e));
    }
  }

  /** By the address that it gives itself, else by where the connection came from. */
  private boolean isPeer(SocketAddress sender, Line back) {
    boolean named = sender.host().equals(line.remoteHost()) && sender.port() == line.remotePort();
    return named || back.remoteHost().equals(line.remoteHost());
  }

  private void note(SocketAddress sender, Line back) {
    if (sender.isUnspecified()) {
      findings.fact("identity", new SocketAddress(back.remoteHost(), sender.port()).toString());
      findings.fact("announced", sender.toString());
    } else {
      findings.fact("identity", sender.toString());
    }
  }

  private void version(Version version, Instant now) {
    findings.fact("version", version.version());
    findings.fact("height", version.bestHeight());
    heightKnown = heightKnown == null ? now : heightKnown;
    if (errand.goal() == Errand.Goal.PING && pinged) {
      pinged = false;
      findings.roundTrips().add(Duration.between(asked, now));
    }
  }

  private void nodes(KnownNodes answer) {
    if (!findings.stages().contains(Stage.ADDRESSES)) {
      findings.reach(Stage.ADDRESSES);
      PeerExchange.read(answer, persona.network().scheme(), findings);
    }
  }

  @Override
  public boolean awaits(Instant now) {
    if (left) {
      return false;
    }
    return switch (errand.goal()) {
      case STAY -> true;
      case PING -> findings.roundTrips().size() < errand.pings();
      case GREET, ASK_PEERS ->
          heightKnown == null
              || !findings.stages().contains(Stage.ADDRESSES)
                  && now.isBefore(heightKnown.plus(GRACE));
    };
  }

  @Override
  public Reply wake(Instant now) {
    Reply reply = new Reply();
    if (errand.goal() == Errand.Goal.PING && !pinged) {
      reply.call(call(PeerExchange.request(own)));
    }
    if (errand.goal() == Errand.Goal.PING) {
      return reply.wakeAt(now.plus(errand.pause()));
    }
    return silent ? reply : saidAll(now);
  }

  private Call call(Outgoing message) {
    PeerAddress peer =
        new PeerAddress(persona.network().scheme(), line.remoteHost(), line.remotePort());
    return new Call(
        peer,
        new Courier(
            message,
            when -> {
              asked = when;
              pinged = true;
            }));
  }

  /** Our own address goes where the user left it out. */
  @Override
  public Reply wish(Outgoing outgoing, Instant now) {
    Outgoing said = outgoing;
    if (outgoing instanceof Outgoing.Message message
        && AddrFrom.of(message.body()).filter(SocketAddress.NOWHERE::equals).isPresent()) {
      said = new Outgoing.Message(message.kind(), AddrFrom.replaced(message.body(), own));
    }
    return silent ? new Reply().call(call(said)) : new Reply().say(said);
  }

  @Override
  public Reply saidAll(Instant now) {
    silent = true;
    return new Reply().sayNoMore();
  }

  @Override
  public Reply leave(Instant now) {
    left = true;
    return new Reply();
  }
}
