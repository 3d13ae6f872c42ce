// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code user_data} of a hello, as {@code node.cpp} fills and reads it: {@code platform},
 * {@code bitness}, {@code node_id} (66 hex digits), the last known block, and the age of the fc
 * library.
 */
final class UserData {
  private final Map<String, Object> values = new LinkedHashMap<>();

  private UserData() {}

  /** What a hello of ours says. */
  static byte[] ours(byte[] nodeId) {
    Out out = new Out();
    varint.put(out, 3);
    text(out, "platform", "linux");
    key(out, "bitness").u8(2).i64le(64);
    text(out, "node_id", Hex.of(nodeId));
    return out.toBytes();
  }

  private static Out key(Out out, String key) {
    Primitives.shortText.write(out, key);
    return out;
  }

  private static void text(Out out, String key, String value) {
    key(out, key).u8(5);
    Primitives.longText.write(out, value);
  }

  /** The plain members of an object that has been checked already. */
  static UserData read(byte[] object) {
    UserData data = new UserData();
    In in = new In(object);
    long count = varint.get(in);
    for (long i = 0; i < count; i++) {
      String key = Primitives.shortText.read(in);
      byte[] value = Variant.VARIANT.read(in);
      switch (value[0]) {
        case 1, 2 -> data.values.put(key, new In(value, 1, 8).i64le());
        case 5 ->
            data.values.put(key, Primitives.longText.read(new In(value, 1, value.length - 1)));
        default -> data.values.put(key, value);
      }
    }
    return data;
  }

  /** A text member, or null. */
  String text(String key) {
    return values.get(key) instanceof String text ? text : null;
  }

  /** A number, also where it came as decimal text, or null. */
  Long number(String key) {
    Object value = values.get(key);
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof String text && text.matches("-?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    return null;
  }

  /**
   * The node id: 33 bytes, the rest zero where the text is shorter; the node key where there is
   * none.
   *
   * @throws Malformed for text that is no hex or too long, as the reference throws
   */
  byte[] nodeId(byte[] nodeKey) {
    Object value = values.get("node_id");
    if (value == null) {
      return nodeKey;
    }
    if (!(value instanceof String text)) {
      throw Malformed.wrong("node_id is no text", -1).within("user_data");
    }
    byte[] id = Hex.parse(text);
    if (id.length > 33) {
      throw Malformed.wrong("node_id has " + id.length + " bytes, not 33", -1).within("user_data");
    }
    return Arrays.copyOf(id, 33);
  }
}
