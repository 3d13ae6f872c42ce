// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.libp2p.PublicKeys;
import dev.peerglot.codec.protocol.libp2p.message.Gossip;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.crypto.curve.Ed25519;
import java.util.Optional;

/**
 * Puts messages under topics and signs them as gossipsub wants it: {@code StrictSign}, Ed25519 of
 * {@code libp2p-pubsub:} and the message without signature and key.
 *
 * @param key private key of the author
 * @param address the author's address
 */
record Publication(byte[] key, byte[] address) {
  /** What the owner of that key publishes. */
  static Publication by(byte[] key) {
    return new Publication(key, Ed25519.publicKey(key));
  }

  /** The topic of a message to that peer, or to all. */
  static String topic(MessageKind kind, byte[] peer, Generation generation) {
    return switch (kind.name()) {
      case "Proposal", "Nudge" -> generation.broadcast();
      case Messages.TRANSACTION_V1, Messages.TRANSACTION_V2 -> Topics.MEMPOOL;
      case Messages.DROPPED -> Topics.DROPPED;
      default -> generation.mailbox(peer);
    };
  }

  /** What stands in {@code data}: transactions have a tag since 0.6. */
  static byte[] data(MessageKind kind, byte[] body, Generation generation) {
    return switch (kind.name()) {
      case Messages.TRANSACTION_V1 ->
          generation == Generation.V0_6 ? new Out().u8(0).bytes(body).toBytes() : body;
      case Messages.TRANSACTION_V2 -> new Out().u8(1).bytes(body).toBytes();
      default -> body;
    };
  }

  /**
   * An RPC with one message.
   *
   * @param number no other message of the author has it; later ones have higher ones
   */
  byte[] rpc(String topic, byte[] data, long number) {
    Gossip.Message bare =
        new Gossip.Message(
            Optional.of(PublicAddress.peerId(address)),
            Optional.of(data),
            Optional.of(new Out().i64be(number).toBytes()),
            Optional.of(topic),
            Optional.empty(),
            Optional.empty());
    byte[] signed = new Out().bytes(PublicKeys.PUBSUB_PREFIX).bytes(bare.signed()).toBytes();
    Gossip.Message message =
        new Gossip.Message(
            bare.from(),
            bare.data(),
            bare.seqno(),
            bare.topic(),
            Optional.of(Ed25519.sign(key, signed)),
            Optional.empty());
    Out rpc = new Out();
    PeerExchange.put(rpc, 2, Gossip.Message.BARE.toBytes(message));
    return rpc.toBytes();
  }
}
