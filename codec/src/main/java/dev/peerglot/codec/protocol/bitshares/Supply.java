// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
import dev.peerglot.codec.protocol.bitshares.message.Items;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.crypto.hash.Ripemd160;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Items: what we offer, what we are offered. A node gets inventory only after it has synchronised,
 * so we walk to the peer's head with {@code fetch_blockchain_item_ids} and fetch what is offered
 * then, one item at a time. We serve only what the user put up.
 */
final class Supply {
  private static final int MOST_WANTED = 10_000;
  private static final int ZEROS = 20;

  private record Wanted(long type, byte[] hash) {}

  private final Map<String, Outgoing.Message> offered = new HashMap<>();
  private final Queue<Wanted> wanted = new ArrayDeque<>();
  private Wanted asked;
  private byte[] head;
  private boolean synced;

  /** The peer's hello says where its chain ends. */
  void meet(Hello hello) {
    String hash = UserData.read(hello.userData()).text("last_known_block_hash");
    try {
      byte[] bytes = hash == null ? new byte[0] : Hex.parse(hash);
      head =
          bytes.length == ZEROS && !java.util.Arrays.equals(bytes, new byte[ZEROS]) ? bytes : null;
    } catch (Malformed e) {
      head = null; // an odd hash in a hello is no reason to leave
    }
  }

  /** Both are active: starts the synchronisation. */
  void begin(Reply reply) {
    reply.say(synopsis());
  }

  private Outgoing synopsis() {
    List<byte[]> known = head == null ? List.of() : List.of(head);
    return message(
        Messages.FETCH_CHAIN, Items.FetchChain.WIRE, new Items.FetchChain(Items.BLOCK, known));
  }

  /** What is put up for the peer: announced now, sent when asked for. Other messages go at once. */
  Reply offer(Outgoing outgoing) {
    if (outgoing instanceof Outgoing.Message message) {
      long type =
          switch (message.kind().code()) {
            case "1000" -> Items.TRX;
            case "1001" -> Items.BLOCK;
            default -> 0;
          };
      if (type != 0) {
        byte[] hash = Ripemd160.of(message.body());
        offered.put(Hex.of(hash), message);
        return new Reply()
            .say(
                message(
                    Messages.INVENTORY,
                    Items.Inventory.WIRE,
                    new Items.Inventory(type, List.of(hash))));
      }
    }
    return new Reply().say(outgoing);
  }

  /** A message about items. */
  Reply on(Event.Message message) {
    In in = new In(message.body());
    return switch (message.kind().name()) {
      case Messages.INVENTORY -> offers(Items.Inventory.WIRE.read(in));
      case Messages.CHAIN_INVENTORY -> chain(Items.ChainInventory.WIRE.read(in));
      case Messages.FETCH_CHAIN -> {
        long type = Items.FetchChain.WIRE.read(in).itemType();
        yield new Reply()
            .say(
                message(
                    Messages.CHAIN_INVENTORY,
                    Items.ChainInventory.WIRE,
                    new Items.ChainInventory(0, type, List.of())));
      }
      case Messages.FETCH -> serve(Items.Fetch.WIRE.read(in));
      case "trx_message", "block_message", "item_not_available_message" -> {
        asked = null;
        yield next(new Reply());
      }
      default -> new Reply();
    };
  }

  private Reply offers(Items.Inventory inventory) {
    for (byte[] hash : inventory.itemHashesAvailable()) {
      if (wanted.size() < MOST_WANTED) {
        wanted.add(new Wanted(inventory.itemType(), hash));
      }
    }
    return next(new Reply());
  }

  private Reply next(Reply reply) {
    if (asked == null && !wanted.isEmpty()) {
      asked = wanted.remove();
      reply.say(
          message(
              Messages.FETCH,
              Items.Fetch.WIRE,
              new Items.Fetch(asked.type(), List.of(asked.hash()))));
    }
    return reply;
  }

  private Reply chain(Items.ChainInventory inventory) {
    List<byte[]> ids = inventory.itemHashesAvailable();
    if (synced || ids.isEmpty()) {
      return new Reply();
    }
    byte[] last = ids.getLast();
    synced = ids.size() == 1 && head != null && java.util.Arrays.equals(last, head);
    head = last;
    return synced ? new Reply() : new Reply().say(synopsis());
  }

  private Reply serve(Items.Fetch fetch) {
    Reply reply = new Reply();
    for (byte[] hash : fetch.itemsToFetch()) {
      Outgoing.Message item = offered.get(Hex.of(hash));
      if (item == null) {
        Out body = new Out().u32le(fetch.itemType()).bytes(hash);
        reply.say(
            new Outgoing.Message(Messages.ALL.get("item_not_available_message"), body.toBytes()));
      } else {
        reply.say(item);
      }
    }
    return reply;
  }

  /** The answer to 5016 of a node that tells nothing about its connections. */
  Outgoing noConnections() {
    return new Outgoing.Message(
        Messages.ALL.get(Messages.CONNECTIONS_REPLY), new Out().zeros(25).toBytes());
  }

  private static <T> Outgoing message(
      String name, dev.peerglot.codec.schema.Type<T> type, T value) {
    return Outgoing.Message.of(Messages.ALL.get(name), type, value);
  }
}
