// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

/**
 * What happened in one direction of a connection. Offsets and sizes count the bytes on the wire,
 * from the first byte of that direction's stream, headers, padding and tags included.
 */
public sealed interface Event {
  /** Whose bytes they were. */
  Side from();

  /** Offset of the first byte in the direction's stream. */
  long at();

  /** How many bytes on the wire. */
  long size();

  /** A step of a handshake or negotiation. */
  record Phase(Side from, long at, long size, Step step) implements Event {}

  /**
   * A whole message. The body is not decoded until somebody asks.
   *
   * @param body the payload, decrypted; not to be changed
   * @param substream the stream inside the connection, or null
   * @param fault what is wrong with the frame although its body can be told (a checksum), or null
   */
  record Message(
      Side from,
      long at,
      long size,
      MessageKind kind,
      byte[] body,
      Substream substream,
      Fault fault)
      implements Event {}

  /** Bytes that cannot be told as a message. */
  record Broken(Side from, long at, long size, Fault fault) implements Event {}

  /** The direction has ended: nothing more will come. */
  record Closed(Side from, long at) implements Event {
    @Override
    public long size() {
      return 0;
    }
  }
}
