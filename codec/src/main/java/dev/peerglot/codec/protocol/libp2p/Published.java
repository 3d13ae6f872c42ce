// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.protocol.libp2p.message.Gossip;
import dev.peerglot.codec.schema.Sink;

/** What the published messages of a network hold, told beside their {@code data}. */
public interface Published {
  /** Nothing that is known. */
  Published NOTHING =
      new Published() {
        @Override
        public boolean knows(Gossip.Message message) {
          return false;
        }

        @Override
        public void tell(Gossip.Message message, Sink sink, int at) {
          throw new IllegalStateException("nothing is known of published messages");
        }
      };

  /** Whether the data of a message can be told, by its topic above all. */
  boolean knows(Gossip.Message message);

  /**
   * Reports exactly one value, which stands as {@code payload} beside the data; asked only if
   * {@link #knows}. Does not throw where the data is malformed: says so in the value instead.
   *
   * @param message the published message: topic, author and data
   * @param sink gets the value
   * @param at where the message ends, for the sink's offsets
   */
  void tell(Gossip.Message message, Sink sink, int at);
}
