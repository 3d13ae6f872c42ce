// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import dev.peerglot.codec.schema.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a peer knows. It is asked by Kademlia, which is libp2p's; but it tells also by the topics
 * that it joins: its own mailbox, and since 0.6 those of about half of the peers that it is
 * connected with. They are read without looking at the rest of an RPC: its field 1, repeated, of
 * which field 1 is whether one joins and field 2 the topic.
 */
final class PeerExchange {
  private static final int LENGTH = 2;

  private PeerExchange() {}

  /** The addresses of the peers whose mailboxes are among those topics. */
  static List<byte[]> addresses(List<String> topics) {
    return topics.stream().flatMap(topic -> Topics.owner(topic).stream()).toList();
  }

  /** The fields of an RPC that joins topics. */
  static byte[] joining(List<String> topics) {
    Out rpc = new Out();
    for (String topic : topics) {
      byte[] name = Utf8.encode(topic);
      Out one = new Out().u8(1 << 3).u8(1).u8(2 << 3 | LENGTH);
      Numbers.varint.put(one, name.length);
      one.bytes(name);
      put(rpc, 1, one.toBytes());
    }
    return rpc.toBytes();
  }

  /** Appends a field that is bytes. */
  static void put(Out out, int number, byte[] value) {
    out.u8(number << 3 | LENGTH);
    Numbers.varint.put(out, value.length);
    out.bytes(value);
  }

  /**
   * The topics that are joined.
   *
   * @throws dev.peerglot.codec.bytes.Malformed for bytes that are no RPC
   */
  static List<String> joined(byte[] rpc) {
    List<String> topics = new ArrayList<>();
    In in = new In(rpc);
    while (in.left() > 0) {
      long tag = Numbers.varint.get(in);
      if (tag == (1 << 3 | LENGTH)) {
        int outer = in.enter(length(in));
        joined(in, topics);
        in.leave(outer);
      } else {
        skip(in, tag);
      }
    }
    return topics;
  }

  private static void joined(In in, List<String> topics) {
    boolean joins = false;
    String topic = "";
    while (in.left() > 0) {
      long tag = Numbers.varint.get(in);
      if (tag == 1 << 3) {
        joins = Numbers.varint.get(in) != 0;
      } else if (tag == (2 << 3 | LENGTH)) {
        int length = length(in);
        topic = Utf8.decode(in.array(), in.take(length), length);
      } else {
        skip(in, tag);
      }
    }
    if (joins) {
      topics.add(topic);
    }
  }

  private static int length(In in) {
    long length = Numbers.varint.get(in);
    return length < 0 || length > in.left() ? Integer.MAX_VALUE : (int) length;
  }

  private static void skip(In in, long tag) {
    switch ((int) tag & 7) {
      case 0 -> Numbers.varint.get(in);
      case 1 -> in.take(8);
      case LENGTH -> in.take(length(in));
      default -> in.take(4);
    }
  }
}
