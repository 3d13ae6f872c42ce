// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.cipher.Bip324Cipher;
import dev.peerglot.crypto.curve.EllSwift;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One direction of the encrypted transport, v2 (BIP 324):
 *
 * <pre>
 *  64 bytes    ElligatorSwift key
 *  0..4095     garbage
 *  16 bytes    garbage terminator
 *  packets     3 bytes length | 1 byte header | contents | 16 bytes tag
 * </pre>
 *
 * <p>The first packet authenticates the garbage, the first that is no decoy is the version packet;
 * the rest are messages and decoys.
 */
final class Packets {
  static final int KEY = EllSwift.SIZE;
  static final int GARBAGE = 4095;

  /** What Core takes: a zero byte, a command, and the payload of a plain frame. */
  static final int LARGEST = 1 + Command.SIZE + Framing.LARGEST;

  static final int TERMINATOR = 16;
  private static final int TAIL = Bip324Cipher.HEADER_SIZE + Bip324Cipher.TAG_SIZE;
  private static final byte[] NOTHING = {};

  private final Side side;
  private final Catalogue messages;
  private List<Keys.Session> sessions = List.of();
  private Bip324Cipher cipher;
  private byte[] garbage;
  private byte[] sessionId;
  private byte[] key;
  private int searched;
  private int scanned;
  private int length = -1;
  private long packets;
  private boolean versionSeen;
  private boolean resumed;
  private Lost dead;
  private PacketSearch search;
  private long searchFrom;
  private long effort;
  private boolean exact;
  private Lost astray;

  private Keys.Session sealing;
  private Bip324Cipher sealer;
  private boolean versionSent;

  /** A direction of which nothing was seen. */
  Packets(Side side, Catalogue messages) {
    this.side = side;
    this.messages = messages;
  }

  /** The key that the direction begins with, or null if it is not there. */
  byte[] key(Direction direction) {
    if (key == null && dead == null && direction.at() == 0 && direction.waiting() >= KEY) {
      key = direction.buffer().peek(0, KEY);
    }
    return key;
  }

  /** The keys are agreed: from here on the bytes mean something. */
  void open(Direction direction, List<Keys.Session> candidates, Consumer<Event> events) {
    sessions = candidates;
    if (dead != null) {
      return; // bytes behind the key are missing; it serves the other direction
    }
    long at = direction.at();
    direction.pass(KEY);
    events.accept(new Event.Phase(side, at, KEY, new Handshake.KeyShown(key)));
    sealing = candidates.getFirst();
  }

  /** Nothing in this direction can be opened. */
  void lock(Fault.Blame blame, String why) {
    if (dead == null) {
      dead = new Lost(side, blame, why);
    }
  }

  /** The bytes that passed by, if a header of the plain transport is among those that wait. */
  Lost guessedWrong(Direction direction, List<byte[]> magics, int limit) {
    int found = Framing.find(direction.buffer(), searched, magics, limit);
    searched = found < 0 ? -found - 1 : found;
    return found < 0 ? null : lost();
  }

  /** What passed by so far. */
  Lost lost() {
    return dead == null ? new Lost(side, Fault.Blame.CAPTURE, "") : dead;
  }

  boolean step(Direction direction, Consumer<Event> events) {
    if (dead != null) {
      // A header of the plain transport may stand across two cuts, so its length stays.
      int useless = direction.waiting() - (sessions.isEmpty() ? Framing.OLD_HEADER : 0);
      if (useless > 0) {
        dead.pass(direction, useless);
        searched = Math.max(0, searched - useless);
      }
      return false;
    }
    if (sessions.isEmpty()) {
      return false;
    }
    if (cipher == null && !terminated(direction, events)) {
      return dead != null;
    }
    boolean moved = false;
    while (dead == null
        && (search == null || found(direction, events))
        && packet(direction, events)) {
      moved = true;
    }
    return moved || dead != null;
  }

  private boolean terminated(Direction direction, Consumer<Event> events) {
    StreamBuffer buffer = direction.buffer();
    int last = Math.min(buffer.size() - TERMINATOR, GARBAGE);
    if (last < scanned) {
      return false;
    }
    boolean[] first = new boolean[256];
    for (Keys.Session session : sessions) {
      first[session.terminator(side)[0] & 0xff] = true;
    }
    byte[] array = buffer.array();
    for (int length = scanned; length <= last; length++) {
      int from = buffer.index() + length;
      Keys.Session session = first[array[from] & 0xff] ? terminatedBy(array, from) : null;
      if (session != null) {
        begin(direction, session, length, events);
        return true;
      }
    }
    scanned = Math.max(scanned, last + 1);
    if (scanned > GARBAGE) {
      String why =
          "no garbage terminator of a known network within "
              + (GARBAGE + TERMINATOR)
              + " bytes behind the key";
      die(direction, GARBAGE + TERMINATOR, Fault.Blame.PEER, why, events);
    }
    return false;
  }

