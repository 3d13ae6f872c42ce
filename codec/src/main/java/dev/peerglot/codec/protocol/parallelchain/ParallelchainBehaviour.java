// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.libp2p.Libp2pBehaviour;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Substream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The polite peer: libp2p's, and who stays also joins the topics of all generations and its own
 * mailbox, so that it hears what is published and answers reach it. What the user publishes is
 * signed with our key and goes to the peer's mailbox, or to all, as its kind wants; it waits until
 * the peer's own topics have told its generation, for at most 3 seconds.
 */
final class ParallelchainBehaviour implements Behaviour {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_WAITING = 1000;
  private static final long NANOS = 1_000_000_000L;

  private final Side me;
  private final Libp2pBehaviour libp2p;
  private final Errand errand;
  private final Publication publication;
  private final Queue<Outgoing.Message> waiting = new ArrayDeque<>();
  private Generation generation;
  private boolean joining;
  private long stream;
  private Instant assumeAt;
  private long number;

  ParallelchainBehaviour(Side me, Errand errand, Persona persona, Line line) {
    Persona settled = persona.settled().wishing(Networks.plain(persona.options()));
    this.me = me;
    this.libp2p =
        new Libp2pBehaviour(me, errand, settled, line, Networks.dialect(persona.network()));
    this.errand = errand;
    this.publication = Publication.by(settled.key());
  }

  @Override
  public Findings findings() {
    return libp2p.findings();
  }

  @Override
  public Reply start(Instant now) {
    return libp2p.start(now);
  }

  @Override
  public Reply on(Event event, Instant now) {
    Reply reply = libp2p.on(event, now);
    if (event instanceof Event.Message message && message.kind().name().equals(Messages.RPC)) {
      hear(message);
    }
    if (!joining && !reply.hangsUp() && stays()) {
      joining = true;
      assumeAt = now.plus(PATIENCE);
      reply.then(libp2p.wish(rpc(PeerExchange.joining(topics()), null), now));
    }
    return flushed(reply, now);
  }

  private boolean stays() {
    return errand.goal() == Errand.Goal.STAY
        && findings().stages().contains(Findings.Stage.HANDSHAKE);
  }

  /** An RPC, on a stream of its own or on that one. */
  private Outgoing.Message rpc(byte[] body, Substream on) {
    return new Outgoing.Message(Networks.dialect(Networks.MAIN).message(Messages.RPC), body, on);
  }

  private List<String> topics() {
    List<String> topics = new ArrayList<>();
    for (Generation one : List.of(Generation.V0_6, Generation.V0_5)) {
      topics.add(one.broadcast());
      topics.add(one.mailbox(publication.address()));
    }
    topics.add(Topics.MEMPOOL);
    topics.add(Topics.DROPPED);
    return topics;
  }

  /** Our own first RPC tells which stream is ours; the peer's tell who it is. */
  private void hear(Event.Message message) {
    if (message.from() == me && message.substream() != null) {
      stream = message.substream().number();
    } else if (generation == null) {
      try {
        for (String topic : PeerExchange.joined(message.body())) {
          Generation.ofTopic(topic).ifPresent(this::met);
        }
      } catch (Malformed e) {
        findings().complain("an RPC that is none: " + e.line());
      }
    }
  }

  /** Who joins the topics of several generations, as we do, speaks the newest. */
  private void met(Generation one) {
    generation = generation == null || one.compareTo(generation) > 0 ? one : generation;
  }

  /** Says what waits if it is known how; else sees to it that it does not wait for ever. */
  private Reply flushed(Reply reply, Instant now) {
    if (waiting.isEmpty() || stream == 0) {
      return reply;
    }
    if (generation == null && now.isBefore(assumeAt)) {
      boolean late = reply.wakeAt() == null || reply.wakeAt().isAfter(assumeAt);
      return late ? reply.wakeAt(assumeAt) : reply;
    }
    Generation of = generation == null ? Generation.V0_6 : generation;
    for (Outgoing.Message one = waiting.poll(); one != null; one = waiting.poll()) {
      publish(one, of, reply, now);
    }
    return reply;
  }

  private void publish(Outgoing.Message one, Generation of, Reply reply, Instant now) {
    byte[] peer;
    try {
      peer = PublicAddress.parse(String.valueOf(findings().facts().get("identity")));
    } catch (IllegalArgumentException e) {
      findings().complain("has no mailbox: its key is not an Ed25519 key");
      return;
    }
    number = Math.max(number + 1, now.getEpochSecond() * NANOS + now.getNano());
    String topic = Publication.topic(one.kind(), peer, of);
    byte[] data = Publication.data(one.kind(), one.body(), of);
    byte[] body = publication.rpc(topic, data, number);
    reply.then(libp2p.wish(rpc(body, new Substream(stream, "")), now));
  }

  @Override
  public Reply wish(Outgoing outgoing, Instant now) {
    if (!(outgoing instanceof Outgoing.Message message) || message.substream() != null) {
      return libp2p.wish(outgoing, now);
    }
    if (!Messages.isPublished(message.kind())) {
      boolean gossip = message.kind().name().equals(Messages.RPC) && stream != 0;
      return libp2p.wish(gossip ? rpc(message.body(), new Substream(stream, "")) : message, now);
    }
    if (waiting.size() < MOST_WAITING) {
      waiting.add(message);
    }
    return flushed(new Reply(), now);
  }

  @Override
  public Reply wake(Instant now) {
    return flushed(libp2p.wake(now), now);
  }

  @Override
  public Reply saidAll(Instant now) {
    return libp2p.saidAll(now);
  }

  @Override
  public Reply leave(Instant now) {
    return libp2p.leave(now);
  }

  @Override
  public void gone() {
    libp2p.gone();
  }
}
