// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.parallelchain.message.HotStuff;
import dev.peerglot.codec.protocol.parallelchain.message.Kinds;
import dev.peerglot.codec.protocol.parallelchain.message.TransactionParts;
import dev.peerglot.codec.protocol.parallelchain.message.Transactions;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Numbers;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import java.util.List;

/**
 * What stands on a stream is a message behind its length, as everywhere on libp2p, but for pings.
 * What is published stands in the data of a signed message inside of an RPC and has no frame of its
 * own; its end is that of the data.
 */
final class Framing {
  /** Most bytes of an RPC. */
  private static final int LARGEST = 4 << 20;

  private Framing() {}

  /** A message of libp2p as it stands on its stream. */
  static byte[] frame(MessageKind kind, byte[] body) {
    if (Messages.isPublished(kind)) {
      throw Malformed.wrong(
          kind.name() + " is published inside of an RPC, under a signature: it has no frame", -1);
    }
    if (body.length > LARGEST) {
      throw Malformed.limit(body.length + " bytes are above the limit of " + LARGEST, -1);
    }
    if (kind.name().equals(Messages.PING)) {
      return body;
    }
    Out out = new Out(body.length + 4);
    Numbers.varint.put(out, body.length);
    return out.bytes(body).toBytes();
  }

  /**
   * Published data by itself: a message of HotStuff, or a transaction whose hash is that of its
   * signature, with or without its tag; nothing may be left over.
   */
  static Bare bare(Network network, byte[] bytes) {
    try {
      Kinds.Kind kind = HotStuff.message.kind(new In(bytes));
      if (isWhole(kind.type(), new In(bytes))) {
        return found(network, kind.name(), bytes, 0, false);
      }
    } catch (Malformed e) {
      // no message of HotStuff
    }
    for (int tag = 0; tag <= 1; tag++) {
      if (isTransaction(bytes, tag)) {
        boolean second = tag == 1 && bytes[0] == 1 || tag == 0 && isSecond(bytes);
        String name = second ? Messages.TRANSACTION_V2 : Messages.TRANSACTION_V1;
        return found(network, name, bytes, tag, true);
      }
    }
    return Bare.NONE;
  }

  private static boolean isSecond(byte[] bytes) {
    return new TransactionParts(bytes, 0, bytes.length, 2).isSigned();
  }

  private static boolean isTransaction(byte[] bytes, int tag) {
    if (bytes.length <= tag || tag == 1 && (bytes[0] & 0xff) > 1) {
      return false;
    }
    return isWhole(Transactions.v1, new In(bytes, tag, bytes.length - tag))
        && new TransactionParts(bytes, tag, bytes.length, 1).isHashed();
  }

  private static boolean isWhole(Type<?> type, In in) {
    try {
      type.walk(in, Deaf.SINK);
      return in.left() == 0;
    } catch (Malformed e) {
      return false;
    }
  }

  private static Bare found(Network network, String name, byte[] bytes, int from, boolean certain) {
    byte[] body = java.util.Arrays.copyOfRange(bytes, from, bytes.length);
    MessageKind kind = Messages.ALL.get(name);
    Event event = new Event.Message(Side.DIALER, from, body.length, kind, body, null, null);
    return new Bare(network.scheme(), List.of(event), certain);
  }
}
