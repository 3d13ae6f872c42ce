// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.layer.Lost;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.NoiseStorey;
import dev.peerglot.codec.protocol.layer.Varint;
import dev.peerglot.codec.protocol.libp2p.Steps.Storey;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.noise.NoiseMessage;
import dev.peerglot.crypto.noise.Pattern;
import java.util.function.Consumer;

/**
 * The rules of one connection, storey upon storey: a negotiation in the clear, the Noise handshake,
 * and inside the cipher ({@link Transport}) the muxer and its streams ({@link Channels}), each with
 * a negotiation of its own.
 *
 * <p>Headers, lengths and tags count as understood when they have been, the bytes that they carry
 * when the message is whole that they belong to.
 */
public final class Handshake implements Machine {
  private final Dialect dialect;
  private final Secrets secrets;
  private final Half[] halves = new Half[2];
  private final Multistream security = new Multistream(Side.DIALER);
  private final byte[][] ephemeral = new byte[2][];
  private final Steps.IdentityShown[] identities = new Steps.IdentityShown[2];
  private NoiseStorey noise;
  private Transport transport;
  private boolean locked;
  private boolean over;
  private boolean paired;

  /** A connection of a network that has not begun. */
  public Handshake(Dialect dialect, Secrets secrets) {
    this.dialect = dialect;
    this.secrets = secrets;
  }

  private Half half(Direction direction) {
    int side = direction.from().ordinal();
    if (halves[side] == null) {
      halves[side] = new Half(direction);
    }
    return halves[side];
  }

  @Override
  public boolean step(Direction direction, Consumer<Event> events) {
    Half half = half(direction);
    if (direction.givenUp()) {
      return false;
    }
    if (half.lost != null) {
      half.lost.pass(direction);
      return false;
    }
    if (halves[direction.from().other().ordinal()] == null) {
      return false; // the other direction is looked at right behind this one
    }
    boolean first = !paired;
    paired = true;
    try {
      return advance(half, direction.from(), events) | first;
    } catch (Malformed e) {
      Fault fault = Fault.of(e);
      lose(half, fault.blame(), fault.why(), events);
      return true;
    }
  }

  private boolean advance(Half half, Side from, Consumer<Event> events) {
    if (security.protocol() == null) {
      return half.negotiate(Storey.SECURITY, security, half.ground, (name, at) -> {}, events);
    }
    if (noise == null) {
      if (!security.protocol().equals(Primitives.NOISE)) {
        String why = "goes on in " + security.protocol() + ", which is not followed";
        lockAll(Fault.Blame.KEYS, why);
        return true;
      }
      noise = new NoiseStorey(Pattern.XX, Keys.known(secrets));
    }
    if (!noise.isFinished()) {
      return handshake(half, from, events);
    }
    if (!noise.isOpen()) {
      lockAll(Fault.Blame.KEYS, needed());
      return true;
    }
    return transport.step(half, events);
  }

  private String needed() {
    String misfit = Keys.misfit(secrets, ephemeral);
    if (!misfit.isEmpty()) {
      return misfit;
    }
    return "encrypted (Noise); to open it, a key log needs the lines "
        + Keys.EPHEMERAL
        + " with "
        + Hex.of(ephemeral[0])
        + " (dialer) or "
        + Hex.of(ephemeral[1])
        + " (listener) and "
        + Keys.STATIC
        + " of the same side";
  }

  private boolean handshake(Half half, Side from, Consumer<Event> events) {
    int size = noise.isTurn(from) ? NoiseStorey.frame(half.ground) : -1;
    if (size < 0) {
      return false;
    }
    Direction direction = half.direction;
    long at = direction.at();
    byte[] message = direction.buffer().peek(NoiseStorey.LENGTH, size - NoiseStorey.LENGTH);
    NoiseMessage read = noise.handshake(from, message);
    int number = noise.messages();
    switch (read.outcome()) {
      case OPENED -> direction.pass(size);
      case KEYS_MISSING -> {
        int readable = read.parts().stream().mapToInt(NoiseMessage.Part::size).sum();
        direction.waste(size);
        direction.understood(NoiseStorey.LENGTH + readable);
      }
      default -> {
        String why = "handshake message " + (number + 1) + ": " + trouble(read.outcome());
        lose(half, Fault.Blame.PEER, why, events);
        return true;
      }
    }
    boolean opened = read.outcome() == NoiseMessage.Outcome.OPENED;
    read.ephemeral().ifPresent(key -> ephemeral[from.ordinal()] = key);
    int sealed = message.length - read.ephemeral().map(key -> key.length).orElse(0);
    events.accept(
        new Event.Phase(
            from, at, size, new Steps.NoiseSeen(number, read.ephemeral(), sealed, opened)));
    if (opened && read.fixed().isPresent()) {
      var identity = new Steps.IdentityShown(read.fixed().get(), read.payload().get());
      identities[from.ordinal()] = identity;
      events.accept(new Event.Phase(from, at + size, 0, identity));
    }
    if (!opened && sealed > 0) {
      String why = "static key and identity, sealed; " + needed();
      Fault fault = new Fault(Fault.Blame.KEYS, why, "", at + size - sealed);
      events.accept(new Event.Broken(from, at + size - sealed, sealed, fault));
    }
    if (noise.isOpen()) {
      transport = new Transport(dialect, noise, halves);
      transport.chooseEarly(identities, at + size, events);
    }
    return true;
  }

