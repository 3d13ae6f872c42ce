// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a behaviour does about an event: things to say, in order, when it wants to be woken, and
 * whether it leaves after having said them.
 */
public final class Reply {
  private final List<Outgoing> sayings = new ArrayList<>();
  private Instant wakeAt;
  private boolean hangUp;

  /** Nothing to do. */
  public Reply() {}

  /** Says something. */
  public Reply say(Outgoing outgoing) {
    sayings.add(outgoing);
    return this;
  }

  /** Asks to be woken at that time; the last wish of a connection counts. */
  public Reply wakeAt(Instant when) {
    wakeAt = when;
    return this;
  }

  /** Closes the connection once everything is said. */
  public Reply hangUp() {
    hangUp = true;
    return this;
  }

  /** Does what another reply says after this one. */
  public Reply then(Reply next) {
    sayings.addAll(next.sayings);
    wakeAt = next.wakeAt == null ? wakeAt : next.wakeAt;
    hangUp |= next.hangUp;
    return this;
  }

  /** What to say, in order. */
  public List<Outgoing> sayings() {
    return sayings;
  }

  /** When to be woken, or null for no new wish. */
  public Instant wakeAt() {
    return wakeAt;
  }

  /** Whether to leave. */
  public boolean hangsUp() {
    return hangUp;
  }
}
