// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

/**
 * Bounds of one connection.
 *
 * @param waiting most bytes that may wait in one direction for a frame to become whole
 */
public record Limits(int waiting) {
  /** 36 MiB: more than the largest frame of any protocol in the catalogue. */
  public static final Limits DEFAULT = new Limits(36 << 20);
}
