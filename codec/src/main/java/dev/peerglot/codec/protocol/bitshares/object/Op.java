// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** What the rows of operations have in common: a fee first, and mostly extensions last. */
final class Op {
  private Op() {}

  /** The rows of an operation begin. */
  static Rows rows() {
    return Rows.rows().field("fee", Words.asset, "what the operation costs the one who pays");
  }

  /** An operation that ends in the extensions that nobody has defined yet. */
  static Sequence<Raw> open(String name, Rows rows) {
    return bare(name, rows.field("extensions", Words.noExtensions, "none are defined"))
        .otherwise("extensions", "[]");
  }

  /** An operation that ends in extensions of its own. */
  static Sequence<Raw> open(String name, Rows rows, Extension extensions) {
    return bare(name, rows.field("extensions", extensions, "what was added later"))
        .otherwise("extensions", "{}");
  }

  /** An operation without room for extensions. */
  static Sequence<Raw> bare(String name, Rows rows) {
    return rows.make(name).otherwise("fee", "{\"amount\":0}");
  }
}