  private static String trouble(NoiseMessage.Outcome outcome) {
    return switch (outcome) {
      case WRONG_TAG -> "a tag does not fit: altered bytes, or a wrong line in the key log";
      case WEAK_KEY -> "a public key of small order";
      case TOO_SHORT -> "ends inside a key or a tag";
      default -> "is too long";
    };
  }

  /** Nothing more of a direction can be understood. */
  private void lose(Half half, Fault.Blame blame, String why, Consumer<Event> events) {
    half.lose(blame, why, events);
    if (transport == null) {
      for (Half other : halves) {
        if (other != null && other.lost == null) {
          other.lost = new Lost(blame, "the other direction has a fault: " + why);
        }
      }
    }
  }

  private void lockAll(Fault.Blame blame, String why) {
    locked = true;
    for (Half half : halves) {
      half.lost = half.lost == null ? new Lost(blame, why) : half.lost;
    }
  }

  @Override
  public void hole(Direction direction, long missing, Consumer<Event> events) {
    Half half = half(direction);
    if (half.lost != null) {
      half.lost.pass(direction);
      half.lost.tell(direction, events);
      return;
    }
    if (transport != null) {
      transport.hole(half, missing, events);
      return;
    }
    String why = missing + " bytes are missing: nothing behind them can be opened";
    lose(half, Fault.Blame.CAPTURE, why, events);
  }

  @Override
  public void end(Direction direction, Consumer<Event> events) {
    half(direction).ended = true;
    if (halves[0] != null && halves[1] != null && halves[0].ended && halves[1].ended && !over) {
      over = true;
      for (Half half : halves) {
        if (transport != null) {
          transport.bridge(half, events);
        }
      }
      for (Half half : halves) {
        finish(half, events);
      }
      boolean muxed = transport != null && (transport.isMuxed() || transport.isLocked());
      if (!muxed && !locked && security.hasBegun()) {
        Direction last = halves[1].direction;
        events.accept(
            new Event.Phase(Side.LISTENER, last.at(), 0, new Steps.Abandoned(unfinished())));
      }
    }
  }

  private String unfinished() {
    if (noise == null) {
      return "negotiation of security";
    }
    if (!noise.isFinished()) {
      return "Noise handshake, after message " + noise.messages();
    }
    return "negotiation of the muxer: " + (transport.isRefused() ? "all refused" : "no answer");
  }

  private void finish(Half half, Consumer<Event> events) {
    Direction direction = half.direction;
    if (half.lost != null) {
      half.lost.tell(direction, events);
      return;
    }
    if (transport != null) {
      transport.end(half, events);
    }
    half.tellAhead(noise == null ? Storey.SECURITY : Storey.MUXER, events);
    if (direction.waiting() == NoiseStorey.LENGTH && noise != null) {
      direction.pass(NoiseStorey.LENGTH); // a length whose message was never sent
    }
    if (direction.waiting() + half.plain.waiting() > 0) {
      String where =
          half.plain.waiting() > 0
              ? transport.isMuxed() ? "a frame of the muxer" : "a negotiation"
              : noise == null ? "a negotiation" : "a Noise message";
      half.tellWaiting(direction.cutter(), "the stream ends here, inside " + where, events);
    }
  }

  @Override
  public byte[] seal(Side who, Outgoing outgoing) {
    if (!(outgoing instanceof Outgoing.Message message)) {
      throw new IllegalStateException("plain bytes need no seal");
    }
    if (noise == null) {
      throw new IllegalStateException("nothing can be sent before Noise is agreed on");
    }
    if (message.kind() == Acts.HANDSHAKE) {
      In in = new In(message.body());
      var known = Keys.known(secrets);
      return noise.compose(known.party(in.bytes(32)), known.party(in.bytes(32)), in.rest());
    }
    if (transport == null) {
      throw new IllegalStateException("no message can be sent before the Noise handshake is over");
    }
    return transport.seal(who, message);
  }

  /** The bytes of a message on its stream, behind their length where its protocol has one. */
  static byte[] framed(String kind, byte[] body) {
    return kind.equals(Messages.PING) ? body : Varint.prefixed(body);
  }
}
