// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.libp2p.message.NoisePayload;
import dev.peerglot.codec.protocol.libp2p.message.PublicKey;
import dev.peerglot.codec.session.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps of a connection that are no messages. */
sealed interface Steps extends Step {
  /** What is negotiated. */
  enum Storey {
    SECURITY,
    MUXER,
    STREAM;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static Map<String, Object> facts(Object... pairs) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      facts.put((String) pairs[i], pairs[i + 1]);
    }
    return facts;
  }

  /** The initiator of a negotiation proposes a protocol. */
  record Proposed(Storey storey, long substream, String protocol) implements Steps {
    @Override
    public String name() {
      return "proposal";
    }

    @Override
    public Map<String, Object> facts() {
      return storey == Storey.STREAM
          ? Steps.facts("of", storey.word(), "substream", substream, "protocol", protocol)
          : Steps.facts("of", storey.word(), "protocol", protocol);
    }
  }

  /** The other side accepts or refuses it. */
  record Answered(Storey storey, long substream, String protocol, boolean accepted)
      implements Steps {
    @Override
    public String name() {
      return accepted ? "agreement" : "refusal";
    }

    @Override
    public Map<String, Object> facts() {
      return new Proposed(storey, substream, protocol).facts();
    }
  }

  /** What was sent behind a proposal that was refused: it means nothing. */
  record SentAhead(Storey storey, long bytes) implements Steps {
    @Override
    public String name() {
      return "sent_ahead";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("of", storey.word(), "bytes", bytes);
    }
  }

  /**
   * A message of the Noise handshake, as far as it can be read.
   *
   * @param number 1 to 3
   * @param ephemeral the sender's ephemeral key, or nothing in the third
   * @param sealed bytes of ciphertext that hold static key and identity
   * @param opened whether they could be opened
   */
  record NoiseSeen(int number, Optional<byte[]> ephemeral, int sealed, boolean opened)
      implements Steps {
    @Override
    public String name() {
      return "noise_message";
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = Steps.facts("number", number);
      ephemeral.ifPresent(key -> facts.put("ephemeral_key", Hex.of(key)));
      if (sealed > 0) {
        facts.put("sealed", sealed);
        facts.put("opened", opened);
      }
      return facts;
    }
  }

  /** Who a side says it is; whether it is, is computed when somebody asks. */
  record IdentityShown(byte[] staticKey, byte[] payload) implements Steps {
    @Override
    public String name() {
      return "identity";
    }

    Optional<NoisePayload> read() {
      try {
        return Optional.of(NoisePayload.WIRE.read(new In(payload)));
      } catch (Malformed e) {
        return Optional.empty();
      }
    }

    /** The peer id, whether its owner signed or not. */
    Optional<byte[]> peer() {
      return read().flatMap(NoisePayload::identityKey).map(PeerIds::of);
    }

    boolean isValid() {
      Optional<NoisePayload> read = read();
      return read.isPresent()
          && read.get().identityKey().isPresent()
          && read.get().identitySig().isPresent()
          && PublicKeys.verify(
              read.get().identityKey().get(),
              PublicKeys.STATIC_PREFIX,
              staticKey,
              read.get().identitySig().get());
    }

    List<String> muxers() {
      return read()
          .flatMap(NoisePayload::extensions)
          .map(NoisePayload.Extensions::streamMuxers)
          .orElse(List.of());
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = Steps.facts("static_key", Hex.of(staticKey));
      peer().ifPresent(id -> facts.put("peer", PeerIds.spell(id)));
      read()
          .flatMap(NoisePayload::identityKey)
          .flatMap(PublicKeys::decode)
          .map(PublicKey::kind)
          .ifPresent(kind -> facts.put("key_type", kind));
      if (!muxers().isEmpty()) {
        facts.put("stream_muxers", String.join(", ", muxers()));
      }
      facts.put("valid", isValid());
      return facts;
    }
  }

  /** Streams can be opened now. */
  record Muxed(String muxer, boolean early) implements Steps {
    @Override
    public String name() {
      return "muxed";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("muxer", muxer, "early", early);
    }
  }

  /** A side opens a stream. */
  record Opened(long substream) implements Steps {
    @Override
    public String name() {
      return "stream_opened";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("substream", substream);
    }
  }

  /** A side will say nothing more on a stream. */
  record Closed(long substream) implements Steps {
    @Override
    public String name() {
      return "stream_closed";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("substream", substream);
    }
  }

  /** A side drops a stream. */
  record Reset(long substream, long code) implements Steps {
    @Override
    public String name() {
      return "stream_reset";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("substream", substream, "code", code);
    }
  }

  /** A side has used up half of what it may send on a stream, or more than it may. */
  record WindowLow(long substream, long left) implements Steps {
    @Override
    public String name() {
      return left < 0 ? "window_overrun" : "window_low";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("substream", substream, "left", left);
    }
  }

  /** A muxer's own sign of life. */
  record SessionPing(long value, boolean answer) implements Steps {
    @Override
    public String name() {
      return "session_ping";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("value", value, "answer", answer);
    }
  }

  /** A side is about to leave. */
  record GoneAway(long code) implements Steps {
    @Override
    public String name() {
      return "go_away";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("code", code);
    }
  }

  /** The connection ended before streams could be opened. */
  record Abandoned(String during) implements Steps {
    @Override
    public String name() {
      return "abandoned";
    }

    @Override
    public Map<String, Object> facts() {
      return Steps.facts("during", during);
    }
  }
}
