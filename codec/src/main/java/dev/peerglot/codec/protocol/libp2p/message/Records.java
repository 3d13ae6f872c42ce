// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p.message;

import dev.peerglot.codec.protocol.libp2p.Multiaddrs;
import dev.peerglot.codec.protocol.libp2p.PeerIds;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Tags;

/** Addresses under their owner's signature ({@code libp2p/specs/RFC/0002, 0003}). */
public final class Records {
  private static final Protobuf<Raw> ADDRESS_INFO =
      Protobuf.of(
          Rows.rows()
              .field("multiaddr", Tags.optional(1, Multiaddrs.WIRE), "an address")
              .make("AddressInfo"));

  /** {@code PeerRecord}. */
  public static final Protobuf<Raw> PEER_RECORD =
      Protobuf.of(
          Rows.rows()
              .field("peer_id", Tags.optional(1, PeerIds.WIRE), "whose addresses they are")
              .field("seq", Tags.uint64(2), "grows with each change")
              .field("addresses", Tags.repeated(3, ADDRESS_INFO, 1000), "where it is")
              .make("PeerRecord"));

  /** {@code Envelope}: a payload, its type, who signed both. */
  public static final Protobuf<Raw> ENVELOPE =
      Protobuf.of(
          Rows.rows()
              .field("public_key", Tags.optional(1, PublicKey.WIRE), "the signer")
              .field("payload_type", Tags.optional(2, Blob.rest()), "0301 where it is a PeerRecord")
              .field("payload", Tags.optional(3, Blob.rest()), "what is signed")
              .field(
                  "signature",
                  Tags.optional(5, Blob.rest()),
                  "of domain, type and payload, each behind its length")
              .make("Envelope"));

  private Records() {}
}
