// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a behaviour does about an event: things to say, in order, connections that it wants made,
 * when it wants to be woken, and whether it leaves after having said everything.
 */
public final class Reply {
  private final List<Outgoing> sayings = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private Instant wakeAt;
  private boolean sayNoMore;
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

  /** Asks for another connection. */
  public Reply call(Call call) {
    calls.add(call);
    return this;
  }

  /** Closes our own direction once everything is said, and goes on listening. */
  public Reply sayNoMore() {
    sayNoMore = true;
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
    calls.addAll(next.calls);
    sayNoMore |= next.sayNoMore;
    wakeAt = next.wakeAt == null ? wakeAt : next.wakeAt;
    hangUp |= next.hangUp;
    return this;
  }

  /** What to say, in order. */
  public List<Outgoing> sayings() {
    return sayings;
  }

  /** The connections that are asked for. */
  public List<Call> calls() {
    return calls;
  }

  /** Whether our own direction is to be closed. */
  public boolean saysNoMore() {
    return sayNoMore;
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
