// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.bitshares.message.Address;
import dev.peerglot.codec.protocol.bitshares.message.ClosingConnection;
import dev.peerglot.codec.protocol.bitshares.message.ConnectionRejected;
import dev.peerglot.codec.protocol.bitshares.message.CurrentTime;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
import dev.peerglot.codec.protocol.bitshares.message.Items;
import dev.peerglot.codec.protocol.bitshares.message.Legacy;
import dev.peerglot.codec.protocol.bitshares.message.Objects;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.session.MessageKind;
import java.util.Arrays;

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

  private static final String TRX_DOC = "a transaction, in answer to 5004";

  static final Catalogue ALL =
      new Catalogue("_message")
          .message(TRX, "1000", () -> Objects.trx(Networks.MAIN.id()), TRX_DOC)
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
          .parts("_operation", Parts::all);

  private Messages() {}

  /** The message of that number on the chain of that id, which signers depend on. */
  static MessageKind ofCode(long code, byte[] chainId) {
    if (code == 1000 && chainId != null && !Arrays.equals(chainId, Networks.MAIN.id())) {
      return new MessageKind(TRX, "1000", () -> Objects.trx(chainId), TRX_DOC);
    }
    return ALL.ofCode(Long.toString(code));
  }
}
