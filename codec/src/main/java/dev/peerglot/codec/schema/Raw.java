// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.Hex;

/**
 * The bytes of a checked value that no code reads by field: what a message without a record of its
 * own is read into.
 *
 * @param bytes the bytes as they came; not to be changed
 */
public record Raw(byte[] bytes) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Raw raw && java.util.Arrays.equals(bytes, raw.bytes);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Hex.of(bytes);
  }
}