  private Keys.Session terminatedBy(byte[] array, int from) {
    for (Keys.Session session : sessions) {
      byte[] end = session.terminator(side);
      if (Arrays.equals(array, from, from + TERMINATOR, end, 0, TERMINATOR)) {
        return session;
      }
    }
    return null;
  }

  /** The garbage is that long: packets follow. */
  private void begin(
      Direction direction, Keys.Session session, int length, Consumer<Event> events) {
    long at = direction.at();
    garbage = direction.take(length);
    direction.pass(TERMINATOR);
    cipher = session.cipher(side);
    sessionId = session.keys().sessionId();
    Network network = session.network();
    events.accept(
        new Event.Phase(side, at, length + TERMINATOR, new Handshake.Garbage(length, network)));
  }

  /** Tells of the bytes at the front, and lets all later ones pass by. */
  private void die(
      Direction direction, int size, Fault.Blame blame, String why, Consumer<Event> events) {
    Lost front = new Lost(side, blame, why);
    front.pass(direction, size);
    front.tell(direction, 0, events);
    dead = new Lost(side, blame, "nothing behind it can be opened: " + why);
  }

  /** Whether the next packet behind a hole was found. */
  private boolean found(Direction direction, Consumer<Event> events) {
    int missed = 0;
    if (exact) {
      long away = Math.min(direction.waiting(), searchFrom - direction.at());
      astray.pass(direction, (int) away);
      if (direction.at() < searchFrom) {
        return false;
      }
    } else {
      missed = search.find(direction, astray);
      if (missed == PacketSearch.WAIT) {
        return false;
      }
      if (missed == PacketSearch.GIVEN_UP) {
        dead = astray.because(Fault.Blame.CAPTURE, "too much is missing to find a packet again");
        search = null;
        return false;
      }
      effort = search.effort();
    }
    astray.tell(direction, 0, events);
    search = null;
    cipher = cipher.ahead(missed);
    packets += missed;
    resumed = true;
    return true;
  }

  private boolean packet(Direction direction, Consumer<Event> events) {
    StreamBuffer buffer = direction.buffer();
    if (length < 0) {
      if (buffer.size() < Bip324Cipher.LENGTH_SIZE) {
        return false;
      }
      length = cipher.openLength(buffer.array(), buffer.index());
    }
    if (length > LARGEST) {
      String why =
          "packet " + packets + " claims " + length + " bytes, above the limit of " + LARGEST;
      spoilt(direction, Bip324Cipher.LENGTH_SIZE, why, events);
      return true;
    }
    int size = Bip324Cipher.LENGTH_SIZE + TAIL + length;
    if (buffer.size() < size) {
      return false;
    }
    Optional<byte[]> opened =
        cipher.open(
            buffer.array(),
            buffer.index() + Bip324Cipher.LENGTH_SIZE,
            TAIL + length,
            packets == 0 ? garbage : NOTHING);
    if (opened.isEmpty()) {
      String why =
          "the tag of packet " + packets + " does not fit: not authentic, or bytes changed";
      spoilt(direction, size, why, events);
      return true;
    }
    told(direction, size, opened.get(), events);
    packets++;
    length = -1;
    return true;
  }

  /**
   * A packet that is not authentic. A peer has to be left then; in a recording the next one may be
   * good, right behind it if its length was.
   */
  private void spoilt(Direction direction, int size, String why, Consumer<Event> events) {
    Lost lost = new Lost(side, Fault.Blame.PEER, why);
    lost.pass(direction, size);
    lost.tell(direction, 0, events);
    cipher.skip();
    packets++;
    length = -1;
    exact = false;
    astray = new Lost(side, Fault.Blame.PEER, "no packet opens behind the one before");
    search = new PacketSearch(cipher, size, effort);
  }

