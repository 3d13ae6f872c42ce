// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.KnownKeys;
import dev.peerglot.crypto.Party;
import dev.peerglot.crypto.noise.Noise;
import dev.peerglot.crypto.noise.NoiseCipher;
import dev.peerglot.crypto.noise.NoiseMessage;
import dev.peerglot.crypto.noise.Pattern;
import java.util.Optional;

/**
 * Noise messages of both directions behind their lengths, the handshake first:
 *
 * <pre>
 *  0        2            2+n
 *  +--------+---- ... ----+
 *  | n u16be| message     |     n up to 65,535; of a transport message the last 16 are its tag
 *  +--------+---- ... ----+
 * </pre>
 *
 * <p>A length of zero is passed over without a nonce, as rust-libp2p has it.
 */
public final class NoiseStorey {
  /** Bytes of the length. */
  public static final int LENGTH = 2;

  /** Bytes of a message, where none has been seen. */
  private static final double TYPICAL = 256;

  private final Noise noise;
  private final NoiseCipher[] openers = new NoiseCipher[2];
  private final NoiseCipher[] sealers = new NoiseCipher[2];
  private final long[] opened = new long[2];
  private int messages;

  /**
   * A handshake before its first message; the dialer is the initiator.
   *
   * @param pattern XX for libp2p
   * @param keys the private keys that are known
   */
  public NoiseStorey(Pattern pattern, KnownKeys keys) {
    noise = new Noise(pattern, new byte[0], keys, Optional.empty());
  }

  /** How many handshake messages have passed. */
  public int messages() {
    return messages;
  }

  /** Whether the handshake is over, opened or not. */
  public boolean isFinished() {
    return noise.finished();
  }

  /** Whether transport messages can be opened. */
  public boolean isOpen() {
    return noise.split();
  }

  /** Whether the next handshake message is this side's. */
  public boolean isTurn(Side side) {
    return !noise.finished() && noise.initiatorWrites() == (side == Side.DIALER);
  }

  /** How long the frame at the front is, its length included; -1 if it is not whole. */
  public static int frame(Flow flow) {
    if (flow.waiting() < LENGTH) {
      return -1;
    }
    int size = LENGTH + (flow.u8(0) << 8 | flow.u8(1));
    return flow.waiting() < size ? -1 : size;
  }

  /** Reads a handshake message, without its length. */
  public NoiseMessage handshake(Side from, byte[] message) {
    NoiseMessage read = noise.message(from == Side.DIALER, message);
    boolean passed =
        read.outcome() == NoiseMessage.Outcome.OPENED
            || read.outcome() == NoiseMessage.Outcome.KEYS_MISSING;
    messages += passed ? 1 : 0;
    if (noise.split()) {
      for (Side side : Side.values()) {
        openers[side.ordinal()] = noise.cipher(side == Side.DIALER);
        sealers[side.ordinal()] = noise.cipher(side == Side.DIALER);
      }
    }
    return read;
  }

  /** The plain text of a transport message, or nothing if its tag does not fit. */
  public Optional<byte[]> open(Side from, byte[] array, int offset, int length) {
    opened[from.ordinal()] += LENGTH + length;
    return length < NoiseCipher.TAG_SIZE
        ? Optional.empty()
        : openers[from.ordinal()].open(array, offset, length);
  }

  /**
   * The gap that begins with the first waiting byte of a direction: of what waits, and of what is
   * missing behind it, no message can be whole.
   */
  public NoiseGap gap(Direction direction) {
    int side = direction.from().ordinal();
    long passed = openers[side].counter();
    double mean = passed == 0 ? TYPICAL : (double) opened[side] / passed;
    return new NoiseGap(openers[side], Math.max(mean, LENGTH + NoiseCipher.TAG_SIZE), direction);
  }

  /**
   * The next handshake message behind its length.
   *
   * @throws IllegalStateException if the handshake is finished or was not followed
   */
  public byte[] compose(Party fixed, Party ephemeral, byte[] payload) {
    return framed(noise.compose(fixed, ephemeral, payload));
  }

  /**
   * Transport messages that carry these bytes.
   *
   * @throws IllegalStateException if the handshake is not over
   */
  public byte[] seal(Side who, byte[] plain) {
    NoiseCipher sealer = sealers[who.ordinal()];
    if (sealer == null) {
      throw new IllegalStateException("nothing can be sent before the Noise handshake is over");
    }
    Out out = new Out(plain.length + 64);
    for (int at = 0; at < plain.length; at += NoiseCipher.MAXIMUM_PLAIN) {
      int count = Math.min(plain.length - at, NoiseCipher.MAXIMUM_PLAIN);
      out.bytes(framed(sealer.seal(plain, at, count)));
    }
    return out.toBytes();
  }

  private static byte[] framed(byte[] message) {
    return new Out(message.length + LENGTH).u16be(message.length).bytes(message).toBytes();
  }
}
