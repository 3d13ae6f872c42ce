// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Step;
import dev.peerglot.crypto.cipher.AesCbcChain;
import dev.peerglot.crypto.curve.Secp256k1;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rules of one connection. Each direction begins with 33 bytes in the clear; when both keys are
 * seen and the private half of either is known, both directions open.
 */
final class Handshake implements Machine {
  static final int KEY_SIZE = 33;

  private final Secrets secrets;
  private final Half dialer = new Half(Side.DIALER);
  private final Half listener = new Half(Side.LISTENER);
  private Keys.Session session;
  private byte[] chainId;
  private String locked;

  Handshake(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Steps that are no messages. */
  sealed interface Phase extends Step {}

  /** A side has shown its ephemeral key. */
  record KeyShown(byte[] key) implements Phase {
    @Override
    public String name() {
      return "ephemeral_key";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("public_key", Hex.of(key));
    }
  }

  /** Both directions are open. The digest is the AES key: it is for the hello's signature only. */
  record Keyed(byte[] digest) implements Phase {
    @Override
    public String name() {
      return "keyed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("cipher", "AES-256-CBC");
    }
  }

  /** A hello has come; whether its signature is good is computed when somebody asks. */
  record HelloSeen(byte[] digest, byte[] body) implements Phase {
    @Override
    public String name() {
      return "hello_signature";
    }

    @Override
    public Map<String, Object> facts() {
      try {
        return Map.of("valid", isSigned(digest, Hello.WIRE.read(new In(body))));
      } catch (Malformed e) {
        return Map.of("valid", false);
      }
    }
  }

  /** Whether the hello was signed by the key that it names: byte 27 to 34, any s. */
  static boolean isSigned(byte[] digest, Hello hello) {
    Optional<byte[]> signer = Secp256k1.recover(digest, hello.signedSharedSecret());
    return signer.isPresent() && Arrays.equals(signer.get(), hello.nodePublicKey());
  }

  /** What one direction has come to. */
  private static final class Half {
    private final Side side;
    private final StreamBuffer plain = new StreamBuffer();
    private byte[] key;
    private AesCbcChain opener;
    private AesCbcChain sealer;
    private long lockedAt = -1;
    private long lockedSize;
    private boolean searching;
    private long searchedFrom;

    private Half(Side side) {
      this.side = side;
    }
  }

  private Half half(Side side) {
    return side == Side.DIALER ? dialer : listener;
  }

  @Override
  public boolean step(Direction direction, Consumer<Event> events) {
    if (direction.givenUp()) {
      return false;
    }
    Half half = half(direction.from());
    if (half.key == null) {
      return readKey(direction, half, events);
    }
    if (session == null) {
      return locked != null && lock(direction, half);
    }
    return decrypt(direction, half) | frames(direction, half, events);
  }

  private boolean readKey(Direction direction, Half half, Consumer<Event> events) {
    if (direction.waiting() < KEY_SIZE) {
      return false;
    }
    long at = direction.at();
    byte[] key = direction.buffer().peek(0, KEY_SIZE);
    if (!Keys.isKey(secrets, key)) {
      String why = "the first 33 bytes are no secp256k1 public key";
      broken(events, half.side, at, direction.waiting(), Fault.Blame.PEER, why);
      direction.giveUp();
      return false;
    }
    direction.pass(KEY_SIZE);
    half.key = key;
    events.accept(new Event.Phase(half.side, at, KEY_SIZE, new KeyShown(key)));
    if (half(half.side.other()).key != null) {
      agree(half, at, events);
    }
    return true;
  }

  private void agree(Half last, long at, Consumer<Event> events) {
    Keys.Agreement agreement = Keys.agree(secrets, dialer.key, listener.key);
    session = agreement.session();
    if (session == null) {
      locked = agreement.locked();
      return;
    }
    for (Half each : new Half[] {dialer, listener}) {
      each.opener = session.opener();
      each.plain.jump(KEY_SIZE);
    }
    events.accept(new Event.Phase(last.side, at, KEY_SIZE, new Keyed(session.key())));
  }

  private static boolean lock(Direction direction, Half half) {
    if (half.lockedAt < 0) {
      half.lockedAt = direction.at();
    }
    half.lockedSize += direction.waiting();
    direction.waste(direction.waiting());
    return false;
  }

  private boolean decrypt(Direction direction, Half half) {
    if (half.opener == null) {
      int misfit = (int) Math.floorMod(KEY_SIZE - direction.at(), (long) Framing.BLOCK);
      if (direction.waiting() < misfit + Framing.BLOCK) {
        return false;
      }
      direction.waste(misfit);
      byte[] before = direction.buffer().peek(0, Framing.BLOCK);
      direction.waste(Framing.BLOCK);
      half.plain.jump(direction.at() - half.plain.at());
      half.opener = AesCbcChain.decrypting(session.key(), before);
      return true;
    }
    int whole = direction.waiting() & -Framing.BLOCK;
    if (whole == 0) {
      return false;
    }
    StreamBuffer buffer = direction.buffer();
    byte[] text = half.opener.update(buffer.array(), buffer.index(), whole);
    direction.waste(whole);
    half.plain.add(text, 0, text.length);
    return true;
  }

  private boolean frames(Direction direction, Half half, Consumer<Event> events) {
    boolean moved = false;
    while (half.plain.size() >= Framing.BLOCK && !direction.givenUp()) {
      if (half.searching && !search(half, direction.ended(), events)) {
        return moved;
      }
      if (half.plain.size() < Framing.BLOCK || !frame(direction, half, events)) {
        return moved;
      }
      moved = true;
    }
    return moved;
  }

  private boolean frame(Direction direction, Half half, Consumer<Event> events) {
    StreamBuffer plain = half.plain;
    long size = plain.u32le(0);
    if (size > Framing.LARGEST) {
      String why = "a frame of " + size + " bytes is above the limit of " + Framing.LARGEST;
      broken(events, half.side, plain.at(), plain.size(), Fault.Blame.PEER, why);
      direction.giveUp();
      return false;
    }
    int length = Framing.length((int) size);
    if (plain.size() < length) {
      return false;
    }
    long at = plain.at();
    MessageKind kind = Messages.ofCode(plain.u32le(4), chainId);
    byte[] body = Framing.body(plain);
    direction.understood(length);
    events.accept(new Event.Message(half.side, at, length, kind, body, null, null));
    if (kind.name().equals(Messages.HELLO)) {
      chainId = chainOf(body);
      events.accept(new Event.Phase(half.side, at, length, new HelloSeen(session.key(), body)));
    }
    return true;
  }

  /** The chain that a hello is about, or null. */
  private static byte[] chainOf(byte[] hello) {
    try {
      return Hello.WIRE.read(new In(hello)).chainId();
    } catch (Malformed e) {
      return null;
    }
  }

  /** Behind a hole: passes over blocks until a header and, where it is there, its successor fit. */
  private static boolean search(Half half, boolean ended, Consumer<Event> events) {
    StreamBuffer plain = half.plain;
    while (plain.size() >= Framing.BLOCK) {
      if (Framing.plausible(plain, 0)) {
        int next = Framing.length((int) plain.u32le(0));
        if (next + Framing.HEADER > plain.size() && next != plain.size() && !ended) {
          return false;
        }
        if (next + Framing.HEADER > plain.size() || Framing.plausible(plain, next)) {
          half.searching = false;
          long lost = plain.at() - half.searchedFrom;
          if (lost > 0) {
            String why = "the rest of a frame whose beginning is missing";
            broken(events, half.side, half.searchedFrom, lost, Fault.Blame.CAPTURE, why);
          }
          return true;
        }
      }
      plain.skip(Framing.BLOCK);
    }
    return false;
  }

  @Override
  public void hole(Direction direction, long missing, Consumer<Event> events) {
    Half half = half(direction.from());
    if (half.key == null) {
      String why = "the ephemeral key is missing: nothing in this connection can be opened";
      broken(events, half.side, direction.at(), direction.waiting(), Fault.Blame.CAPTURE, why);
      direction.giveUp();
      return;
    }
    if (session == null) {
      return;
    }
    long from = half.searching ? half.searchedFrom : half.plain.at();
    long lost = direction.at() + direction.waiting() - from;
    if (lost > 0) {
      String why = missing + " bytes are missing inside or behind this frame";
      broken(events, half.side, from, lost, Fault.Blame.CAPTURE, why);
    }
    half.plain.skip(half.plain.size());
    half.opener = null;
    half.searching = true;
    half.searchedFrom = direction.at() + direction.waiting() + missing;
  }

  @Override
  public void end(Direction direction, Consumer<Event> events) {
    Half half = half(direction.from());
    if (half.lockedSize > 0) {
      broken(events, half.side, half.lockedAt, half.lockedSize, Fault.Blame.KEYS, locked);
      return;
    }
    long from =
        session == null ? direction.at() : half.searching ? half.searchedFrom : half.plain.at();
    long left = direction.at() + direction.waiting() - from;
    if (left > 0) {
      String why = "the stream ends here, inside " + (half.key == null ? "the key" : "a frame");
      broken(events, half.side, from, left, direction.cutter(), why);
    }
  }

  private static void broken(
      Consumer<Event> events, Side from, long at, long size, Fault.Blame blame, String why) {
    events.accept(new Event.Broken(from, at, size, new Fault(blame, why, "", at)));
  }

  @Override
  public byte[] seal(Side who, Outgoing outgoing) {
    if (!(outgoing instanceof Outgoing.Message message)) {
      throw new IllegalStateException("plain bytes need no seal");
    }
    if (session == null) {
      throw new IllegalStateException("no message can be sent before both keys are exchanged");
    }
    Half half = half(who);
    if (half.sealer == null) {
      half.sealer = session.sealer();
    }
    return half.sealer.update(Framing.frame(message.kind().code(), message.body()));
  }
}
