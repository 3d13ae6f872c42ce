// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.layer.Lost;
import dev.peerglot.codec.protocol.layer.Mplex;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.protocol.layer.NoiseStorey;
import dev.peerglot.codec.protocol.layer.Yamux;
import dev.peerglot.codec.protocol.libp2p.Steps.Storey;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.noise.NoiseCipher;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What goes on inside the cipher, once it is open: a negotiation of the muxer, or the choice that
 * both sides made in their Noise payloads, then the muxer. Behind bytes that are missing the next
 * Noise message is looked for, and from it the next frame and the next message.
 */
final class Transport {
  private static final String NOT_FOUND = "no Noise message was found behind missing bytes";

  private final Dialect dialect;
  private final NoiseStorey noise;
  private final Half[] halves;
  private final Multistream muxing = new Multistream(Side.DIALER);
  private Channels channels;
  private final boolean[] hurt = new boolean[2];
  private boolean locked;

  Transport(Dialect dialect, NoiseStorey noise, Half[] halves) {
    this.dialect = dialect;
    this.noise = noise;
    this.halves = halves;
  }

  /** Whether there are streams. */
  boolean isMuxed() {
    return channels != null;
  }

  /** Whether it goes on in a muxer that is not followed. */
  boolean isLocked() {
    return locked;
  }

  /** Whether the last muxer that was proposed was refused. */
  boolean isRefused() {
    return muxing.isRefused() || muxing.isAhead();
  }

  /** Where both payloads list muxers, the dialer's first that the listener has, too, is chosen. */
  void chooseEarly(Steps.IdentityShown[] identities, long at, Consumer<Event> events) {
    if (identities[0] == null || identities[1] == null) {
      return;
    }
    List<String> accepted = identities[1].muxers();
    identities[0].muxers().stream()
        .filter(accepted::contains)
        .findFirst()
        .ifPresent(muxer -> mux(muxer, true, at, events));
  }

  private void mux(String protocol, boolean early, long at, Consumer<Event> events) {
    switch (protocol) {
      case Yamux.PROTOCOL -> channels = new Channels(dialect, new Yamux());
      case Mplex.PROTOCOL -> channels = new Channels(dialect, new Mplex());
      default -> {
        locked = true;
        for (Half half : halves) {
          String why = "goes on in " + protocol + ", which is not followed";
          half.lost = half.lost == null ? new Lost(Fault.Blame.US, why) : half.lost;
        }
        return;
      }
    }
    channels.begin(halves[0].direction, halves[1].direction);
    for (Half half : halves) {
      if (hurt[half.direction.from().ordinal()]) {
        while (muxing.takeLate(half.plain)) {
          // an answer that was told from elsewhere
        }
        channels.astray(half.direction.from(), events);
      }
    }
    events.accept(new Event.Phase(Side.LISTENER, at, 0, new Steps.Muxed(protocol, early)));
  }

  /** Takes what can be understood now of a direction. */
  boolean step(Half half, Consumer<Event> events) {
    if (half.gap != null && !regain(half, false, events)) {
      return false;
    }
    boolean moved = false;
    while (decrypt(half, events)) {
      moved = true;
      above(half, events);
    }
    return moved | above(half, events);
  }

  /** What is inside the cipher, as far as it can be understood now. */
  private boolean above(Half half, Consumer<Event> events) {
    boolean moved = false;
    while (half.lost == null
        && (channels == null
            ? half.negotiate(
                Storey.MUXER,
                muxing,
                half.plain,
                (name, at) -> mux(name, false, at, events),
                events)
            : channels.step(half.direction.from(), half.plain, events))) {
      moved = true;
    }
    return moved;
  }

  private boolean decrypt(Half half, Consumer<Event> events) {
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
            direction.from(),
            direction.buffer().array(),
            direction.buffer().index() + NoiseStorey.LENGTH,
            size - NoiseStorey.LENGTH);
    if (plain.isEmpty()) {
      String why = "the tag of a Noise message does not fit: not authentic";
      half.lose(Fault.Blame.PEER, why, events);
      return true;
    }
    direction.waste(size);
    direction.understood(NoiseStorey.LENGTH + NoiseCipher.TAG_SIZE);
    half.plain.add(plain.get(), 0, plain.get().length, at);
    return true;
  }

  /** Looks for the first Noise message behind bytes that are missing. */
  private boolean regain(Half half, boolean last, Consumer<Event> events) {
    String why = "part of a Noise message: bytes are missing";
    int before = half.gap.find(half.direction, last);
    if (before < 0) {
      int hopeless = half.gap.hopeless(half.direction);
      if (hopeless > 0) {
        half.tellHurt(hopeless, why, events);
      }
      if (half.gap.isLost()) {
        half.lose(Fault.Blame.CAPTURE, NOT_FOUND, events);
      }
      return false;
    }
    if (before > 0) {
      half.tellHurt(before, why, events);
    }
    long missing = half.gap.missing();
    half.gap = null;
    if (channels != null) {
      channels.miss(half.direction.from(), half.plain, missing, events);
      return true;
    }
    hurt[half.direction.from().ordinal()] = true;
    muxing.astray(half.direction.from());
    return true;
  }

  /** The same with what waits before more bytes are missing, or the end. */
  private void last(Half half, Consumer<Event> events) {
    if (half.gap == null || half.lost != null) {
      return;
    }
    try {
      if (regain(half, true, events)) {
        step(half, events);
      }
    } catch (Malformed e) {
      Fault fault = Fault.of(e);
      half.lose(fault.blame(), fault.why(), events);
    }
  }

  /** Bytes of a direction are missing. */
  void hole(Half half, long missing, Consumer<Event> events) {
    last(half, events);
    if (half.lost == null) {
      half.gap = half.gap == null ? noise.gap(half.direction) : half.gap;
      half.gap.widen();
      half.tellHurt(half.direction.waiting(), missing + " bytes are missing", events);
    }
  }

  /** Nothing more comes behind bytes that are missing. */
  void bridge(Half half, Consumer<Event> events) {
    last(half, events);
    if (half.gap != null && half.lost == null) {
      if (channels == null) {
        muxing.astray(half.direction.from());
      } else {
        channels.cut(half.direction.from());
      }
      half.tellHurt(half.direction.waiting(), NOT_FOUND, events);
    }
  }

  /** A direction has ended. */
  void end(Half half, Consumer<Event> events) {
    Direction direction = half.direction;
    if (channels != null) {
      channels.end(direction.from(), direction.cutter(), events);
    } else if (direction.from() == Side.DIALER && isRefused()) {
      half.ahead(half.plain);
    }
  }

  /** The bytes on the wire of what a side says. */
  byte[] seal(Side who, Outgoing.Message message) {
    if (message.kind() == Acts.RAW && message.substream() == null) {
      return noise.seal(who, message.body());
    }
    if (channels == null) {
      throw new IllegalStateException("no message can be sent before a muxer is agreed on");
    }
    return noise.seal(who, channels.frames(who, message));
  }
}
