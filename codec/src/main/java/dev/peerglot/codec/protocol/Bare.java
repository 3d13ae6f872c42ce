// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.session.Event;
import java.util.List;

/**
 * What bytes without a connection hold.
 *
 * @param network scheme of the network that they belong to
 * @param events messages and faults, in order; empty if the bytes are not of this protocol
 * @param certain whether they could hardly be anything else
 */
public record Bare(String network, List<Event> events, boolean certain) {
  /** Not of this protocol. */
  public static final Bare NONE = new Bare("", List.of(), false);
}
