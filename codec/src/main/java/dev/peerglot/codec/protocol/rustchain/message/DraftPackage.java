// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.schema.JsonAny;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.schema.JsonText;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import java.util.Map;

/**
 * The {@code Package} of an early draft of the book's network chapter: {@code
 * {"op_type":…,"data":…}} (gone since {@code bkunyiha/blockchain@53f49a3}). No known node speaks
 * it, and what {@code data} holds was never said.
 */
public final class DraftPackage {
  /** Its name in the chapter. */
  public static final String NAME = "Package";

  /** The key that says which message is meant. */
  public static final String KIND = "op_type";

  /** The key of what it holds. */
  public static final String DATA = "data";

  private static final int MOST_KIND = 1 << 10;

  private static final Map<String, String> TODAY =
      Map.of(
          "Version", "Version",
          "Block", "Block",
          "Transaction", "Tx",
          "GetData", "GetData",
          "Inventory", "Inv");

  /** How it looks: the whole value, nothing around it. */
  public static final JsonObject<Raw> WIRE =
      JsonObject.of(
          Rows.rows()
              .field(KIND, JsonText.text(MOST_KIND), "which message is meant")
              .field(DATA, JsonAny.ANY, "its content; the chapter does not say how")
              .make(NAME)
              .derive(
                  "dialect",
                  "what this form is",
                  (object, sink, at) -> sink.text(dialect(object), at, at)));

  private DraftPackage() {}

  private static String dialect(In text) {
    JsonTokens.find(text, KIND, 0, JsonObject.DEEPEST);
    String today = TODAY.get(JsonText.text(MOST_KIND).read(text));
    return "draft of the book's chapter, spoken by no known node"
        + (today == null ? "" : "; today's " + today);
  }
}
