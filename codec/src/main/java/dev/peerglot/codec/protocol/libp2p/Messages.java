// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.libp2p.message.Gossip;
import dev.peerglot.codec.protocol.libp2p.message.Identify;
import dev.peerglot.codec.protocol.libp2p.message.Kademlia;
import dev.peerglot.codec.protocol.libp2p.message.NoisePayload;
import dev.peerglot.codec.protocol.libp2p.message.PublicKey;
import dev.peerglot.codec.protocol.libp2p.message.Records;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Name ↔ type. Codes are the stream's content, or Kademlia's own numbers. */
final class Messages {
  static final String IDENTIFY = "Identify";
  static final String PING = "Ping";
  static final String RPC = "RPC";
  static final String FIND_NODE = "FIND_NODE";

  private static final Sequence<Raw> PING_WIRE =
      Rows.rows().field("data", Blob.bytes(32), "random; comes back unchanged").make(PING);

  private static final String[] DOCS = {
    "stores a record; the answer echoes it",
    "asks for a record; answered with it, nearer peers, or both",
    "says that the sender provides what the key names; no answer",
    "asks who provides what the key names",
    "asks for the peers nearest to a key",
    "asks for a sign of life; out of use"
  };

  private Messages() {}

  static Catalogue of(Published published) {
    Catalogue all =
        new Catalogue("")
            .message(
                IDENTIFY,
                "identify",
                () -> Identify.WIRE,
                "who the sender is; asked for by opening the stream, or pushed")
            .message(PING, "ping", () -> PING_WIRE, "32 bytes, and the same again in answer");
    for (int type = 0; type < Kademlia.TYPES.size(); type++) {
      Protobuf<Kademlia> wire = Kademlia.wire(type);
      all.message(Kademlia.TYPES.get(type), "kad " + type, () -> wire, DOCS[type]);
    }
    Protobuf<Gossip.Message> message = Gossip.message(published);
    Protobuf<Raw> rpc = Gossip.rpc(message);
    return all.message(
            RPC, "rpc", () -> rpc, "gossipsub: subscriptions, published messages, control")
        .part("PublishedMessage", () -> message, "what an author published, inside an RPC")
        .part("NoiseHandshakePayload", () -> NoisePayload.WIRE, "identity inside a Noise message")
        .part("PublicKey", () -> PublicKey.WIRE, "an identity key, encoded")
        .part("Envelope", () -> Records.ENVELOPE, "something under a signature")
        .part("PeerRecord", () -> Records.PEER_RECORD, "a peer's addresses");
  }
}
