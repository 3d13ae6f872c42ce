// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.libp2p.Published;
import dev.peerglot.codec.protocol.libp2p.message.Gossip;
import dev.peerglot.codec.protocol.parallelchain.message.HotStuff;
import dev.peerglot.codec.protocol.parallelchain.message.Kinds;
import dev.peerglot.codec.protocol.parallelchain.message.Mempool;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Type;
import java.util.Optional;

/**
 * What the {@code data} of a published message holds. The topic tells what it is meant to be; of
 * 0.4.x, whose payloads are the application's own, it is taken to be what 0.5 publishes.
 */
public final class Payloads implements Published {
  private static final byte[] NOTHING = {};

  /** What libp2p asks about each published message. */
  public static final Payloads PUBLISHED = new Payloads();

  private Payloads() {}

  @Override
  public boolean knows(Gossip.Message message) {
    return Topics.content(message.topic().orElse("")) != Topics.Content.UNKNOWN;
  }

  @Override
  public void tell(Gossip.Message message, Sink sink, int at) {
    byte[] data = message.data().orElse(NOTHING);
    byte[] author = message.from().orElse(NOTHING);
    tell(data, type(message.topic().orElse(""), author, data).orElseThrow(), sink, at);
  }

  /**
   * The type of published data, or empty for a topic that is none of ParallelChain's.
   *
   * @param topic gossipsub's topic
   * @param author peer id in {@code from}; what it must have signed is checked if it is one of an
   *     Ed25519 key
   * @param data what was published
   */
  public static Optional<Type<?>> type(String topic, byte[] author, byte[] data) {
    return switch (Topics.content(topic)) {
      case HOTSTUFF_MESSAGE -> Optional.of(hotStuff(author, data));
      case PENDING -> Optional.of(Mempool.type(data));
      case DROPPED -> Optional.of(Mempool.dropped);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Type<?> hotStuff(byte[] author, byte[] data) {
    byte[] address = PublicAddress.ofPeerId(author);
    try {
      Kinds.Kind kind = HotStuff.message.kind(new In(data));
      if (kind.type() == HotStuff.vote && address.length > 0) {
        return HotStuff.voteOf(address);
      }
      return kind.type();
    } catch (Malformed e) {
      return HotStuff.message;
    }
  }

  /**
   * Reports one object: the payload with its {@code kind}, and {@code trailing} for bytes that are
   * left over. Of data that does not follow its type, the fields up to the fault and then {@code
   * fault}, an object like that of a record. Never faults itself.
   *
   * @param data what was published
   * @param type what {@link #type} says about it
   * @param sink gets the object
   * @param base offset of the data in the message that the sink hears about
   */
  public static void tell(byte[] data, Type<?> type, Sink sink, int base) {
    In in = new In(data);
    Inside inside = new Inside(sink, type, base);
    try {
      type.walk(in, inside);
      inside.finish(data, in.at());
    } catch (Malformed e) {
      inside.finish(e);
    }
  }
}
