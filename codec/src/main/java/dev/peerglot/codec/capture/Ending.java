// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/** Why one direction of a connection is over. */
public enum Ending {
  /** The sender finished it (FIN), and everything before the FIN was delivered. */
  FINISHED,
  /** One of the two ends broke the connection off or refused it (RST). */
  RESET,
  /** A new connection between the same addresses and ports began. */
  REPLACED,
  /** Too many connections are open, and this one was idle longest. */
  FORGOTTEN,
  /** The capture ended while the direction was open. */
  END_OF_CAPTURE
}
