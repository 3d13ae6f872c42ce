// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p.message;

import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Scalars;
import dev.peerglot.codec.schema.Tags;
import java.util.List;
import java.util.Optional;

/**
 * {@code NoiseHandshakePayload} ({@code libp2p/specs/noise}): who a Noise static key belongs to.
 */
public record NoisePayload(
    Optional<byte[]> identityKey, Optional<byte[]> identitySig, Optional<Extensions> extensions) {

  /** {@code NoiseExtensions}: what would be negotiated later, said early. */
  public record Extensions(List<byte[]> webtransportCerthashes, List<String> streamMuxers) {
    /** How it looks. */
    public static final Protobuf<Extensions> WIRE =
        Protobuf.of(
            Rows.of(Extensions.class)
                .field(
                    "webtransport_certhashes",
                    Tags.repeated(1, Blob.rest(), 64),
                    Extensions::webtransportCerthashes,
                    "multihashes of certificates")
                .field(
                    "stream_muxers",
                    Tags.repeated(2, Scalars.string(256), 64),
                    Extensions::streamMuxers,
                    "muxers in order of preference")
                .make("NoiseExtensions", Extensions::new));
  }

  /** How it looks. */
  public static final Protobuf<NoisePayload> WIRE =
      Protobuf.of(
          Rows.of(NoisePayload.class)
              .field(
                  "identity_key",
                  Tags.optional(1, Blob.rest()),
                  NoisePayload::identityKey,
                  "encoded PublicKey of the sender")
              .field(
                  "identity_sig",
                  Tags.optional(2, Blob.rest()),
                  NoisePayload::identitySig,
                  "its signature of noise-libp2p-static-key: and the sender's Noise static key")
              .field(
                  "extensions",
                  Tags.optional(4, Extensions.WIRE),
                  NoisePayload::extensions,
                  "what the sender offers early")
              .make("NoiseHandshakePayload", NoisePayload::new));
}
