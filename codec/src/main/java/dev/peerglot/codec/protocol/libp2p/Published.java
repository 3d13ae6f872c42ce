// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.schema.Sink;

/** What the published messages of a network hold, told beside their {@code data}. */
public interface Published {
  /** Nothing that is known. */
  Published NOTHING =
      new Published() {
        @Override
        public boolean knows(String topic, In data) {
          return false;
        }

        @Override
        public void tell(String topic, In data, In message, Sink sink, int at) {
          throw new IllegalStateException("nothing is known of " + topic);
        }
      };

  /** Whether the data of a message on this topic can be told; the cursor need not come back. */
  boolean knows(String topic, In data);

  /**
   * Reports exactly one value, which stands as {@code payload} beside the data; asked only if
   * {@link #knows}. Must not throw where the data is malformed: says so in the value instead.
   *
   * @param topic the topic
   * @param data a window over the data
   * @param message a window over the whole published message
   * @param sink gets the value
   * @param at where the message ends, for the sink's offsets
   */
  void tell(String topic, In data, In message, Sink sink, int at);
}
