// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Network;
import java.util.List;
import java.util.Map;

/**
 * The one network, or rather every one: nothing on the wire tells two of them apart, each makes a
 * genesis block of its own, and there are no public nodes to begin with ({@code
 * bitcoin/src/config.rs}).
 */
final class Networks {
  static final Network ANY =
      new Network("rustchain", "rust-blockchain, a teaching chain", new byte[0], 2001, List.of());

  static final List<Network> ALL = List.of(ANY);

  private Networks() {}

  static Network with(Network base, Map<String, String> options) {
    for (String option : options.keySet()) {
      throw Malformed.wrong(
          "option '" + option + "' is not known to rustchain: its networks have no id", -1);
    }
    return base;
  }
}
