// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonScanner;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.rustchain.message.DraftPackage;
import dev.peerglot.codec.schema.JsonObject;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * There is no frame: a direction is JSON values one after another, each an object with one key, the
 * name of the message, and what that holds. White space may stand between them or not.
 *
 * <pre>
 *  {"Version":{"addr_from":"127.0.0.1:2002","version":1,"best_height":0}}{"GetBlocks":{…}}
 *             \_______________________ body _________________________/
 * </pre>
 */
final class Framing {
  /** Most bytes of a value; the reference has no limit. */
  static final int LARGEST = 32 << 20;

  private Framing() {}

  /**
   * A value that has been opened.
   *
   * @param kind which message it is
   * @param body the text of what it holds
   */
  record Opened(MessageKind kind, byte[] body) {}

  /** The whole value of a message. */
  static byte[] frame(String name, byte[] body) {
    if (body.length > LARGEST - name.length() - 5) {
      throw Malformed.limit(body.length + " bytes do not fit a value of at most " + LARGEST, -1);
    }
    if (name.equals(DraftPackage.NAME)) {
      return body;
    }
    Out out = new Out(body.length + name.length() + 5);
    out.u8('{');
    JsonTokens.quote(out, name);
    return out.u8(':').bytes(body).u8('}').toBytes();
  }

  /**
   * Opens a whole value.
   *
   * @throws Malformed if it is none of the messages
   */
  static Opened open(byte[] value) {
    In in = new In(value);
    JsonTokens.take(in, '{');
    int at = JsonTokens.at(in);
    if (in.peek() == '}') {
      throw Malformed.wrong("an object without the name of a message", 0);
    }
    byte[] key = JsonTokens.text(in);
    String name = Utf8.decode(key, 0, key.length);
    Optional<MessageKind> kind = Messages.ALL.find(name);
    if (kind.isEmpty()) {
      if (isDraft(value)) {
        return new Opened(Messages.DRAFT, value);
      }
      String shown = name.length() > 40 ? name.substring(0, 37) + "..." : name;
      throw Malformed.wrong("unknown variant '" + shown + "'", at);
    }
    JsonTokens.take(in, ':');
    JsonTokens.space(in);
    int from = JsonTokens.skip(in, JsonObject.DEEPEST);
    int to = in.index();
    if (JsonTokens.next(in) != '}') {
      throw Malformed.wrong("a second key behind the message", in.at());
    }
    return new Opened(kind.get(), Arrays.copyOfRange(value, from, to));
  }

  private static boolean isDraft(byte[] value) {
    return JsonTokens.find(new In(value), DraftPackage.KIND, 0, JsonObject.DEEPEST)
        && JsonTokens.find(new In(value), DraftPackage.DATA, 0, JsonObject.DEEPEST);
  }

  /** Values one after another; NONE if the first is none of the messages. */
  static Bare bare(Network network, byte[] bytes) {
    List<Event> events = new ArrayList<>();
    In in = new In(bytes);
    JsonTokens.space(in);
    while (in.left() > 0) {
      int at = in.at();
      try {
        JsonScanner scanner = new JsonScanner(JsonObject.DEEPEST);
        int from = in.take(scanner.scan(bytes, in.index(), Math.min(in.left(), LARGEST)));
        scanner.end();
        Opened opened = open(Arrays.copyOfRange(bytes, from, in.index()));
        int size = in.at() - at;
        events.add(
            new Event.Message(Side.DIALER, at, size, opened.kind(), opened.body(), null, null));
      } catch (Malformed e) {
        if (events.isEmpty() && Marks.of(bytes, true).isUnlike()) {
          return Bare.NONE;
        }
        events.add(broken(at, bytes.length - at, e));
        break;
      }
      JsonTokens.space(in);
    }
    return events.isEmpty() ? Bare.NONE : new Bare(network.scheme(), events, true);
  }

  private static Event broken(int at, int size, Malformed e) {
    Fault fault = Fault.of(e.moved(at + Math.max(0, e.at())));
    return new Event.Broken(Side.DIALER, at, size, fault);
  }
}
