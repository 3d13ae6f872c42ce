// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.parallelchain.object.Blocks;
import dev.peerglot.codec.protocol.parallelchain.object.Commands;
import dev.peerglot.codec.protocol.parallelchain.object.HotStuff;
import dev.peerglot.codec.protocol.parallelchain.object.Kinds;
import dev.peerglot.codec.protocol.parallelchain.object.Mempool;
import dev.peerglot.codec.protocol.parallelchain.object.QuorumCertificates;
import dev.peerglot.codec.protocol.parallelchain.object.Receipts;
import dev.peerglot.codec.protocol.parallelchain.object.RpcBlocks;
import dev.peerglot.codec.protocol.parallelchain.object.Transactions;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import java.util.ArrayList;
import java.util.List;

/** What travels inside of published messages, each to be read and written by itself. */
final class Messages {
  private Messages() {}

  /** Adds the payloads and their parts to the messages that carry them. */
  static Catalogue in(Catalogue carriers) {
    return carriers.parts("Message", Messages::parts);
  }

  private static List<MessageKind> parts() {
    List<MessageKind> parts = new ArrayList<>();
    for (Kinds.Kind kind : HotStuff.message.all()) {
      add(parts, kind.name(), kind.type(), kind.doc());
    }
    add(parts, "Message", HotStuff.message, "any of these, as hotstuff_rs 0.3 sends it");
    add(parts, "TransactionV1OrV2", Mempool.tagged, "a pending transaction, since 0.6");
    add(parts, "UntaggedTransaction", Mempool.untagged, "a pending transaction, up to 0.5");
    add(parts, "DroppedTxn", Mempool.dropped, "a transaction that was given up, up to 0.5");
    add(parts, "Block", Blocks.block, "a block as proposals and answers have it");
    add(parts, "QuorumCertificate", QuorumCertificates.certificate, "the votes of a quorum");
    add(parts, "TransactionV1", Transactions.v1, "a transaction in a block of protocol 0.4");
    add(parts, "TransactionV2", Transactions.v2, "a transaction in a block of protocol 0.5");
    add(parts, "Command", Commands.command, "what a transaction does");
    add(parts, "ReceiptV1", Receipts.v1, "what came of a transaction, in protocol 0.4");
    add(parts, "ReceiptV2", Receipts.v2, "what came of a transaction, in protocol 0.5");
    add(parts, "BlockV1", RpcBlocks.v1, "a block of protocol 0.4 as HTTP interfaces give it");
    add(parts, "BlockV2", RpcBlocks.v2, "a block of protocol 0.5 as HTTP interfaces give it");
    return parts;
  }

  private static void add(List<MessageKind> parts, String name, Type<?> type, String doc) {
    parts.add(new MessageKind(name, name, () -> type, doc));
  }
}
