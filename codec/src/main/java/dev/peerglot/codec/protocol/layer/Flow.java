// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

/** The bytes of one direction on some storey that wait to be understood. */
public interface Flow {
  /** How many bytes wait. */
  int waiting();

  /** One of the waiting bytes, 0 to 255. */
  int u8(int index);

  /** Where the first waiting byte stands in the direction's stream on the wire. */
  long at();

  /** Takes bytes that have been understood. */
  byte[] take(int length);

  /** Drops bytes that have been understood. */
  void pass(int length);

  /** Drops bytes that mean nothing. */
  void waste(int length);
}
