// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p.message;

import dev.peerglot.codec.protocol.libp2p.Multiaddrs;
import dev.peerglot.codec.protocol.libp2p.PeerIds;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Scalars;
import dev.peerglot.codec.schema.Tags;
import java.util.List;
import java.util.Optional;

/** {@code Message} of {@code libp2p/specs/kad-dht}: requests and answers alike. */
public record Kademlia(
    int type,
    byte[] key,
    Optional<Stored> stored,
    List<Peer> closerPeers,
    List<Peer> providerPeers,
    Optional<Integer> clusterLevelRaw) {
  private static final int MOST_PEERS = 10_000;

  /** The types by number; one that is missing is PUT_VALUE. */
  public static final List<String> TYPES =
      List.of("PUT_VALUE", "GET_VALUE", "ADD_PROVIDER", "GET_PROVIDERS", "FIND_NODE", "PING");

  /** The number of FIND_NODE. */
  public static final int FIND_NODE = 4;

  /** {@code Peer}: who, and where. */
  public record Peer(Optional<byte[]> id, List<byte[]> addrs, int connection) {
    private static final Names CONNECTIONS =
        Names.values()
            .on(0, "NOT_CONNECTED")
            .on(1, "CONNECTED")
            .on(2, "CAN_CONNECT")
            .on(3, "CANNOT_CONNECT");

    /** How it looks. */
    public static final Protobuf<Peer> WIRE =
        Protobuf.of(
            Rows.of(Peer.class)
                .field("id", Tags.optional(1, PeerIds.WIRE), Peer::id, "peer id")
                .field("addrs", Tags.repeated(2, Multiaddrs.WIRE, 1000), Peer::addrs, "where it is")
                .field(
                    "connection",
                    Tags.enumeration(3, CONNECTIONS),
                    Peer::connection,
                    "whether the teller is connected with it")
                .make("Peer", Peer::new));
  }

  /** {@code Record}: a value under a key. */
  public record Stored(
      byte[] key,
      byte[] value,
      String timeReceived,
      Optional<byte[]> publisher,
      Optional<Long> ttl) {
    /** How it looks. */
    public static final Protobuf<Stored> WIRE =
        Protobuf.of(
            Rows.of(Stored.class)
                .field("key", Tags.bytes(1), Stored::key, "its key")
                .field("value", Tags.bytes(2), Stored::value, "its value")
                .field(
                    "timeReceived",
                    Tags.string(5, 64),
                    Stored::timeReceived,
                    "set by the receiver, RFC 3339")
                .field(
                    "publisher",
                    Tags.optional(666, PeerIds.WIRE),
                    Stored::publisher,
                    "who put it there; rust-libp2p only")
                .field(
                    "ttl",
                    Tags.optional(777, Scalars.uint32),
                    Stored::ttl,
                    "seconds to live, 0: for ever; rust-libp2p only")
                .make("Record", Stored::new));
  }

  /** How it looks; people who write one need not say a type that its name says. */
  public static Protobuf<Kademlia> wire(int otherwise) {
    Names names = Names.values();
    for (int i = 0; i < TYPES.size(); i++) {
      names.on(i, TYPES.get(i));
    }
    return Protobuf.of(
        Rows.of(Kademlia.class)
            .field("type", Tags.enumeration(1, names), Kademlia::type, "what is asked or answered")
            .field(
                "key",
                Tags.bytes(2, PeerIds.KEY),
                Kademlia::key,
                "a peer id, or the key of a record")
            .field(
                "record", Tags.optional(3, Stored.WIRE), Kademlia::stored, "a value under its key")
            .field(
                "closerPeers",
                Tags.repeated(8, Peer.WIRE, MOST_PEERS),
                Kademlia::closerPeers,
                "peers nearer to the key")
            .field(
                "providerPeers",
                Tags.repeated(9, Peer.WIRE, MOST_PEERS),
                Kademlia::providerPeers,
                "peers that provide what the key names")
            .field(
                "clusterLevelRaw",
                Tags.optional(10, Scalars.int32),
                Kademlia::clusterLevelRaw,
                "unused")
            .make("Message", Kademlia::new)
            .otherwise("type", Integer.toString(otherwise)));
  }
}