  private void told(Direction direction, int size, byte[] packet, Consumer<Event> events) {
    long at = direction.at();
    int contents = packet.length - Bip324Cipher.HEADER_SIZE;
    if ((packet[0] & Bip324Cipher.DECOY) != 0) {
      direction.pass(size);
      events.accept(new Event.Phase(side, at, size, new Handshake.Decoy(contents)));
    } else if (!versionSeen && (contents == 0 || !resumed)) {
      versionSeen = true; // empty today, which tells it where packets before it are missing
      direction.pass(size);
      byte[] version = Arrays.copyOfRange(packet, Bip324Cipher.HEADER_SIZE, packet.length);
      events.accept(
          new Event.Phase(side, at, size, new Handshake.VersionPacket(version, sessionId)));
    } else {
      versionSeen = true;
      message(direction, size, packet, events);
    }
  }

  private void message(Direction direction, int size, byte[] packet, Consumer<Event> events) {
    long at = direction.at();
    int index = Bip324Cipher.HEADER_SIZE;
    int type = Contents.typeSize(packet, index);
    String wrong =
        type == 0
            ? "no room for a message type"
            : Contents.isSound(packet, index) ? "" : "the command is no ASCII filled up with zeros";
    String command = type == 0 ? "0" : Contents.command(packet, index);
    byte[] body = Arrays.copyOfRange(packet, index + type, packet.length);
    direction.pass(size);
    Fault fault = wrong.isEmpty() ? null : new Fault(Fault.Blame.PEER, wrong, "", at);
    events.accept(new Event.Message(side, at, size, messages.ofCode(command), body, null, fault));
  }

  /**
   * The bytes of the next packet of this side: its terminator first if that was not sent, and the
   * version packet if a message comes first. What was sent behind the key and waits is the garbage.
   */
  byte[] seal(Direction direction, int header, byte[] contents, boolean version) {
    if (sealing == null) {
      throw new IllegalStateException("no packet can be sent before both keys are exchanged");
    }
    Out out = new Out(contents.length + 128);
    byte[] associated = NOTHING;
    if (sealer == null) {
      sealer = sealing.cipher(side);
      associated = direction.buffer().peek(0, direction.waiting());
      out.bytes(sealing.terminator(side));
    }
    if (header == 0 && !version && !versionSent) {
      out.bytes(sealer.seal(0, NOTHING, associated));
      associated = NOTHING;
      versionSent = true;
    }
    versionSent |= version;
    return out.bytes(sealer.seal(header, contents, associated)).toBytes();
  }

  /** Bytes are about to be missing. */
  void hole(Direction direction, long missing, Consumer<Event> events) {
    key(direction);
    if (dead != null) {
      dead.pass(direction, direction.waiting());
      searched = 0;
      return;
    }
    if (cipher != null) {
      search(direction, missing, events);
      return;
    }
    String why =
        missing
            + (sessions.isEmpty()
                ? " bytes are missing before the keys are agreed"
                : " bytes are missing in the garbage or behind it");
    if (direction.waiting() > 0) {
      new Lost(side, Fault.Blame.CAPTURE, why).tell(direction, direction.waiting(), events);
    }
    searched = 0;
    dead = new Lost(side, Fault.Blame.CAPTURE, "nothing behind the hole can be opened: " + why);
  }

  /**
   * Looks for the next packet behind missing bytes. Where the length of the packet before is known
   * and reaches behind them, it is known where that is.
   */
  private void search(Direction direction, long missing, Consumer<Event> events) {
    if (search == null) {
      searchFrom = direction.at();
      if (length >= 0) {
        searchFrom += Bip324Cipher.OVERHEAD + length;
        cipher.skip();
        packets++;
        length = -1;
      }
      astray = new Lost(side, Fault.Blame.CAPTURE, missing + " bytes are missing in this packet");
    }
    astray.tell(direction, direction.waiting(), events);
    astray = new Lost(side, Fault.Blame.CAPTURE, "the rest of a packet whose beginning is missing");
    long end = direction.at() + direction.waiting() + missing;
    exact = searchFrom >= end;
    search = new PacketSearch(cipher, Math.max(0, end - searchFrom), effort);
  }

  /** Nothing more will come. */
  void end(Direction direction, Consumer<Event> events) {
    Lost lost = search == null ? dead : astray;
    if (lost == null) {
      String where =
          direction.at() == 0 && direction.waiting() < KEY
              ? "the stream ends here, inside the key"
              : sessions.isEmpty()
                  ? "encrypted (v2), and the other side's key is not there"
                  : "the stream ends here, inside " + (cipher == null ? "garbage" : "a packet");
      lost = new Lost(side, direction.cutter(), where);
    }
    lost.tell(direction, direction.waiting(), events);
  }
}
