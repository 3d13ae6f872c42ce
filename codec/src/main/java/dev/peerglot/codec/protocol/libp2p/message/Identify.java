// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p.message;

import dev.peerglot.codec.protocol.libp2p.Multiaddrs;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Scalars;
import dev.peerglot.codec.schema.Tags;
import java.util.List;
import java.util.Optional;

/**
 * {@code Identify} ({@code libp2p/specs/identify}), also what a push carries: there a missing field
 * means unchanged.
 */
public record Identify(
    Optional<byte[]> publicKey,
    List<byte[]> listenAddrs,
    List<String> protocols,
    Optional<byte[]> observedAddr,
    Optional<String> protocolVersion,
    Optional<String> agentVersion,
    Optional<byte[]> signedPeerRecord) {

  /** How it looks. */
  public static final Protobuf<Identify> WIRE =
      Protobuf.of(
          Rows.of(Identify.class)
              .field(
                  "publicKey",
                  Tags.optional(1, Blob.rest()),
                  Identify::publicKey,
                  "encoded PublicKey of the sender")
              .field(
                  "listenAddrs",
                  Tags.repeated(2, Multiaddrs.WIRE, 1000),
                  Identify::listenAddrs,
                  "where the sender can be dialled")
              .field(
                  "protocols",
                  Tags.repeated(3, Scalars.string(1024), 1000),
                  Identify::protocols,
                  "ids that the sender accepts")
              .field(
                  "observedAddr",
                  Tags.optional(4, Multiaddrs.WIRE),
                  Identify::observedAddr,
                  "the receiver's address as the sender sees it")
              .field(
                  "protocolVersion",
                  Tags.optional(5, Scalars.string(1024)),
                  Identify::protocolVersion,
                  "family of protocols")
              .field(
                  "agentVersion",
                  Tags.optional(6, Scalars.string(1024)),
                  Identify::agentVersion,
                  "name of the software")
              .field(
                  "signedPeerRecord",
                  Tags.optional(8, Blob.rest()),
                  Identify::signedPeerRecord,
                  "an Envelope around a PeerRecord")
              .make("Identify", Identify::new));
}
