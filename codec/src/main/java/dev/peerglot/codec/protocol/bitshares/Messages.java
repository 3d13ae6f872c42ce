// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Exchange;
import dev.peerglot.codec.protocol.bitshares.message.Address;
import dev.peerglot.codec.protocol.bitshares.message.ClosingConnection;
import dev.peerglot.codec.protocol.bitshares.message.ConnectionRejected;
import dev.peerglot.codec.protocol.bitshares.message.CurrentTime;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
import dev.peerglot.codec.protocol.bitshares.message.Items;
import dev.peerglot.codec.protocol.bitshares.message.Legacy;
import dev.peerglot.codec.protocol.bitshares.message.Objects;
import dev.peerglot.codec.protocol.bitshares.object.KeyPrefix;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import java.util.function.Supplier;

/** Number ↔ type, in the order of {@code core_message_type_enum} ({@code core_messages.hpp}). */
final class Messages {
  static final String TRX = "trx_message";
  static final String HELLO = "hello_message";
  static final String ACCEPTED = "connection_accepted_message";
  static final String REJECTED = "connection_rejected_message";
  static final String ADDRESS_REQUEST = "address_request_message";
  static final String ADDRESS = "address_message";
  static final String CLOSING = "closing_connection_message";
  static final String TIME_REQUEST = "current_time_request_message";
  static final String TIME_REPLY = "current_time_reply_message";
  static final String INVENTORY = "item_ids_inventory_message";
  static final String CHAIN_INVENTORY = "blockchain_item_ids_inventory_message";
  static final String FETCH_CHAIN = "fetch_blockchain_item_ids_message";
  static final String FETCH = "fetch_items_message";
  static final String CONNECTIONS_REQUEST = "get_current_connections_request_message";
  static final String CONNECTIONS_REPLY = "get_current_connections_reply_message";

  static final Catalogue ALL =
      new Catalogue("_message")
          .message(
              TRX,
              "1000",
              () -> Objects.trx(Networks.MAIN.id()),
              "a transaction, in answer to 5004")
          .message("block_message", "1001", () -> Objects.BLOCK, "a block, in answer to 5004")
          .message(INVENTORY, "5001", () -> Items.Inventory.WIRE, "new items on offer")
          .message(
              CHAIN_INVENTORY, "5002", () -> Items.ChainInventory.WIRE, "block ids: answer to 5003")
          .message(
              FETCH_CHAIN,
              "5003",
              () -> Items.FetchChain.WIRE,
              "asks for block ids (synchronisation)")
          .message(FETCH, "5004", () -> Items.Fetch.WIRE, "asks for items that were offered")
          .message(
              "item_not_available_message",
              "5005",
              () -> Items.NOT_AVAILABLE,
              "negative answer to 5004")
          .message(HELLO, "5006", () -> Hello.WIRE, "first message of each side")
          .message(ACCEPTED, "5007", () -> Rows.none(ACCEPTED), "positive answer to a hello")
          .message(REJECTED, "5008", () -> ConnectionRejected.WIRE, "negative answer to a hello")
          .message(ADDRESS_REQUEST, "5009", () -> Rows.none(ADDRESS_REQUEST), "asks for neighbours")
          .message(ADDRESS, "5010", () -> Address.WIRE, "the sender's active peers")
          .message(CLOSING, "5011", () -> ClosingConnection.WIRE, "said before leaving")
          .message(
              TIME_REQUEST, "5012", () -> CurrentTime.Request.WIRE, "compares clocks; keeps alive")
          .message(TIME_REPLY, "5013", () -> CurrentTime.Answer.WIRE, "answer to 5012")
          .message(
              "check_firewall_message",
              "5014",
              () -> Legacy.CHECK_FIREWALL,
              "asks to be dialled (up to 6.0.x)")
          .message(
              "check_firewall_reply_message",
              "5015",
              () -> Legacy.CHECK_FIREWALL_REPLY,
              "whether that worked (up to 6.0.x)")
          .message(
              CONNECTIONS_REQUEST,
              "5016",
              () -> Rows.none(CONNECTIONS_REQUEST),
              "asks for connections in detail (up to 5.1.0)")
          .message(
              CONNECTIONS_REPLY,
              "5017",
              () -> Legacy.CONNECTIONS_REPLY,
              "connections in detail (up to 5.1.0)")
          .exchange(Exchange.of(HELLO, ACCEPTED, REJECTED))
          .exchange(Exchange.of(ADDRESS_REQUEST, ADDRESS))
          .exchange(Exchange.of(TIME_REQUEST, TIME_REPLY).by(8))
          .exchange(Exchange.of(FETCH_CHAIN, CHAIN_INVENTORY))
          .exchange(Exchange.of(FETCH, TRX, "block_message", "item_not_available_message"))
          .exchange(Exchange.of("check_firewall_message", "check_firewall_reply_message"))
          .exchange(Exchange.of(CONNECTIONS_REQUEST, CONNECTIONS_REPLY))
          .parts("_operation", Parts::all);

  private Messages() {}

  /** The message of that number on the chain of that id; null: on mainnet. */
  static MessageKind ofCode(long code, byte[] chainId) {
    return on(chainId, ALL.ofCode(Long.toString(code)));
  }

  /** The same message on the chain of that id, which signers and the prefix of keys depend on. */
  static MessageKind on(byte[] chainId, MessageKind kind) {
    boolean object = kind.code().equals("1000") || kind.code().equals("1001") || isPart(kind);
    if (!object || chainId == null || Networks.isMain(chainId)) {
      return kind;
    }
    String prefix = Networks.isTest(chainId) ? KeyPrefix.TEST : KeyPrefix.MAIN;
    Supplier<Type<?>> wire = kind.code().equals("1000") ? () -> Objects.trx(chainId) : kind.wire();
    return new MessageKind(
        kind.name(), kind.code(), () -> KeyPrefix.of(wire.get(), prefix), kind.doc());
  }

  /** Parts have their names for codes. */
  private static boolean isPart(MessageKind kind) {
    return kind.code().equals(kind.name()) && !kind.isUnknown();
  }
}
