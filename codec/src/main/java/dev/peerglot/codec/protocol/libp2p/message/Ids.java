// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p.message;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Leaf;
import java.nio.charset.StandardCharsets;

/**
 * Ids of published messages: bytes that each network makes in its own way, often readable text;
 * shown as that where they are, in hex behind 0x where they are not.
 */
final class Ids {
  static final Leaf<byte[]> WIRE =
      Leaf.of(
          "message id",
          0,
          in -> in.rest(),
          (out, id) -> out.bytes(id),
          Ids::spell,
          Ids::parse,
          random -> {
            byte[] id = new byte[random.nextInt(12)];
            random.nextBytes(id);
            return id;
          });

  private Ids() {}

  private static String spell(byte[] id) {
    boolean text = !(id.length >= 2 && id[0] == '0' && id[1] == 'x');
    for (byte letter : id) {
      text &= letter >= ' ' && letter < 127;
    }
    return text ? new String(id, StandardCharsets.US_ASCII) : "0x" + Hex.of(id);
  }

  private static byte[] parse(String text) {
    if (!text.startsWith("0x")) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Hex.parse(text.substring(2));
    } catch (Malformed e) {
      throw new IllegalArgumentException("text, or 0x and hex digits", e);
    }
  }
}
