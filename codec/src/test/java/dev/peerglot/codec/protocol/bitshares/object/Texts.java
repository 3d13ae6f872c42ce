// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.JsonSink;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;

/** Bytes to JSON and back, in one call each. */
final class Texts {
  private Texts() {}

  static String json(Type<?> type, byte[] bytes) {
    Out out = new Out();
    type.walk(new In(bytes), new JsonSink(out));
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  static String json(Type<?> type, String hex) {
    return json(type, Hex.parse(hex));
  }

  static byte[] bytes(Type<?> type, String json) {
    Out out = new Out();
    type.build(JsonSource.parse(json), out);
    return out.toBytes();
  }

  static String hex(Type<?> type, String json) {
    return Hex.of(bytes(type, json));
  }
}
