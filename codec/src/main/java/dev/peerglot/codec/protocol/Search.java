// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.session.MessageKind;
import java.util.List;
import java.util.Optional;

/** What a user looks for in the messages of one network, as that network understands it. */
public interface Search {
  /** The search of somebody who looks for nothing. */
  Search NOTHING = (kind, body) -> Optional.empty();

  /**
   * What of it is, or may be, in a message, as the user wrote it; none where a message of that kind
   * cannot tell.
   */
  Optional<List<String>> in(MessageKind kind, byte[] body);
}
