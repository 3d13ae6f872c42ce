// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.rustchain.message.AddrFrom;
import dev.peerglot.codec.protocol.rustchain.message.GetBlocks;
import dev.peerglot.codec.protocol.rustchain.message.GetData;
import dev.peerglot.codec.protocol.rustchain.message.Inv;
import dev.peerglot.codec.protocol.rustchain.message.KnownNodes;
import dev.peerglot.codec.protocol.rustchain.message.Version;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Call;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.codec.session.Side;
import java.time.Instant;
import java.util.List;

/**
 * The polite listener: a node without a chain. Never writes on a connection that it accepted;
 * answers on new ones to where the sender listens, unless that is a third party. Tells its
 * neighbours only to whom asks with an empty list, because a list for a list goes round for ever.
 * Asks for what it is offered, one item an offer, and is silent where the reference's node would
 * send an {@code Inv} without items, which makes the other one panic.
 */
final class Answering implements Behaviour {
  private static final long HEIGHT = 0;

  private final Persona persona;
  private final Line line;
  private final SocketAddress own;
  private final Findings findings = new Findings();

  Answering(Persona persona, Line line) {
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
    return new Reply();
  }

  @Override
  public Reply on(Event event, Instant now) {
    return switch (event) {
      case Event.Message message when message.from() == Side.DIALER -> message(message);
      case Event.Broken broken -> new Reply().hangUp();
      case Event.Closed closed -> new Reply().hangUp();
      case Event.Message message -> new Reply();
      case Event.Phase phase -> new Reply();
    };
  }

  private Reply message(Event.Message message) {
    Reply reply = new Reply();
    String scheme = persona.network().scheme();
    PeerAddress peer =
        AddrFrom.of(message.body())
            .map(sender -> PeerExchange.replyTo(sender, line, scheme))
            .orElse(null);
    if (peer != null) {
      try {
        answers(message)
            .forEach(answer -> reply.call(new Call(peer, new Courier(answer, when -> {}))));
      } catch (Malformed e) {
        return reply.hangUp(); // as the reference, which drops the connection
      }
    }
    return reply;
  }

  private List<Outgoing> answers(Event.Message message) {
    In in = new In(message.body());
    return switch (message.kind().name()) {
      case Messages.KNOWN_NODES -> known(KnownNodes.WIRE.read(in));
      case Messages.VERSION ->
          Long.compareUnsigned(Version.WIRE.read(in).bestHeight(), HEIGHT) > 0
              ? List.of(
                  PeerExchange.message(Messages.GET_BLOCKS, GetBlocks.WIRE, new GetBlocks(own)))
              : List.of();
      case Messages.INV -> offered(Inv.WIRE.read(in));
      default -> List.of();
    };
  }

  private List<Outgoing> known(KnownNodes asked) {
    Outgoing version =
        PeerExchange.message(
            Messages.VERSION, Version.WIRE, new Version(own, Version.CURRENT, HEIGHT));
    List<PeerAddress> neighbours = persona.neighbours().get();
    return asked.nodes().isEmpty() && !neighbours.isEmpty()
        ? List.of(PeerExchange.answer(own, neighbours), version)
        : List.of(version);
  }

  private List<Outgoing> offered(Inv inv) {
    if (inv.items().isEmpty()) {
      return List.of();
    }
    GetData wanted = new GetData(own, inv.opType(), inv.items().getFirst());
    return List.of(PeerExchange.message(Messages.GET_DATA, GetData.WIRE, wanted));
  }

  @Override
  public Reply wake(Instant now) {
    return new Reply();
  }

  @Override
  public Reply leave(Instant now) {
    return new Reply();
  }
}
