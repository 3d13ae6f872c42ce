// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Likeness.Degree;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.Version;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How bytes betray Witnet: a frame whose three lengths and magic agree. The network follows from
 * the beacon of a {@code Version} where one is there ({@link Networks#guess}).
 */
final class Marks {
  private static final int VERSION_TAG = 0x0a;

  private Marks() {}

  static Likeness likeness(Opening opening) {
    Likeness best = Likeness.NO;
    for (Side side : Side.values()) {
      Likeness look = likeness(opening.of(side), opening.complete());
      boolean tells = look.degree() == best.degree() && best.network() == null;
      if (look.degree().compareTo(best.degree()) > 0 || tells) {
        best = look;
      }
    }
    return best;
  }

  private static Likeness likeness(byte[] first, boolean complete) {
    if (first.length == 0) {
      return complete ? Likeness.NO : Likeness.UNDECIDED;
    }
    Framing.Look look = Framing.look(first, 0, first.length);
    if (look == Framing.Look.NO) {
      return inside(first);
    }
    if (look == Framing.Look.MORE) {
      return complete ? Likeness.NO : Likeness.UNDECIDED;
    }
    int length = Framing.LENGTH + (int) new In(first).u32be();
    if (isVersion(first) && first.length < length && !complete) {
      return Likeness.UNDECIDED; // its end tells the network
    }
    int magic = Framing.magic(first, 0);
    boolean known =
        magic == Networks.MAGIC
            || magic == Networks.OLD_MAIN_MAGIC
            || magic == Networks.OLD_TEST_MAGIC;
    Network network = first.length < length ? null : network(Arrays.copyOf(first, length));
    if (network == null && !known) {
      network = Networks.speaking(Networks.DEVELOPMENT, magic);
    }
    return new Likeness(known ? Degree.CERTAIN : Degree.LIKELY, network);
  }

  /** A capture that begins in the middle: some frame of 2.x further on. */
  private static Likeness inside(byte[] first) {
    for (int i = 1; i < first.length; i++) {
      if (Framing.look(first, i, first.length) == Framing.Look.FRAME
          && Framing.magic(first, i) == Networks.MAGIC) {
        return new Likeness(Degree.LIKELY, null);
      }
    }
    return Likeness.NO;
  }

  private static boolean isVersion(byte[] first) {
    In in = new In(first);
    in.take(Framing.LENGTH + 1);
    varint.get(in);
    in.take(1);
    varint.get(in);
    return in.u8() == VERSION_TAG;
  }

  private static Network network(byte[] frame) {
    try {
      Framing.Envelope envelope =
          Framing.open(Arrays.copyOfRange(frame, Framing.LENGTH, frame.length));
      if (!envelope.code().equals("1")) {
        return null;
      }
      Version version =
          Schema.of(Networks.chain(Networks.MAIN)).version.readAll(envelope.payload());
      Network guess = Networks.guess((int) envelope.magic(), version.timestamp(), version.beacon());
      boolean strange = guess != null && Networks.magic(guess) != envelope.magic();
      return strange ? null : guess;
    } catch (Malformed e) {
      return null;
    }
  }

  /** Frames one after another, or one without its length. */
  static Bare bare(Network network, byte[] bytes) {
    Framing.Look look = Framing.look(bytes, 0, bytes.length);
    boolean whole = bytes.length >= Framing.LENGTH && fits(bytes);
    boolean frame = look == Framing.Look.FRAME;
    if (!frame && !whole) {
      return body(network, bytes);
    }
    Network spoken = frame ? spoken(network, Framing.magic(bytes, 0)) : network;
    Transcript transcript = new Transcript(new Handshake(spoken), Limits.DEFAULT);
    transcript.feed(Side.DIALER, bytes);
    transcript.end(Side.DIALER, true);
    List<Event> events = new ArrayList<>();
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      if (event instanceof Event.Message || event instanceof Event.Broken) {
        events.add(event);
      }
    }
    boolean certain = frame && Framing.magic(bytes, 0) == Networks.magic(spoken);
    return new Bare(spoken.scheme(), events, certain);
  }

  private static boolean fits(byte[] bytes) {
    return new In(bytes).u32be() == bytes.length - Framing.LENGTH;
  }

  /** The same network before 2.0, if that is what the magic says. */
  private static Network spoken(Network network, int magic) {
    boolean old = magic == Networks.OLD_MAIN_MAGIC || magic == Networks.OLD_TEST_MAGIC;
    return old ? Networks.speaking(network, magic) : network;
  }

  private static Bare body(Network network, byte[] bytes) {
    try {
      Framing.Envelope envelope = Framing.open(bytes);
      Catalogue messages = Messages.of(network);
      boolean known = !messages.ofCode(envelope.code()).isUnknown();
      if (!known || envelope.magic() != Networks.magic(network)) {
        return Bare.NONE;
      }
      Event event =
          new Event.Message(
              Side.DIALER,
              0,
              bytes.length,
              messages.ofCode(envelope.code()),
              envelope.payload(),
              null,
              null);
      return new Bare(network.scheme(), List.of(event), true);
    } catch (Malformed e) {
      return Bare.NONE;
    }
  }
}
