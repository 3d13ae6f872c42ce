// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/**
 * How much memory and patience reassembly may spend.
 *
 * @param maxStreams TCP connections remembered at once; beyond, the one that was idle longest is
 *     forgotten
 * @param maxHeldPerDirection bytes (and 128 for each segment) that one direction may hold while it
 *     waits for a hole to be filled
 * @param maxHeld the same for all directions together
 * @param patiencePackets how many further packets of a connection a hole is kept open after the
 *     peer acknowledged the bytes in it; captures may be out of order
 * @param patienceNanos the same as time in the capture
 * @param originPackets how many packets of a connection that was joined mid-stream may pass until
 *     its first byte is settled
 * @param originNanos the same as time in the capture
 */
public record CaptureLimits(
    int maxStreams,
    int maxHeldPerDirection,
    long maxHeld,
    int patiencePackets,
    long patienceNanos,
    int originPackets,
    long originNanos) {
  /** The limits that fit a command with 256 MiB of memory. */
  public static CaptureLimits standard() {
    return new CaptureLimits(
        32_768, 4 * 1024 * 1024, 40L * 1024 * 1024, 128, 2_000_000_000L, 16, 200_000_000L);
  }

  /** Waits for missing bytes to the end of the capture, as far as memory allows. */
  public CaptureLimits patient() {
    return new CaptureLimits(
        maxStreams,
        maxHeldPerDirection,
        maxHeld,
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        Long.MAX_VALUE);
  }
}
