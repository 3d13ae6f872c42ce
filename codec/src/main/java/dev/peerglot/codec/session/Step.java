// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.util.Map;

/** A step of a handshake or negotiation, as each protocol declares them in its Handshake room. */
public interface Step {
  /** The name of the step in records and in the terminal view. */
  String name();

  /** What may be shown of it, in order; never a secret. Values are texts, numbers and truths. */
  Map<String, Object> facts();
}
