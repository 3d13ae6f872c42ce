// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.libp2p.Dialect;
import dev.peerglot.codec.protocol.parallelchain.message.Blocks;
import dev.peerglot.codec.protocol.parallelchain.message.Commands;
import dev.peerglot.codec.protocol.parallelchain.message.HotStuff;
import dev.peerglot.codec.protocol.parallelchain.message.Kinds;
import dev.peerglot.codec.protocol.parallelchain.message.Mempool;
import dev.peerglot.codec.protocol.parallelchain.message.QuorumCertificates;
import dev.peerglot.codec.protocol.parallelchain.message.Receipts;
import dev.peerglot.codec.protocol.parallelchain.message.RpcBlocks;
import dev.peerglot.codec.protocol.parallelchain.message.Transactions;
import dev.peerglot.codec.session.MessageKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of libp2p, and behind them those that are published inside of an RPC: their codes
 * begin with the topic. Both can be said; only the former are seen by themselves.
 */
final class Messages {
  static final String RPC = "RPC";
  static final String PING = "Ping";
  static final String SYNC_REQUEST = "SyncRequest";
  static final String TRANSACTION_V1 = "TransactionV1";
  static final String TRANSACTION_V2 = "TransactionV2";
  static final String DROPPED = "DroppedTxn";

  /** Most blocks to ask a peer for, that makes room for as many at once. */
  private static final int POLITE = 1000;

  static final Catalogue ALL = of(Networks.dialect(Networks.MAIN));

  private Messages() {}

  private static Catalogue of(Dialect dialect) {
    Catalogue all = new Catalogue("Message");
    for (MessageKind kind : dialect.messages().all()) {
      all.message(kind.name(), kind.code(), kind.wire(), kind.doc());
    }
    published(all);
    List<MessageKind> carriers = new ArrayList<>(dialect.messages().parts().values());
    return all.parts("", () -> parts(carriers));
  }

  private static void published(Catalogue all) {
    for (Kinds.Kind kind : HotStuff.message.all()) {
      all.message(kind.name(), "hotstuff " + kind.tags(), kind::type, kind.doc());
    }
    all.message(
            TRANSACTION_V1,
            "mempool 00",
            () -> Transactions.v1,
            "a transaction of protocol 0.4, in a block or pending")
        .message(
            TRANSACTION_V2,
            "mempool 01",
            () -> Transactions.v2,
            "a transaction of protocol 0.5, in a block or pending")
        .message(
            DROPPED, "droppedTx", () -> Mempool.dropped, "a transaction was given up; up to 0.5");
  }

  private static List<MessageKind> parts(List<MessageKind> carriers) {
    Catalogue parts =
        new Catalogue("")
            .part("Message", () -> HotStuff.message, "any message of hotstuff_rs 0.3")
            .part("TransactionV1OrV2", () -> Mempool.tagged, "what is pending, since 0.6")
            .part("UntaggedTransaction", () -> Mempool.untagged, "what is pending, up to 0.5")
            .part("Block", () -> Blocks.block, "a block as proposals and answers have it")
            .part(
                "QuorumCertificate",
                () -> QuorumCertificates.certificate,
                "the votes of a quorum for a block")
            .part("Command", () -> Commands.command, "what a transaction does")
            .part("ReceiptV1", () -> Receipts.v1, "what came of a transaction, in protocol 0.4")
            .part("ReceiptV2", () -> Receipts.v2, "what came of a transaction, in protocol 0.5")
            .part("BlockV1", () -> RpcBlocks.v1, "a block of protocol 0.4 as HTTP gives it")
            .part("BlockV2", () -> RpcBlocks.v2, "a block of protocol 0.5 as HTTP gives it");
    List<MessageKind> all = new ArrayList<>(carriers);
    all.addAll(parts.parts().values());
    return all;
  }

  /** Whether a message travels inside of an RPC. */
  static boolean isPublished(MessageKind kind) {
    return kind.code().startsWith("hotstuff ")
        || kind.code().startsWith("mempool ")
        || kind.name().equals(DROPPED);
  }

  /** What sending a message may do that nobody expects. */
  static String danger(String message, byte[] body) {
    if (!message.equals(SYNC_REQUEST)) {
      return "";
    }
    try {
      In in = new In(body);
      in.take(2 + 8);
      long limit = in.u32le();
      return limit > POLITE ? "the peer makes room for " + limit + " blocks at once" : "";
    } catch (Malformed e) {
      return "";
    }
  }
}
