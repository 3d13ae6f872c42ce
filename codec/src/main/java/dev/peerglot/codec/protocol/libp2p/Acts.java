// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.layer.Multistream;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Substream;

/**
 * What an end says that is no message, in the form of messages of kinds that nobody else has; the
 * machine gives it its bytes.
 */
final class Acts {
  /** The next Noise handshake message: own static and ephemeral public key, then the payload. */
  static final MessageKind HANDSHAKE = MessageKind.unknown("noise handshake");

  /** Bytes inside the cipher, or on a stream, as they are. */
  static final MessageKind RAW = MessageKind.unknown("raw");

  /** The end of an own direction of a stream. */
  static final MessageKind CLOSE = MessageKind.unknown("close");

  /** The end of a stream that is not wanted. */
  static final MessageKind RESET = MessageKind.unknown("reset");

  /** More room for the peer on a stream: u32be. */
  static final MessageKind WINDOW = MessageKind.unknown("window");

  /** The answer to a muxer's ping: u32be. */
  static final MessageKind PONG = MessageKind.unknown("pong");

  /** The end of a session: u32be. */
  static final MessageKind GO_AWAY = MessageKind.unknown("go away");

  private static final byte[] NOTHING = {};

  private Acts() {}

  static Outgoing handshake(byte[] fixed, byte[] ephemeral, byte[] payload) {
    Out out = new Out(payload.length + 64).bytes(fixed).bytes(ephemeral).bytes(payload);
    return new Outgoing.Message(HANDSHAKE, out.toBytes());
  }

  /** Tokens of a negotiation inside the cipher, or on a stream. */
  static Outgoing tokens(long substream, String... texts) {
    return raw(substream, Multistream.tokens(texts));
  }

  static Outgoing raw(long substream, byte[] bytes) {
    return new Outgoing.Message(RAW, bytes, on(substream));
  }

  static Outgoing close(long substream) {
    return new Outgoing.Message(CLOSE, NOTHING, on(substream));
  }

  static Outgoing reset(long substream) {
    return new Outgoing.Message(RESET, NOTHING, on(substream));
  }

  static Outgoing window(long substream, long more) {
    return new Outgoing.Message(WINDOW, new Out().u32be(more).toBytes(), on(substream));
  }

  static Outgoing pong(long value) {
    return new Outgoing.Message(PONG, new Out().u32be(value).toBytes());
  }

  static Outgoing goAway(long code) {
    return new Outgoing.Message(GO_AWAY, new Out().u32be(code).toBytes());
  }

  private static Substream on(long number) {
    return number == 0 ? null : new Substream(number, "");
  }
}
