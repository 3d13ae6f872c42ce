// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

/**
 * When the epochs of a chain begin: one length up to the first epoch of protocol V2_0, another from
 * there on.
 *
 * @param zero when epoch 0 begins, in seconds since 1970
 * @param length seconds of an epoch before V2_0
 * @param change the first epoch of V2_0
 * @param later seconds of an epoch from there on
 */
public record Epochs(long zero, int length, long change, int later) {
  /** Epochs that a superblock covers; its index is that of the first epoch behind it, by ten. */
  public static final int SUPERBLOCK = 10;

  /** When an epoch begins, in seconds since 1970. */
  public long begin(long epoch) {
    return zero + Math.min(epoch, change) * length + Math.max(0, epoch - change) * later;
  }

  /** The epoch of a time in seconds since 1970; negative before epoch 0. */
  public long at(long time) {
    long turn = zero + change * length;
    return time < turn ? Math.floorDiv(time - zero, length) : change + (time - turn) / later;
  }
}
