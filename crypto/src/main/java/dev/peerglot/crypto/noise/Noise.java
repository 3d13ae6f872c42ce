// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.noise;

import dev.peerglot.crypto.KnownKeys;
import dev.peerglot.crypto.Party;
import dev.peerglot.crypto.curve.X25519;
import dev.peerglot.crypto.noise.NoiseMessage.Kind;
import dev.peerglot.crypto.noise.NoiseMessage.Outcome;
import dev.peerglot.crypto.noise.NoiseMessage.Part;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A Noise handshake, fed with the messages of both ends. A live end composes its own messages with
 * {@link #compose} and then feeds them too.
 *
 * <p>Which private keys suffice depends on the pattern: for XX and XK those of either end, or both
 * ephemeral ones if the static public keys can be read. One thread at a time.
 */
public final class Noise {

  private final Pattern pattern;
  private final KnownKeys keys;
  private Ends ends;
  private int index;
  private boolean blind;

  /**
   * A handshake before its first message.
   *
   * @param prologue what both ends agree on beforehand, possibly no bytes
   * @param keys the private keys that are known, by public key
   * @param responder the responder's static public key, in patterns where the initiator knows it
   * @throws IllegalArgumentException if that key is missing, superfluous or not 32 bytes
   */
  public Noise(Pattern pattern, byte[] prologue, KnownKeys keys, Optional<byte[]> responder) {
    this.pattern = pattern;
    this.keys = keys;
    if (responder.isPresent() != pattern.responderKnown()
        || responder.filter(key -> key.length != X25519.SIZE).isPresent()) {
      throw new IllegalArgumentException(
          "pattern "
              + pattern.name()
              + (pattern.responderKnown()
                  ? " needs the responder's static key, 32 bytes"
                  : " takes no static key beforehand"));
    }
    ends = new Ends(pattern.protocol());
    ends.symmetric.mixHash(prologue);
    responder.ifPresent(
        key -> {
          ends.symmetric.mixHash(key);
          ends.fixed[1] = keys.party(key);
        });
  }

  /** Whether the next message is the initiator's to write. */
  public boolean initiatorWrites() {
    return index % 2 == 0;
  }

  /** Whether all messages have passed, read or not. */
  public boolean finished() {
    return index == pattern.messages().size();
  }

  /** Whether all messages have passed and were read, so that there are transport keys. */
  public boolean split() {
    return finished() && !blind;
  }

  /** The hash of the handshake so far, 32 bytes; without meaning once keys were missing. */
  public byte[] hash() {
    return ends.symmetric.hash();
  }

  /**
   * The transport key of one direction, 32 bytes.
   *
   * @throws IllegalStateException if there is none: see {@link #split}
   */
  public byte[] key(boolean fromInitiator) {
    if (!split()) {
      throw new IllegalStateException("this handshake has not given transport keys");
    }
    return ends.symmetric.split()[fromInitiator ? 0 : 1];
  }

  /**
   * A fresh cipher for one direction; for its end, the other or an observer.
   *
   * @throws IllegalStateException if there is none: see {@link #split}
   */
  public NoiseCipher cipher(boolean fromInitiator) {
    return new NoiseCipher(key(fromInitiator), 0);
  }

  /**
   * Reads the next message, whoever wrote it.
   *
   * @throws IllegalStateException if it is not this end's turn or the handshake is finished
   */
  public NoiseMessage message(boolean fromInitiator, byte[] message) {
    requireTurn(fromInitiator);
    if (message.length > NoiseCipher.MAXIMUM_MESSAGE) {
      return new NoiseMessage(List.of(), Outcome.TOO_LONG);
    }
    Ends after = new Ends(ends);
    List<Part> parts = new ArrayList<>();
    Outcome outcome = read(after, message, parts);
    if (outcome == Outcome.OPENED || outcome == Outcome.KEYS_MISSING) {
      ends = after;
      index++;
      blind |= outcome == Outcome.KEYS_MISSING;
    }
    return new NoiseMessage(List.copyOf(parts), outcome);
  }

  /**
   * Composes the next message without moving on; feed it to {@link #message} when it is sent.
   *
   * @param fixed the writer's static key pair
   * @param ephemeral the writer's ephemeral key pair, the same through one handshake
   * @throws IllegalStateException if the handshake is finished or could not be followed so far
   * @throws IllegalArgumentException if a private key is missing or the other end's key is weak, or
   *     the message would exceed 65,535 bytes
   */
  public byte[] compose(Party fixed, Party ephemeral, byte[] payload) {
    requireTurn(initiatorWrites());
    if (blind) {
      throw new IllegalStateException("this handshake could not be followed so far");
    }
    Ends after = new Ends(ends);
    int writer = index % 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    after.ephemeral[writer] = ephemeral;
    for (Token token : pattern.messages().get(index)) {
      switch (token) {
        case E -> {
          after.symmetric.mixHash(ephemeral.publicKey());
          out.writeBytes(ephemeral.publicKey());
        }
        case S -> {
          after.fixed[writer] = fixed;
          out.writeBytes(after.symmetric.seal(fixed.publicKey()));
        }
        case EE, ES, SE, SS -> {
          Optional<Outcome> trouble = after.agree(token);
          if (trouble.isPresent()) {
            throw new IllegalArgumentException("cannot mix in " + token + ": " + trouble.get());
          }
        }
      }
    }
    out.writeBytes(after.symmetric.seal(payload));
    if (out.size() > NoiseCipher.MAXIMUM_MESSAGE) {
      throw new IllegalArgumentException(
          "a Noise message holds at most " + NoiseCipher.MAXIMUM_MESSAGE + " bytes");
    }
    return out.toByteArray();
  }

  private Outcome read(Ends after, byte[] message, List<Part> parts) {
    int writer = index % 2;
    int offset = 0;
    for (Token token : pattern.messages().get(index)) {
      switch (token) {
        case E -> {
          if (message.length - offset < X25519.SIZE) {
            return Outcome.TOO_SHORT;
          }
          byte[] key = Arrays.copyOfRange(message, offset, offset + X25519.SIZE);
          after.ephemeral[writer] = keys.party(key);
          after.symmetric.mixHash(key);
          parts.add(new Part(Kind.EPHEMERAL, offset, X25519.SIZE, key));
          offset += X25519.SIZE;
        }
        case S -> {
          if (blind) {
            return Outcome.KEYS_MISSING;
          }
          int size = X25519.SIZE + (after.symmetric.hasKey() ? NoiseCipher.TAG_SIZE : 0);
          if (message.length - offset < size) {
            return Outcome.TOO_SHORT;
          }
          Optional<byte[]> key = after.symmetric.open(message, offset, size);
          if (key.isEmpty()) {
            return Outcome.WRONG_TAG;
          }
          after.fixed[writer] = keys.party(key.get());
          parts.add(new Part(Kind.STATIC, offset, size, key.get()));
          offset += size;
        }
        case EE, ES, SE, SS -> {
          Optional<Outcome> trouble =
              blind ? Optional.of(Outcome.KEYS_MISSING) : after.agree(token);
          if (trouble.isPresent()) {
            return trouble.get();
          }
        }
      }
    }
    if (blind) {
      return Outcome.KEYS_MISSING;
    }
    int size = message.length - offset;
    if (after.symmetric.hasKey() && size < NoiseCipher.TAG_SIZE) {
      return Outcome.TOO_SHORT;
    }
    Optional<byte[]> payload = after.symmetric.open(message, offset, size);
    if (payload.isEmpty()) {
      return Outcome.WRONG_TAG;
    }
    parts.add(new Part(Kind.PAYLOAD, offset, size, payload.get()));
    return Outcome.OPENED;
  }

  private void requireTurn(boolean fromInitiator) {
    if (finished() || fromInitiator != initiatorWrites()) {
      throw new IllegalStateException(
          finished() ? "this handshake is finished" : "it is the other end's turn");
    }
  }

  /** All that is known of both ends, the initiator at 0 and the responder at 1. */
  private static final class Ends {
    private static final byte[] WEAK = {};

    final Symmetric symmetric;
    final Party[] ephemeral;
    final Party[] fixed;

    Ends(String protocol) {
      symmetric = new Symmetric(protocol);
      ephemeral = new Party[2];
      fixed = new Party[2];
    }

    Ends(Ends other) {
      symmetric = other.symmetric.copy();
      ephemeral = other.ephemeral.clone();
      fixed = other.fixed.clone();
    }

    /** Mixes an agreement in, or tells why not. */
    Optional<Outcome> agree(Token token) {
      Party initiator = token == Token.EE || token == Token.ES ? ephemeral[0] : fixed[0];
      Party responder = token == Token.EE || token == Token.SE ? ephemeral[1] : fixed[1];
      Optional<byte[]> agreed =
          Party.agree(initiator, responder, (key, other) -> X25519.shared(key, other).orElse(WEAK));
      if (agreed.isEmpty()) {
        return Optional.of(Outcome.KEYS_MISSING);
      }
      if (agreed.get() == WEAK) {
        return Optional.of(Outcome.WEAK_KEY);
      }
      symmetric.mixKey(agreed.get());
      return Optional.empty();
    }
  }
}
