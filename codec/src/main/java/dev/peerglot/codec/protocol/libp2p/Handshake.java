// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.layer.Carried;
import dev.peerglot.codec.protocol.layer.Flow;
import dev.peerglot.codec.protocol.layer.Ground;
import dev.peerglot.codec.protocol.layer.Lost;
import dev.peerglot.codec.protocol.layer.Mplex;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.NoiseStorey;
import dev.peerglot.codec.protocol.layer.Varint;
import dev.peerglot.codec.protocol.layer.Yamux;
import dev.peerglot.codec.protocol.libp2p.Steps.Storey;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.noise.NoiseCipher;
import dev.peerglot.crypto.noise.NoiseMessage;
import dev.peerglot.crypto.noise.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rules of one connection, storey upon storey: a negotiation in the clear, the Noise handshake,
 * inside it a negotiation of the muxer (or the choice that both made in their Noise payloads), and
 * the muxer's streams ({@link Channels}), each with a negotiation of its own.
 *
 * <p>Headers, lengths and tags count as understood when they have been, the bytes that they carry
 * when the message is whole that they belong to.
 */
public final class Handshake implements Machine {
  private final Dialect dialect;
  private final Secrets secrets;
  private final Half[] halves = new Half[2];
  private final Multistream security = new Multistream(Side.DIALER);
  private final Multistream muxing = new Multistream(Side.DIALER);
  private final byte[][] ephemeral = new byte[2][];
  private final Steps.IdentityShown[] identities = new Steps.IdentityShown[2];
  private NoiseStorey noise;
  private Channels channels;
  private boolean locked;
  private boolean over;
  private boolean paired;

  /** A connection of a network that has not begun. */
  public Handshake(Dialect dialect, Secrets secrets) {
    this.dialect = dialect;
    this.secrets = secrets;
  }

  /** What one direction has come to. */
  private static final class Half {
    private final Direction direction;
    private final Ground ground;
    private final Carried plain;
    private Lost lost;
    private long ahead;
    private long aheadAt;
    private boolean ended;

    private Half(Direction direction) {
      this.direction = direction;
      this.ground = new Ground(direction);
      this.plain = new Carried(direction);
    }
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
      return negotiate(half, from, Storey.SECURITY, security, half.ground, events);
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
    boolean moved = false;
    while (decrypt(half, from, events)) {
      moved = true;
      above(half, from, events);
    }
    return moved | above(half, from, events);
  }

