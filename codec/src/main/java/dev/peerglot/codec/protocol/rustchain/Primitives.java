// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Utf8;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.JsonBytes;
import dev.peerglot.codec.schema.JsonText;
import dev.peerglot.codec.schema.Leaf;

/** Wire words that only this network has, in JSON text. */
public final class Primitives {
  /** Most bytes of a block or transaction; the reference has no limit. */
  public static final int MOST_BYTES = 4 << 20;

  /** Most items of a list; the reference has no limit. */
  public static final int MOST_ITEMS = 1 << 20;

  private static final int MOST_ID = 1024;

  /** {@code SocketAddr} as its text; a host name is refused, as by the reference. */
  public static final Leaf<SocketAddress> socketAddress =
      Leaf.of(
          "socket_address",
          2,
          Primitives::readAddress,
          (out, address) -> JsonTokens.quote(out, address.toString()),
          SocketAddress::toString,
          SocketAddress::parse,
          random ->
              random.nextInt(4) == 0
                  ? new SocketAddress(
                      "fe80::" + Integer.toHexString(random.nextInt(1, 65536)), 2001)
                  : new SocketAddress("10.0.0." + random.nextInt(256), random.nextInt(65536)));

  /** Text of any use. */
  public static final JsonText text = JsonText.text(1 << 20);

  /** A transaction id: its 32 bytes. */
  public static final JsonBytes<byte[]> transactionId = JsonBytes.numbers(Blob.rest(), MOST_ID);

  /** A block id: the hash as 64 letters of lower-case hex, one byte a letter. */
  public static final JsonBytes<byte[]> blockId =
      JsonBytes.numbers(
          Leaf.of(
              "hex_text",
              0,
              In::rest,
              (out, id) -> out.bytes(id),
              id -> Utf8.decode(id, 0, id.length),
              Utf8::encode,
              random -> hexLetters(random.nextLong(), random.nextLong())),
          MOST_ID);

  private Primitives() {}

  private static byte[] hexLetters(long high, long low) {
    return Utf8.encode(String.format("%016x%016x%016x%016x", high, low, high ^ low, high + low));
  }

  private static SocketAddress readAddress(In in) {
    int at = JsonTokens.at(in);
    byte[] bytes = JsonTokens.text(in);
    String text = Utf8.decode(bytes, 0, bytes.length);
    try {
      return SocketAddress.parse(text);
    } catch (IllegalArgumentException e) {
      String shown = text.length() > 60 ? text.substring(0, 57) + "..." : text;
      throw Malformed.wrong("'" + shown + "' is no socket address, " + e.getMessage(), at);
    }
  }
}
