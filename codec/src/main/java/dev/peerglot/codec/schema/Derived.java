// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;

/**
 * A value that follows from the bytes of an object and stands beside its fields: an id, a hash, the
 * signer. Never read from JSON.
 *
 * @param name the name beside the fields
 * @param doc one sentence on what it is
 * @param when whether an object has such a value; null: each has
 * @param rule what computes it; null: the type's own walk tells it
 */
public record Derived(String name, String doc, When when, Rule rule) {
  /** Computes a value from the object's own bytes and reports it to the sink. */
  public interface Rule {
    /**
     * Reports exactly one value.
     *
     * @param object a window over exactly the bytes of the object
     * @param sink gets the value
     * @param at where the object ends, for the sink's offsets
     */
    void tell(In object, Sink sink, int at);
  }
}
