// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.session.Direction;

/** The lowest storey: the bytes of a TCP direction themselves. */
public record Ground(Direction direction) implements Flow {
  @Override
  public int waiting() {
    return direction.waiting();
  }

  @Override
  public int u8(int index) {
    return direction.buffer().u8(index);
  }

  @Override
  public long at() {
    return direction.at();
  }

  @Override
  public byte[] take(int length) {
    return direction.take(length);
  }

  @Override
  public void pass(int length) {
    direction.pass(length);
  }

  @Override
  public void waste(int length) {
    direction.waste(length);
  }
}
