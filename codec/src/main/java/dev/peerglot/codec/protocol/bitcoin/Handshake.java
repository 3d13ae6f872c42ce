// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Step;
import dev.peerglot.crypto.cipher.Bip324Cipher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rules of one connection. Each direction tells its transport by its first bytes; an encrypted
 * one opens when both keys are seen and the private half of either is known. A direction that
 * looked encrypted turns plain when the other one is, or when a plain header comes by: captures
 * begin anywhere.
 */
final class Handshake implements Machine {
  static final String V1 = "v1";
  static final String V2 = "v2";

  /** Sealed, it becomes the garbage terminator, if that was not sent, and the version packet. */
  static final MessageKind VERSION_PACKET = MessageKind.unknown("version packet");

  /** Sealed, it becomes a packet that the peer ignores. */
  static final MessageKind DECOY = MessageKind.unknown("decoy");

  private final Network network;
  private final Secrets secrets;
  private final Catalogue messages;
  private final List<byte[]> magics;
  private final Half dialer = new Half(Side.DIALER);
  private final Half listener = new Half(Side.LISTENER);
  private boolean tried;
  private boolean agreed;
  private String transport = "";

  Handshake(Network network, Secrets secrets) {
    this.network = network;
    this.secrets = secrets;
    this.messages = Messages.of(network);
    this.magics = Marks.magics(network);
  }

  /** Steps that are no messages. */
  sealed interface Phase extends Step {}

  /** The first frame of a plain direction: whose magic it has. */
  record Plain(byte[] magic, String network) implements Phase {
    @Override
    public String name() {
      return "plain_transport";
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("magic", Hex.of(magic));
      if (!network.isEmpty()) {
        facts.put("network", network);
      }
      return facts;
    }
  }

  /** The first bytes are no plain header. */
  record Encrypted() implements Phase {
    @Override
    public String name() {
      return "encrypted_transport";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of();
    }
  }

  /** A side's key, once it is sure that it is one. */
  record KeyShown(byte[] key) implements Phase {
    @Override
    public String name() {
      return "ephemeral_key";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("ellswift", Hex.of(key));
    }
  }

  /** Both keys are there: either side may send packets. */
  record Keyed() implements Phase {
    @Override
    public String name() {
      return "keyed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("cipher", "FSChaCha20Poly1305");
    }
  }

  /** The garbage is over; its terminator tells the network. */
  record Garbage(int length, Network network) implements Phase {
    @Override
    public String name() {
      return "garbage";
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("length", length);
      facts.put("network", network.scheme());
      return facts;
    }
  }

  /** A packet that means nothing. */
  record Decoy(int length) implements Phase {
    @Override
    public String name() {
      return "decoy";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("length", length);
    }
  }

  /** The first packet that is no decoy: the keys are right, and the session may be named. */
  record VersionPacket(byte[] contents, byte[] sessionId) implements Phase {
    @Override
    public String name() {
      return "version_packet";
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("session_id", Hex.of(sessionId));
      if (contents.length > 0) {
        facts.put("contents", Hex.of(contents));
      }
      return facts;
    }
  }

  /**
   * Where a plain frame should begin, none does; the next one is searched for.
   *
   * @param noise whether it looks like a key of the encrypted transport
   */
  record Astray(String why, boolean noise) implements Phase {
    @Override
    public String name() {
      return "astray";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("why", why);
    }
  }

  /** What one direction has come to: at most one of the two is there. */
  private static final class Half {
    private final Side side;
    private Direction direction;
    private PlainFrames plain;
    private Packets packets;

    private Half(Side side) {
      this.side = side;
    }
  }

  private Half half(Side side) {
    return side == Side.DIALER ? dialer : listener;
  }

  @Override
  public String transport() {
    return transport;
  }

  @Override
  public boolean step(Direction direction, Consumer<Event> events) {
    if (direction.givenUp()) {
      return false;
    }
    Half half = half(direction.from());
    half.direction = direction;
    boolean decided = half.plain == null && half.packets == null;
    if (decided && !decide(half, direction, events)) {
      return false;
    }
    if (half.packets != null && !agreed) {
      turn(half, direction, events);
    }
    if (half.plain != null) {
      return half.plain.step(direction, events) | decided;
    }
    boolean free = !agreed && agree(events);
    return half.packets.step(direction, events) | free;
  }

