// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.view;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Type;

/**
 * The body of a message as JSON: all fields up to a fault, and what is left over as {@code
 * trailing}.
 */
public final class Body {
  private static final int MOST_SHOWN = 64;

  private Body() {}

  /** Appends the body as one JSON value; returns what stopped it, or null. */
  public static Malformed write(Type<?> type, byte[] body, Out out) {
    return write(type, body, new Json(out));
  }

  /** Appends the body as the next value of a writer; returns what stopped it, or null. */
  public static Malformed write(Type<?> type, byte[] body, Json json) {
    return write(type, body, new JsonSink(json));
  }

  /** The same through a sink that is used again for every body. */
  public static Malformed write(Type<?> type, byte[] body, JsonSink sink) {
    Json json = sink.json();
    In in = new In(body);
    int depth = json.depth();
    long from = json.written();
    Malformed fault = null;
    try {
      type.walk(in, sink);
    } catch (Malformed e) {
      fault = e;
      json.closeAll(depth);
    }
    if (json.written() == from) {
      json.object().end();
    }
    if (fault == null && in.left() > 0) {
      if (json.out().array()[json.out().size() - 1] != '}') {
        return leftOver(in);
      }
      json.reopen();
      json.key("trailing").hex(body, in.at(), in.left(), false).end();
    }
    return fault;
  }

  /** Where the body is no object, nothing can be added to it. */
  private static Malformed leftOver(In in) {
    int at = in.at();
    int left = in.left();
    String hex = Hex.of(in.bytes(Math.min(left, MOST_SHOWN)));
    return Malformed.wrong(
        left + " bytes left over: " + hex + (left > MOST_SHOWN ? "..." : ""), at);
  }
}
