// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

/**
 * The bytes of a direction, or of many: captured = decoded + undecoded; the span of the stream =
 * decoded + undecoded + missing.
 *
 * @param captured bytes that were there
 * @param decoded bytes of handshakes and whole messages
 * @param undecoded bytes that could not be told as a message
 * @param missing bytes that the capture lacks
 */
public record Balance(long captured, long decoded, long undecoded, long missing) {
  /** Nothing yet. */
  public static final Balance ZERO = new Balance(0, 0, 0, 0);

  /** The sum of two. */
  public Balance plus(Balance other) {
    return new Balance(
        captured + other.captured,
        decoded + other.decoded,
        undecoded + other.undecoded,
        missing + other.missing);
  }
}