  private boolean decide(Half half, Direction direction, Consumer<Event> events) {
    int plain = Framing.startsPlain(direction.buffer(), magics);
    boolean answer = half(half.side.other()).plain != null && !direction.ended();
    if (plain < 0 || plain == 0 && answer && direction.waiting() < Marks.NOISE) {
      return false;
    }
    if (plain == 1) {
      half.plain = new PlainFrames(half.side, network, messages, magics, null);
      transport = V1;
    } else {
      half.packets = new Packets(half.side, messages);
      turn(half, direction, events);
      if (half.packets != null) {
        events.accept(new Event.Phase(half.side, direction.at(), 0, new Encrypted()));
        transport = transport.isEmpty() ? V2 : transport;
      }
    }
    return true;
  }

  /** Gives up the guess that a direction is encrypted, if it was wrong. */
  private void turn(Half half, Direction direction, Consumer<Event> events) {
    Lost lost =
        half(half.side.other()).plain != null
            ? half.packets.lost()
            : half.packets.guessedWrong(direction, magics, Framing.limit(network));
    if (lost != null) {
      half.plain = PlainFrames.instead(half.side, network, messages, magics, lost);
      half.packets = null;
      transport = V1;
      byte[] first = direction.buffer().peek(0, Math.min(direction.waiting(), Packets.KEY));
      String why = "begins with something else than a plain frame";
      Astray astray = new Astray(why, Marks.isNoise(first));
      events.accept(new Event.Phase(half.side, direction.at(), 0, astray));
    }
  }

  private boolean agree(Consumer<Event> events) {
    if (tried || dialer.packets == null || listener.packets == null) {
      return false;
    }
    byte[] dialled = dialer.packets.key(dialer.direction);
    byte[] listened = listener.packets.key(listener.direction);
    if (dialled == null || listened == null) {
      return false;
    }
    tried = true;
    Keys.Agreement agreement = Keys.agree(secrets, network, dialled, listened);
    if (agreement.sessions().isEmpty()) {
      dialer.packets.lock(Fault.Blame.KEYS, agreement.locked());
      listener.packets.lock(Fault.Blame.KEYS, agreement.locked());
      return false;
    }
    agreed = true;
    dialer.packets.open(dialer.direction, agreement.sessions(), events);
    listener.packets.open(listener.direction, agreement.sessions(), events);
    events.accept(new Event.Phase(Side.LISTENER, listener.direction.at(), 0, new Keyed()));
    return true;
  }

  @Override
  public void hole(Direction direction, long missing, Consumer<Event> events) {
    Half half = half(direction.from());
    half.direction = direction;
    if (half.packets != null && !agreed && half(half.side.other()).plain != null) {
      turn(half, direction, events);
    }
    if (half.plain == null && half.packets == null) {
      half.plain = PlainFrames.joined(half.side, network, messages, magics);
      transport = V1;
    }
    if (half.plain != null) {
      half.plain.hole(direction, missing, events);
    } else {
      half.packets.hole(direction, missing, events);
    }
  }

  @Override
  public void end(Direction direction, Consumer<Event> events) {
    Half half = half(direction.from());
    if (half.plain != null) {
      half.plain.end(direction, events);
    } else {
      (half.packets == null ? new Packets(half.side, messages) : half.packets)
          .end(direction, events);
    }
  }

  @Override
  public byte[] seal(Side who, Outgoing outgoing) {
    if (!(outgoing instanceof Outgoing.Message message)) {
      throw new IllegalStateException("plain bytes need no seal");
    }
    MessageKind kind = message.kind();
    Half half = half(who);
    if (half.packets == null && half(who.other()).packets == null) {
      return Framing.frame(network, kind.code(), message.body());
    }
    if (!agreed) {
      throw new IllegalStateException("no message can be sent before both keys are exchanged");
    }
    if (kind == VERSION_PACKET) {
      return half.packets.seal(half.direction, 0, message.body(), true);
    }
    if (kind == DECOY) {
      return half.packets.seal(half.direction, Bip324Cipher.DECOY, message.body(), false);
    }
    byte[] contents = Contents.of(kind.code(), message.body());
    return half.packets.seal(half.direction, 0, contents, false);
  }
}
