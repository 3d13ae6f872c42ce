// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.bitcoin.message.Inv;
import dev.peerglot.codec.protocol.bitcoin.message.Inv.Item;
import dev.peerglot.codec.protocol.bitcoin.message.Tx;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Reply;
import dev.peerglot.crypto.hash.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Blocks and transactions: what the user puts up is announced, and sent when the peer asks for it;
 * what the peer announces is asked for if somebody wants to see it. There is nothing else here.
 */
final class Supply {
  /**
   * How long a peer takes to ask for a transaction that it was told of: Core lets those whom it
   * dialled go first for two seconds, and for two more where it prefers wtxids and was told a txid
   * ({@code NONPREF_PEER_TX_DELAY}, {@code TXID_RELAY_DELAY}).
   */
  static final Duration TO_BE_ASKED = Duration.ofSeconds(6);

  /**
   * How long it may take to tell of its transactions: Core tells those who dialled it every five
   * seconds on average, at random times ({@code INBOUND_INVENTORY_BROADCAST_INTERVAL}).
   */
  static final Duration TO_BE_TOLD = Duration.ofSeconds(20);

  /** What Core asks for at once. */
  private static final int MOST_ASKED = 1000;

  /** Announcements of a peer that are remembered, so that none is asked for twice. */
  private static final int MOST_REMEMBERED = 50_000;

  private final Map<String, Outgoing.Message> offered = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private boolean wtxids;
  private boolean witnesses;

  /** Both sides announce transactions by wtxid (BIP 339). */
  void useWtxids() {
    wtxids = true;
  }

  /** The peer knows witnesses (BIP 144). */
  void useWitnesses() {
    witnesses = true;
  }

  /** Announces what the user puts up; other messages are said at once. */
  Reply offer(Outgoing outgoing) {
    if (!(outgoing instanceof Outgoing.Message message)) {
      return new Reply().say(outgoing);
    }
    Item item =
        switch (message.kind().name()) {
          case Messages.TX -> transaction(message);
          case Messages.BLOCK -> block(message);
          default -> null;
        };
    return item == null
        ? new Reply().say(outgoing)
        : new Reply().say(say(Messages.INV, Inv.WIRE, new Inv(List.of(item))));
  }

  private Item transaction(Outgoing.Message message) {
    byte[] wtxid = Sha256.twice(message.body());
    byte[] txid = txid(message, wtxid);
    put(Item.TX, txid, message);
    put(Item.WTX, wtxid, message);
    return wtxids ? new Item(Item.WTX, wtxid) : new Item(Item.TX, txid);
  }

  /** The name without witnesses; bytes that are no transaction have only one name. */
  private static byte[] txid(Outgoing.Message message, byte[] wtxid) {
    try {
      Object value = message.kind().type().read(new In(message.body()));
      return value instanceof Tx tx ? tx.txid() : wtxid;
    } catch (Malformed e) {
      return wtxid;
    }
  }

  private Item block(Outgoing.Message message) {
    byte[] header = Arrays.copyOf(message.body(), 80);
    byte[] hash = Sha256.twice(header);
    put(Item.BLOCK, hash, message);
    return new Item(Item.BLOCK, hash);
  }

  private void put(long type, byte[] hash, Outgoing.Message message) {
    if (offered.size() < MOST_REMEMBERED) {
      offered.put(key(type, hash), message);
    }
  }

  private static String key(long type, byte[] hash) {
    return (type & ~Item.WITNESS) + " " + Hex.of(hash);
  }

  /** Sends what is there, and says what is not. */
  Reply serve(byte[] body) {
    Reply reply = new Reply();
    List<Item> missing = new ArrayList<>();
    Set<String> sent = new HashSet<>();
    for (Item item : Inv.GETDATA.read(new In(body)).inventory()) {
      String key = key(item.type(), item.hash());
      Outgoing.Message message = offered.get(key);
      if (message == null) {
        missing.add(item);
      } else if (sent.add(key)) {
        reply.say(message);
      }
    }
    return missing.isEmpty()
        ? reply
        : reply.say(say(Messages.NOTFOUND, Inv.NOTFOUND, new Inv(missing)));
  }

  /** Asks for what the peer announces and was not asked for before. */
  Reply fetch(byte[] body) {
    List<Item> wanted = new ArrayList<>();
    for (Item item : Inv.WIRE.read(new In(body)).inventory()) {
      boolean plain = item.type() == Item.TX || item.type() == Item.BLOCK;
      if ((plain || item.type() == Item.WTX)
          && wanted.size() < MOST_ASKED
          && asked.size() < MOST_REMEMBERED
          && asked.add(key(item.type(), item.hash()))) {
        long witness = plain && witnesses ? Item.WITNESS : 0;
        wanted.add(new Item(item.type() | witness, item.hash()));
      }
    }
    return wanted.isEmpty()
        ? new Reply()
        : new Reply().say(say(Messages.GETDATA, Inv.GETDATA, new Inv(wanted)));
  }

  private static <T> Outgoing say(String name, Type<T> type, T value) {
    return Outgoing.Message.of(Messages.ALL.get(name), type, value);
  }
}
