// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

/** The two ends of a connection. */
public enum Side {
  /** The end that opened the connection. */
  DIALER,
  /** The end that accepted it. */
  LISTENER;

  /** The end opposite. */
  public Side other() {
    return this == DIALER ? LISTENER : DIALER;
  }

  /** The word in records. */
  public String word() {
    return this == DIALER ? "dialer" : "listener";
  }
}