  /** What is inside the cipher, as far as it can be understood now. */
  private boolean above(Half half, Side from, Consumer<Event> events) {
    boolean moved = false;
    while (half.lost == null
        && (channels == null
            ? negotiate(half, from, Storey.MUXER, muxing, half.plain, events)
            : channels.step(from, half.plain, events))) {
      moved = true;
    }
    return moved;
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

  private boolean negotiate(
      Half half,
      Side from,
      Storey storey,
      Multistream negotiation,
      Flow flow,
      Consumer<Event> events) {
    if (negotiation.isAhead()) {
      if (from == Side.DIALER) {
        ahead(half, flow);
      }
      return false;
    }
    return negotiation.step(
        from,
        flow,
        new Multistream.Listener() {
          @Override
          public void proposed(long at, long size, String protocol) {
            events.accept(new Event.Phase(from, at, size, new Steps.Proposed(storey, 0, protocol)));
          }

          @Override
          public void answered(long at, long size, String protocol, boolean accepted) {
            events.accept(
                new Event.Phase(from, at, size, new Steps.Answered(storey, 0, protocol, accepted)));
            if (storey == Storey.MUXER && negotiation.protocol() != null) {
              mux(protocol, false, at + size, events);
            }
          }
        });
  }

  private static void ahead(Half half, Flow flow) {
    if (flow.waiting() > 0) {
      half.aheadAt = half.ahead == 0 ? flow.at() : half.aheadAt;
      half.ahead += flow.waiting();
      flow.pass(flow.waiting());
    }
  }

  private void mux(String protocol, boolean early, long at, Consumer<Event> events) {
    switch (protocol) {
      case Yamux.PROTOCOL -> channels = new Channels(dialect, new Yamux());
      case Mplex.PROTOCOL -> channels = new Channels(dialect, new Mplex());
      default -> {
        lockAll(Fault.Blame.US, "goes on in " + protocol + ", which is not followed");
        return;
      }
    }
    channels.begin(halves[0].direction, halves[1].direction);
    events.accept(new Event.Phase(Side.LISTENER, at, 0, new Steps.Muxed(protocol, early)));
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
      chooseEarly(at + size, events);
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

  /** Where both payloads list muxers, the dialer's first that the listener has, too, is chosen. */
  private void chooseEarly(long at, Consumer<Event> events) {
    if (identities[0] == null || identities[1] == null) {
      return;
    }
    List<String> accepted = identities[1].muxers();
    identities[0].muxers().stream()
        .filter(accepted::contains)
        .findFirst()
        .ifPresent(muxer -> mux(muxer, true, at, events));
  }

  private boolean decrypt(Half half, Side from, Consumer<Event> events) {
    Direction direction = half.direction;
    int size = half.lost == null ? NoiseStorey.frame(half.ground) : -1;
    if (size < 0) {
      return false;
    }
    if (size == NoiseStorey.LENGTH) {
      direction.pass(size);
      return true;
    }
    long at = direction.at() + NoiseStorey.LENGTH;
    Optional<byte[]> plain =
        noise.open(
            from,
            direction.buffer().array(),
            direction.buffer().index() + NoiseStorey.LENGTH,
            size - NoiseStorey.LENGTH);
    if (plain.isEmpty()) {
      lose(
          half, Fault.Blame.PEER, "the tag of a Noise message does not fit: not authentic", events);
      return true;
    }
    direction.waste(size);
    direction.understood(NoiseStorey.LENGTH + NoiseCipher.TAG_SIZE);
    half.plain.add(plain.get(), 0, plain.get().length, at);
    return true;
  }

  /** Nothing more of a direction can be understood. */
  private void lose(Half half, Fault.Blame blame, String why, Consumer<Event> events) {
    tellWaiting(half, blame, why, events);
    half.lost = new Lost(blame, "behind a fault: " + why);
    if (noise == null || !noise.isOpen()) {
      for (Half other : halves) {
        if (other != null && other.lost == null) {
          other.lost = new Lost(blame, "the other direction has a fault: " + why);
        }
      }
    }
  }

  private static void tellWaiting(
      Half half, Fault.Blame blame, String why, Consumer<Event> events) {
    Direction direction = half.direction;
    int above = half.plain.waiting();
    long at = above > 0 ? half.plain.at() : direction.at();
    half.plain.waste(above);
    long size = (long) above + direction.waiting();
    direction.waste(direction.waiting());
    events.accept(new Event.Broken(direction.from(), at, size, new Fault(blame, why, "", at)));
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
    String why = missing + " bytes are missing: nothing behind them can be opened";
    lose(half, Fault.Blame.CAPTURE, why, events);
  }

  @Override
  public void end(Direction direction, Consumer<Event> events) {
    half(direction).ended = true;
    if (halves[0] != null && halves[1] != null && halves[0].ended && halves[1].ended && !over) {
      over = true;
      for (Half half : halves) {
        finish(half, events);
      }
      if (channels == null && !locked && security.hasBegun()) {
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
    return "negotiation of the muxer: "
        + (muxing.isRefused() || muxing.isAhead() ? "all refused" : "no answer");
  }

  private void finish(Half half, Consumer<Event> events) {
    Direction direction = half.direction;
    Side side = direction.from();
    if (half.lost != null) {
      half.lost.tell(direction, events);
      return;
    }
    if (channels != null) {
      channels.end(side, direction.cutter(), events);
    } else if (side == Side.DIALER && (muxing.isRefused() || muxing.isAhead())) {
      ahead(half, half.plain);
    }
    if (half.ahead > 0) {
      Storey storey = noise == null ? Storey.SECURITY : Storey.MUXER;
      events.accept(
          new Event.Phase(side, half.aheadAt, half.ahead, new Steps.SentAhead(storey, half.ahead)));
    }
    if (direction.waiting() == NoiseStorey.LENGTH && noise != null) {
      direction.pass(NoiseStorey.LENGTH); // a length whose message was never sent
    }
    if (direction.waiting() + half.plain.waiting() > 0) {
      String where =
          half.plain.waiting() > 0
              ? channels == null ? "a negotiation" : "a frame of the muxer"
              : noise == null ? "a negotiation" : "a Noise message";
      tellWaiting(half, direction.cutter(), "the stream ends here, inside " + where, events);
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
    if (message.kind() == Acts.RAW && message.substream() == null) {
      return noise.seal(who, message.body());
    }
    if (channels == null) {
      throw new IllegalStateException("no message can be sent before a muxer is agreed on");
    }
    return noise.seal(who, channels.frames(who, message));
  }

  /** The bytes of a message on its stream, behind their length where its protocol has one. */
  static byte[] framed(String kind, byte[] body) {
    return kind.equals(Messages.PING) ? body : Varint.prefixed(body);
  }
}
