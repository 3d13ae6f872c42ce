// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/**
 * What takes the content of a capture, in the order in which it becomes available.
 *
 * <p>Per direction of a connection the calls are {@code data} and {@code gap} in any number, then
 * one {@code closed}; {@code opened} comes before all of them. Arrays belong to the caller and are
 * valid during the call only.
 */
public interface StreamSink {
  /** A connection was found; numbers go up from 0 in the order of first packets. */
  void opened(TcpStream stream);

  /**
   * The next bytes of one direction.
   *
   * @param stream the connection
   * @param fromDialer true when the dialer sent them
   * @param buffer holds the bytes
   * @param offset the first one
   * @param length how many, at least 1
   * @param epochNanos when the packet that carried them was captured
   */
  void data(
      TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long epochNanos);

  /**
   * The next bytes of one direction are not in the capture.
   *
   * @param stream the connection
   * @param fromDialer true when the dialer sent them
   * @param bytes how many, at least 1
   * @param epochNanos the time of the packet that ended the waiting
   */
  void gap(TcpStream stream, boolean fromDialer, long bytes, long epochNanos);

  /** One direction is over. */
  void closed(TcpStream stream, boolean fromDialer, Ending ending, long epochNanos);

  /**
   * A segment repeated bytes of one direction with other values; those captured first are the ones
   * delivered.
   *
   * @param stream the connection
   * @param fromDialer true when the dialer's bytes differ
   * @param offset where in the direction's stream the segment starts
   * @param bytes how many differ
   * @param epochNanos when the later segment was captured
   */
  default void conflict(
      TcpStream stream, boolean fromDialer, long offset, int bytes, long epochNanos) {}

  /**
   * A UDP datagram.
   *
   * @param source who sent it
   * @param destination who was to receive it
   * @param buffer holds the payload
   * @param offset its first byte
   * @param length how many bytes were captured
   * @param missing how many more it had on the wire
   * @param epochNanos when it was captured
   */
  default void datagram(
      IpPort source,
      IpPort destination,
      byte[] buffer,
      int offset,
      int length,
      int missing,
      long epochNanos) {}

  /**
   * The content of a Decryption Secrets Block, before the packets that need it.
   *
   * @param type the registered or private number of the kind of secrets
   * @param buffer holds them
   * @param offset the first byte
   * @param length how many
   */
  default void secrets(int type, byte[] buffer, int offset, int length) {}
}
