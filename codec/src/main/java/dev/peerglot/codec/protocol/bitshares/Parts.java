// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.protocol.bitshares.object.Operations;
import dev.peerglot.codec.protocol.bitshares.object.Structs;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import java.util.ArrayList;
import java.util.List;

/** What people want to read or write by itself: blocks, transactions, each operation by name. */
final class Parts {
  private Parts() {}

  static List<MessageKind> all() {
    List<MessageKind> kinds = new ArrayList<>();
    Structs.all().forEach(part -> kinds.add(kind(part.name(), part.type(), part.doc())));
    for (Choice.Arm arm : Operations.operation.arms()) {
      String doc = "operation " + arm.tag() + ": " + arm.doc();
      kinds.add(new MessageKind(arm.name(), arm.name(), arm.wire()::get, doc));
    }
    return kinds;
  }

  private static MessageKind kind(String name, Type<?> type, String doc) {
    return new MessageKind(name, name, () -> type, doc);
  }
}
