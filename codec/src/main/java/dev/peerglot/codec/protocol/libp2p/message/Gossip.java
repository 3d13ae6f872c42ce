// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.libp2p.PeerIds;
import dev.peerglot.codec.protocol.libp2p.PublicKeys;
import dev.peerglot.codec.protocol.libp2p.Published;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Scalars;
import dev.peerglot.codec.schema.Tags;
import java.util.Optional;

/** {@code RPC} and its parts ({@code libp2p/specs/pubsub}, gossipsub 1.0 to 1.2). */
public final class Gossip {
  private static final int MOST = 1 << 16;
  private static final int TOPIC = 1 << 16;

  private static final Protobuf<Raw> IHAVE =
      Protobuf.of(
          Rows.rows()
              .field("topicID", Tags.optional(1, Scalars.string(TOPIC)), "the topic")
              .field("messageIDs", Tags.repeated(2, Ids.WIRE, MOST), "what the sender has")
              .make("ControlIHave"));

  private static final Protobuf<Raw> IWANT =
      Protobuf.of(
          Rows.rows()
              .field("messageIDs", Tags.repeated(1, Ids.WIRE, MOST), "what the sender wants")
              .make("ControlIWant"));

  private static final Protobuf<Raw> GRAFT =
      Protobuf.of(
          Rows.rows()
              .field("topicID", Tags.optional(1, Scalars.string(TOPIC)), "the topic")
              .make("ControlGraft"));

  private static final Protobuf<Raw> PEER_INFO =
      Protobuf.of(
          Rows.rows()
              .field("peerID", Tags.optional(1, PeerIds.WIRE), "who")
              .field("signedPeerRecord", Tags.optional(2, Blob.rest()), "an Envelope")
              .make("PeerInfo"));

  private static final Protobuf<Raw> PRUNE =
      Protobuf.of(
          Rows.rows()
              .field("topicID", Tags.optional(1, Scalars.string(TOPIC)), "the topic")
              .field("peers", Tags.repeated(2, PEER_INFO, 1000), "others to turn to")
              .field("backoff", Tags.optional(3, Scalars.uint64), "seconds to stay away")
              .make("ControlPrune"));

  private static final Protobuf<Raw> IDONTWANT =
      Protobuf.of(
          Rows.rows()
              .field("messageIDs", Tags.repeated(1, Ids.WIRE, MOST), "what need not be sent")
              .make("ControlIDontWant"));

  private static final Protobuf<Raw> CONTROL =
      Protobuf.of(
          Rows.rows()
              .field("ihave", Tags.repeated(1, IHAVE, MOST), "messages on offer")
              .field("iwant", Tags.repeated(2, IWANT, MOST), "messages asked for")
              .field("graft", Tags.repeated(3, GRAFT, MOST), "topics whose mesh is joined")
              .field("prune", Tags.repeated(4, PRUNE, MOST), "topics whose mesh is left")
              .field("idontwant", Tags.repeated(5, IDONTWANT, MOST), "gossipsub 1.2")
              .make("ControlMessage"));

  private static final Protobuf<Raw> SUBSCRIPTION =
      Protobuf.of(
          Rows.rows()
              .field("subscribe", Tags.optional(1, Scalars.bool), "joins; leaves if missing")
              .field("topicid", Tags.optional(2, Scalars.string(TOPIC)), "the topic")
              .make("SubOpts"));

  private Gossip() {}

  /**
   * {@code Message}: what somebody published.
   *
   * @param from peer id of the author
   * @param data what it says
   * @param seqno 8 bytes, big-endian
   * @param topic where
   * @param signature of {@code libp2p-pubsub:} and the message without signature and key
   * @param key encoded PublicKey where the id does not hold it
   */
  public record Message(
      Optional<byte[]> from,
      Optional<byte[]> data,
      Optional<byte[]> seqno,
      Optional<String> topic,
      Optional<byte[]> signature,
      Optional<byte[]> key) {

    /** What the author signs, behind the prefix. */
    public byte[] signed() {
      return BARE.toBytes(
          new Message(from, data, seqno, topic, Optional.empty(), Optional.empty()));
    }

    /** Whether the author, and nobody else, signed it. */
    public boolean isSigned() {
      byte[] id = from.orElse(new byte[0]);
      Optional<byte[]> author = key.or(() -> PeerIds.key(id));
      return signature.isPresent()
          && author.isPresent()
          && java.util.Arrays.equals(PeerIds.of(author.get()), id)
          && PublicKeys.verify(author.get(), PublicKeys.PUBSUB_PREFIX, signed(), signature.get());
    }

    /** How it looks. */
    public static final Protobuf<Message> BARE = Protobuf.of(rows(Published.NOTHING));
  }

  private static dev.peerglot.codec.schema.Sequence<Message> rows(Published published) {
    return Rows.of(Message.class)
        .field("from", Tags.optional(1, PeerIds.WIRE), Message::from, "the author")
        .field("data", Tags.optional(2, Blob.rest()), Message::data, "what it says")
        .field("seqno", Tags.optional(3, Blob.rest()), Message::seqno, "8 bytes, big-endian")
        .field("topic", Tags.optional(4, Scalars.string(TOPIC)), Message::topic, "where")
        .field(
            "signature",
            Tags.optional(5, Blob.rest()),
            Message::signature,
            "the author's, of libp2p-pubsub: and fields 1 to 4")
        .field(
            "key",
            Tags.optional(6, Blob.rest()),
            Message::key,
            "encoded PublicKey, where the author's id does not hold it")
        .make("Message", Message::new)
        .deriveIf(
            "payload",
            "what the data holds",
            object -> published.knows(Message.BARE.read(copy(object))),
            (object, sink, at) -> published.tell(Message.BARE.read(copy(object)), sink, at))
        .derive(
            "signature_valid",
            "whether the author signed it",
            (object, sink, at) -> sink.bool(Message.BARE.read(copy(object)).isSigned(), at, at));
  }

  private static In copy(In window) {
    return new In(window.array(), window.index(), window.left());
  }

  /** The published message of a network. */
  public static Protobuf<Message> message(Published published) {
    return published == Published.NOTHING ? Message.BARE : Protobuf.of(rows(published));
  }

  /** {@code RPC}: all that a node has to say at once, on the stream that it opened. */
  public static Protobuf<Raw> rpc(Protobuf<Message> message) {
    return Protobuf.of(
        Rows.rows()
            .field("subscriptions", Tags.repeated(1, SUBSCRIPTION, MOST), "topics come and gone")
            .field("publish", Tags.repeated(2, message, MOST), "messages of authors")
            .field("control", Tags.optional(3, CONTROL), "about the mesh, and gossip")
            .make("RPC"));
  }
}
