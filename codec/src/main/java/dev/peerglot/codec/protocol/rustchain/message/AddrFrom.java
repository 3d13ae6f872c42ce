// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.rustchain.Primitives;
import dev.peerglot.codec.protocol.rustchain.SocketAddress;
import dev.peerglot.codec.schema.JsonObject;
import java.util.Optional;

/**
 * The field that every message has: where its sender listens, which is where answers go. Found in
 * the text of a body without decoding the rest.
 */
public final class AddrFrom {
  /** Its name. */
  public static final String NAME = "addr_from";

  static final String DOC = "where the sender listens; answers go there, on a new connection";

  /** Stands in where people leave the field out: our own listener when it is sent. */
  static final String NOWHERE = "\"" + SocketAddress.NOWHERE + "\"";

  private AddrFrom() {}

  /** The sender's address, or empty if the body has none that is one. */
  public static Optional<SocketAddress> of(byte[] body) {
    try {
      In in = new In(body);
      return find(in) ? Optional.of(Primitives.socketAddress.read(in)) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** The same body with another sender; unchanged if it has none. */
  public static byte[] replaced(byte[] body, SocketAddress sender) {
    try {
      In in = new In(body);
      if (!find(in)) {
        return body;
      }
      int from = in.index();
      JsonTokens.text(in);
      Out out = new Out(body.length + 32);
      out.bytes(body, 0, from);
      JsonTokens.quote(out, sender.toString());
      return out.bytes(body, in.index(), in.left()).toBytes();
    } catch (Malformed e) {
      return body;
    }
  }

  private static boolean find(In in) {
    return JsonTokens.find(in, NAME, 0, JsonObject.DEEPEST);
  }
}
