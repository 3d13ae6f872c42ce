// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;

/** Decides whether an object has a certain field or computed value. */
public interface When {
  /**
   * Whether the value is there.
   *
   * @param object a window over exactly the bytes of the object: for a field those before it, for a
   *     computed value all of them
   */
  boolean holds(In object);
}
