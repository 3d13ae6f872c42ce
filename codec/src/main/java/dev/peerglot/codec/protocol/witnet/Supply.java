// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.witnet.message.Inventory;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.SuperBlocks;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Reply;
import java.util.HashMap;
import java.util.Map;

/**
 * What we have to serve: only what the user said on this connection. Blocks and transactions are
 * pushed in full on this network; who wants them again asks by hash.
 */
final class Supply {
  private static final int MOST = 1000;

  private final Schema schema;
  private final Map<String, Outgoing> said = new HashMap<>();

  Supply(Schema schema) {
    this.schema = schema;
  }

  /** Keeps what is said, if it can be asked for. */
  void keep(Outgoing.Message message) {
    if (said.size() >= MOST) {
      return;
    }
    In body = new In(message.body());
    try {
      switch (message.kind().name()) {
        case Messages.BLOCK -> said.put("Block " + Hex.of(schema.blocks.hash(body)), message);
        case Messages.TRANSACTION ->
            said.put("Tx " + Hex.of(schema.transactions.hash(body)), message);
        case Messages.SUPER_BLOCK ->
            said.put("SuperBlock " + SuperBlocks.SUPER_BLOCK.read(body).index(), message);
        default -> {}
      }
    } catch (Malformed e) {
      return; // said on purpose, and nothing that anybody can ask for
    }
  }

  /** Answers a request as the reference does: in order, up to the first that is not there. */
  Reply serve(Inventory request) {
    Reply reply = new Reply();
    for (Inventory.Entry entry : request.inventory()) {
      String name =
          entry
              .block()
              .map(hash -> "Block " + Hex.of(hash))
              .or(() -> entry.tx().map(hash -> "Tx " + Hex.of(hash)))
              .or(() -> entry.superBlock().map(index -> "SuperBlock " + index))
              .orElse("");
      Outgoing item = said.get(name);
      if (item == null) {
        return reply;
      }
      reply.say(item);
    }
    return reply;
  }
}
