// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Side;
import java.time.Instant;

/** A watcher that is made before it is known who watches. */
final class Relay implements Talk.Watcher {
  private Talk.Watcher next;

  void to(Talk.Watcher watcher) {
    next = watcher;
  }

  @Override
  public void event(Talk talk, Event event, Instant when) {
    next.event(talk, event, when);
  }

  @Override
  public void begun(Talk talk) {
    next.begun(talk);
  }

  @Override
  public void bytes(Side from, byte[] bytes, int offset, int length, Instant when) {
    next.bytes(from, bytes, offset, length, when);
  }

  @Override
  public void ended(Side from, boolean orderly, Instant when) {
    next.ended(from, orderly, when);
  }
}
