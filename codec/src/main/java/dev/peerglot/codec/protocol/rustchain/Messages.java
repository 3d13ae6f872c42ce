// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.rustchain.chain.Dialects;
import dev.peerglot.codec.protocol.rustchain.message.AddrFrom;
import dev.peerglot.codec.protocol.rustchain.message.AdminNodeQuery;
import dev.peerglot.codec.protocol.rustchain.message.BlockMessage;
import dev.peerglot.codec.protocol.rustchain.message.DraftPackage;
import dev.peerglot.codec.protocol.rustchain.message.GetBlocks;
import dev.peerglot.codec.protocol.rustchain.message.GetData;
import dev.peerglot.codec.protocol.rustchain.message.Inv;
import dev.peerglot.codec.protocol.rustchain.message.KnownNodes;
import dev.peerglot.codec.protocol.rustchain.message.Message;
import dev.peerglot.codec.protocol.rustchain.message.SendBitCoin;
import dev.peerglot.codec.protocol.rustchain.message.TxMessage;
import dev.peerglot.codec.protocol.rustchain.message.Version;
import dev.peerglot.codec.session.MessageKind;

/** Variant ↔ type, in the order of the {@code Package} enum ({@code net_processing.rs}). */
final class Messages {
  static final String BLOCK = "Block";
  static final String GET_BLOCKS = "GetBlocks";
  static final String GET_DATA = "GetData";
  static final String INV = "Inv";
  static final String TX = "Tx";
  static final String SEND_BIT_COIN = "SendBitCoin";
  static final String KNOWN_NODES = "KnownNodes";
  static final String VERSION = "Version";
  static final String MESSAGE = "Message";
  static final String ADMIN_NODE_QUERY = "AdminNodeQuery";

  static final Catalogue ALL =
      new Catalogue("")
          .message(BLOCK, BLOCK, () -> BlockMessage.WIRE, "a block, in answer to GetData")
          .message(GET_BLOCKS, GET_BLOCKS, () -> GetBlocks.WIRE, "asks for the ids of all blocks")
          .message(GET_DATA, GET_DATA, () -> GetData.WIRE, "asks for a block or transaction")
          .message(INV, INV, () -> Inv.WIRE, "ids of blocks or transactions on offer")
          .message(TX, TX, () -> TxMessage.WIRE, "a transaction, in answer to GetData")
          .message(
              SEND_BIT_COIN,
              SEND_BIT_COIN,
              () -> SendBitCoin.WIRE,
              "makes the node pay from a wallet of its own")
          .message(
              KNOWN_NODES,
              KNOWN_NODES,
              () -> KnownNodes.WIRE,
              "nodes that the sender knows; an empty list asks for the receiver's")
          .message(VERSION, VERSION, () -> Version.WIRE, "the sender's height")
          .message(MESSAGE, MESSAGE, () -> Message.WIRE, "text for the receiver's log")
          .message(
              ADMIN_NODE_QUERY,
              ADMIN_NODE_QUERY,
              () -> AdminNodeQuery.WIRE,
              "makes the node do something and log the result")
          .part(
              "bincode-block", () -> Dialects.BLOCK, "the bytes of a block, out of their JSON list")
          .part(
              "bincode-transaction",
              () -> Dialects.TRANSACTION,
              "the bytes of a transaction, out of their JSON list")
          .part(
              DraftPackage.NAME,
              () -> DraftPackage.WIRE,
              "the form of an early draft of the book, op_type and data");

  static final MessageKind DRAFT = ALL.parts().get(DraftPackage.NAME);

  private Messages() {}

  /** What sending one may do that the node's owner may not like; empty for nothing. */
  static String danger(String name, byte[] body) {
    SocketAddress sender = AddrFrom.of(body).orElse(SocketAddress.NOWHERE);
    return switch (name) {
      case SEND_BIT_COIN -> "it makes the node sign a payment from its own wallet";
      case ADMIN_NODE_QUERY -> "it is an order to the node, and nobody checks who gives it";
      default ->
          sender.equals(SocketAddress.NOWHERE)
              ? ""
              : "it makes the node dial "
                  + sender
                  + "; without "
                  + AddrFrom.NAME
                  + " its answers come here";
    };
  }
}
