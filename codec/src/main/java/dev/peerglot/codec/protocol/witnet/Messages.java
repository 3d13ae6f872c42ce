// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.witnet.message.Constants;
import dev.peerglot.codec.protocol.witnet.message.DataRequests;
import dev.peerglot.codec.protocol.witnet.message.Inventory;
import dev.peerglot.codec.protocol.witnet.message.Peers;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.SuperBlocks;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Tags;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Number in the oneof {@code Command} ↔ type, in the order of the schema. */
final class Messages {
  static final String VERSION = "Version";
  static final String VERACK = "Verack";
  static final String GET_PEERS = "GetPeers";
  static final String PEERS = "Peers";
  static final String BLOCK = "Block";
  static final String INVENTORY_ANNOUNCEMENT = "InventoryAnnouncement";
  static final String INVENTORY_REQUEST = "InventoryRequest";
  static final String LAST_BEACON = "LastBeacon";
  static final String TRANSACTION = "Transaction";
  static final String SUPER_BLOCK_VOTE = "SuperBlockVote";
  static final String SUPER_BLOCK = "SuperBlock";

  private static final Map<Chain, Catalogue> MADE = new ConcurrentHashMap<>();
  private static final Protobuf<Raw> VERACK_WIRE = Protobuf.of(Rows.none(VERACK));
  private static final Protobuf<Raw> GET_PEERS_WIRE = Protobuf.of(Rows.none(GET_PEERS));

  private Messages() {}

  /** The messages of a network: addresses, times and block hashes are those of its chain. */
  static Catalogue of(Network network) {
    return MADE.computeIfAbsent(Networks.chain(network), Messages::of);
  }

  private static Catalogue of(Chain chain) {
    Catalogue all = new Catalogue("");
    commands(all, chain);
    all.part("Message", () -> message(all), "a whole frame without its length: magic and command");
    parts(all, chain);
    return all;
  }

  private static void commands(Catalogue all, Chain chain) {
    all.message(VERSION, "1", () -> Schema.of(chain).version, "first message of each side")
        .message(VERACK, "2", () -> VERACK_WIRE, "answer to a Version; ends the handshake")
        .message(GET_PEERS, "3", () -> GET_PEERS_WIRE, "asks for addresses of nodes")
        .message(PEERS, "4", () -> Peers.WIRE, "addresses: only as answer to GetPeers")
        .message(
            BLOCK,
            "5",
            () -> Schema.of(chain).blocks.block,
            "a block that was asked for, or a candidate for the next one")
        .message(
            INVENTORY_ANNOUNCEMENT,
            "6",
            () -> Inventory.ANNOUNCEMENT,
            "blocks that somebody lacks whose LastBeacon is behind")
        .message(INVENTORY_REQUEST, "7", () -> Inventory.REQUEST, "asks for what is in storage")
        .message(
            LAST_BEACON,
            "8",
            () -> Schema.of(chain).beacons.lastBeacon,
            "every epoch from listener to dialler; from a dialler it begins a synchronisation")
        .message(
            TRANSACTION,
            "9",
            () -> Schema.of(chain).transactions.transaction,
            "a new transaction, or one that was asked for")
        .message(
            SUPER_BLOCK_VOTE,
            "10",
            () -> Schema.of(chain).superBlocks.vote,
            "a committee member's vote on a superblock")
        .message(
            SUPER_BLOCK, "11", () -> SuperBlocks.SUPER_BLOCK, "a superblock that was asked for");
  }

  private static void parts(Catalogue all, Chain chain) {
    all.part("BlockHeader", () -> Schema.of(chain).blocks.header, "what a block's hash covers")
        .part(
            "VTTransaction", () -> Schema.of(chain).transactions.valueTransfer.wire(), "a payment")
        .part("DRTransaction", () -> Schema.of(chain).transactions.dataRequest.wire(), "a question")
        .part(
            "CommitTransaction",
            () -> Schema.of(chain).transactions.commit.wire(),
            "a witness's hidden answer")
        .part(
            "RevealTransaction",
            () -> Schema.of(chain).transactions.reveal.wire(),
            "a witness's answer")
        .part("TallyTransaction", () -> Schema.of(chain).transactions.tally.wire(), "a result")
        .part("MintTransaction", () -> Schema.of(chain).transactions.mint.wire(), "a reward")
        .part("StakeTransaction", () -> Schema.of(chain).transactions.stake.wire(), "a deposit")
        .part(
            "UnstakeTransaction",
            () -> Schema.of(chain).transactions.unstake.wire(),
            "a withdrawal of a deposit")
        .part("DataRequestOutput", () -> DataRequests.OUTPUT, "a question and what is paid for it")
        .part("RADRequest", () -> DataRequests.RAD_REQUEST, "a question")
        .part("CheckpointVRF", () -> Constants.CHECKPOINT_VRF, "what a miner's proof is about")
        .part(
            "DataRequestVrfMessage",
            () -> Schema.of(chain).dataRequestVrf,
            "what a witness's proof is about")
        .part(
            "ConsensusConstants", () -> Constants.CONSENSUS, "what 1.x nodes took the magic from");
  }

  private static Type<?> message(Catalogue all) {
    Rows members = Rows.rows();
    for (MessageKind kind : all.all()) {
      members.field(
          kind.name(), Tags.optional(Integer.parseInt(kind.code()), kind.type()), kind.doc());
    }
    String[] names = all.all().stream().map(MessageKind::name).toArray(String[]::new);
    Protobuf<Raw> command = Protobuf.of(members.make("Command")).exactlyOne(names);
    return Protobuf.of(
        Rows.rows()
            .field("magic", Tags.uint32(1, 0xffff), "10700 from 2.0 on")
            .field("kind", Tags.required(2, command), "the command")
            .make("Message"));
  }
}
