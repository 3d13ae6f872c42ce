// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.util.List;
import java.util.Objects;

/**
 * One network of a protocol.
 *
 * @param scheme its name in peer URLs and on the command line
 * @param title a few words for people
 * @param id what tells it from others on the wire: a magic, a chain id, a genesis hash
 * @param port where its peers listen unless told otherwise
 * @param seeds names or addresses of peers to begin with, {@code host:port}
 */
public record Network(String scheme, String title, byte[] id, int port, List<String> seeds) {
  /** The same network with another id, for a private chain. */
  public Network withId(byte[] other) {
    return new Network(scheme, title, other, port, seeds);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network n
        && scheme.equals(n.scheme)
        && java.util.Arrays.equals(id, n.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, java.util.Arrays.hashCode(id));
  }
}
